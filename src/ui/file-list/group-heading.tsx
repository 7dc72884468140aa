import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { AGES, isFileType, type RowGroup } from '../../drive';
import { useControl } from '../control-context';
import { useText, type Text } from '../text';
import { HEADING_HEIGHT } from './geometry';

const useStyles = makeStyles({
  heading: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    display: 'flex',
    alignItems: 'end',
    boxSizing: 'border-box',
    height: `${HEADING_HEIGHT}px`,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalXXS,
  },
  cell: { display: 'flex', minWidth: 0 },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    minHeight: '28px',
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chevron: { flexShrink: 0, ':dir(rtl)': { transform: 'scaleX(-1)' } },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

export interface GroupHeadingProps {
  readonly group: RowGroup;
  readonly top: number;
  /** Among all rows of the grid; absent where it stands in none. */
  readonly ariaIndex?: number | undefined;
}

/** What the rows below have in common, and how many they are; a click leaves just this of them. */
export function GroupHeading({ group, top, ariaIndex }: GroupHeadingProps) {
  const styles = useStyles();
  const button = <GroupButton group={group} />;
  const style = { transform: `translateY(${top}px)` };
  if (ariaIndex === undefined) {
    return (
      <div className={styles.heading} style={style}>
        {button}
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={ariaIndex} className={styles.heading} style={style}>
      <div role="gridcell" className={styles.cell}>
        {button}
      </div>
    </div>
  );
}

function GroupButton({ group: { key, shown, count } }: { readonly group: RowGroup }) {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const title = titleOf(key, text);
  const isOpen = shown > 0;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      aria-label={text('group.label', { title, count })}
      onClick={() => folder.toggleGroup(key)}
    >
      <Chevron className={styles.chevron} aria-hidden />
      <bdi>{title}</bdi>
      <span className={styles.count}>{text('group.count', { count })}</span>
    </button>
  );
}

/** What its members have in common: a type, an age, or the letter itself. */
function titleOf(key: string, text: Text): string {
  if (isFileType(key)) return text(`list.kind.${key}`);
  const age = AGES.find((one) => one === key);
  return age ? text(`age.${age}`) : key;
}
