import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import type { MouseEvent, Ref } from 'react';
import { ItemName } from '../file-list';
import { useText } from '../text';
import { PlaceIcon } from './place-icon';
import type { TreeRow } from './visible-rows';

interface TreeLineProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly row: TreeRow;
  readonly name: string;
  /** It is where somebody is. */
  readonly isCurrent: boolean;
  /** The one that Tab leads to. */
  readonly isActive: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

const INDENT = 16;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    minWidth: 0,
    minHeight: '32px',
    gap: tokens.spacingHorizontalXS,
    paddingInlineEnd: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  quiet: {
    cursor: 'default',
    color: tokens.colorNeutralForeground3,
    ':hover': { backgroundColor: 'inherit' },
  },
  failed: { color: tokens.colorPaletteRedForeground1 },
  chevron: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '32px',
    fontSize: '14px',
    color: tokens.colorNeutralForeground3,
  },
  turned: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  down: { transform: 'rotate(90deg)' },
  icon: { flexShrink: 0, fontSize: '20px' },
  name: { minWidth: 0, overflow: 'hidden' },
});

/** A line of the tree: something to go to, that more is on its way, or that it could not be had. */
export function TreeLine(props: TreeLineProps) {
  const { ref, row, name, isCurrent, isActive, onOpen, onToggle, onFocus } = props;
  const styles = useStyles();
  const text = useText();
  const indent = { paddingInlineStart: `${(row.level - 1) * INDENT}px` };
  if (row.kind === 'loading') {
    return (
      <div role="none" className={mergeClasses(styles.line, styles.quiet)} style={indent}>
        <span className={styles.chevron} />
        <Spinner size="extra-tiny" aria-hidden />
        <span aria-hidden>{text('places.loading')}</span>
      </div>
    );
  }
  const shared = { ref, tabIndex: isActive ? 0 : -1, onClick: onOpen, onFocus, style: indent };
  if (row.kind === 'failed') {
    const words = `${text(`error.${row.error.code}.title`)}. ${text('state.tryAgain')}`;
    return (
      <div
        {...shared}
        role="treeitem"
        aria-level={row.level}
        className={mergeClasses(styles.line, styles.failed)}
      >
        <span className={styles.chevron}>
          <ErrorCircleRegular aria-hidden />
        </span>
        {words}
      </div>
    );
  }
  const isOpen = row.status !== 'closed';
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    <div
      {...shared}
      role="treeitem"
      aria-label={name}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.count}
      aria-expanded={row.node.canExpand ? isOpen : undefined}
      aria-busy={row.status === 'loading' || undefined}
      aria-selected={isCurrent}
      className={mergeClasses(styles.line, isCurrent && styles.current)}
    >
      <span className={styles.chevron} onClick={row.node.canExpand ? toggle : undefined} aria-hidden>
        {row.node.canExpand && <ChevronRightRegular className={isOpen ? styles.down : styles.turned} />}
      </span>
      <PlaceIcon way={row.node.way} className={styles.icon} />
      <ItemName name={name} className={styles.name} />
    </div>
  );
}
