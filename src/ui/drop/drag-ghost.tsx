import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { useStore } from '../control-context';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { useText } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  // Out of sight, and painted all the same: the browser takes a picture of it.
  ghost: {
    position: 'absolute',
    top: '-200px',
    insetInlineStart: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: '260px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    pointerEvents: 'none',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What hangs at the pointer while items are dragged. */
export function DragGhost({ ghost }: { readonly ghost: RefObject<HTMLDivElement | null> }) {
  const text = useText();
  const styles = useStyles();
  const items = useStore(useViewState().dragged);
  const [first] = items;
  if (!first) return null;
  return (
    <div ref={ghost} className={styles.ghost} aria-hidden>
      <FileTypeIcon type={fileTypeOf(first)} size={28} />
      <bdi className={styles.name}>{text('drag.items', { count: items.length, name: first.name })}</bdi>
      {items.length > 1 && <CounterBadge count={items.length} overflowCount={999} color="brand" />}
    </div>
  );
}
