import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { PickedItem } from '../../drive';
import { ItemName } from '../file-list';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { useText } from '../text';

/** Pixels. */
export const ROW_HEIGHT = 52;

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInline: '0',
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
  },
  icon: { display: 'flex', flexShrink: 0 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { ...typographyStyles.body1, alignSelf: 'start' },
  place: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  path: { overflow: 'hidden', textOverflow: 'ellipsis' },
  size: { flexShrink: 0, unicodeBidi: 'plaintext' },
  remove: { flexShrink: 0 },
});

/** One picked item: what it is, where it lies, and the way out. */
export function BasketRow({
  picked: { item, path },
  index,
  count,
  tabbable,
  onFocus,
  onRemove,
}: {
  readonly picked: PickedItem;
  readonly index: number;
  readonly count: number;
  readonly tabbable: boolean;
  readonly onFocus: () => void;
  readonly onRemove: () => void;
}) {
  const text = useText();
  const styles = useStyles();
  const names = path && [text('path.root'), ...path.filter(Boolean)];
  return (
    <div
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      className={styles.row}
      style={{ top: index * ROW_HEIGHT }}
    >
      <span className={styles.icon}>
        <FileTypeIcon type={fileTypeOf(item)} />
      </span>
      <div className={styles.words}>
        <ItemName name={item.name} className={styles.name} />
        <div className={styles.place}>
          {names && (
            <span className={styles.path} title={joinPath(names)}>
              {joinPath(shorten(names))}
            </span>
          )}
          {item.size !== undefined && <span className={styles.size}>{text.size(item.size)}</span>}
        </div>
      </div>
      <Button
        className={styles.remove}
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={text('pick.basket.remove', { name: item.name })}
        tabIndex={tabbable ? 0 : -1}
        onFocus={onFocus}
        onClick={onRemove}
      />
    </div>
  );
}

/** Where it lies says more than the way there. */
function shorten(names: readonly string[]): readonly string[] {
  return names.length > 3 ? [...names.slice(0, 1), '…', ...names.slice(-1)] : names;
}

/** Each name keeps its own direction. */
function joinPath(names: readonly string[]): string {
  return names.map((name) => `\u2068${name}\u2069`).join(' › ');
}
