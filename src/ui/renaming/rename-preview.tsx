import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { itemKey, type PlannedRename } from '../../drive';
import { ItemName } from '../file-list';
import { describeNameProblem } from '../name-problem-text';
import { useText, type Text } from '../text';
import { useScrollWindow } from '../use-scroll-window';

/** Pixels: two lines, or three where both names do not fit beside each other. */
const ROW = { wide: 48, narrow: 68 } as const;
const NARROW = 400;
const OVERSCAN = 6;

const useStyles = makeStyles({
  table: {
    height: 'clamp(160px, 34vh, 264px)',
    overflowX: 'hidden',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignContent: 'center',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  placed: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  headCell: { fontWeight: tokens.fontWeightSemibold },
  rows: { position: 'relative' },
  cell: { display: 'flex', flexDirection: 'column', alignItems: 'start', minWidth: 0 },
  now: { color: tokens.colorNeutralForeground2 },
  afterwards: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  reason: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorStatusDangerForeground1,
  },
});

/** Each item, its name now and afterwards: of thousands only those in view are there. */
export function RenamePreview({ plan }: { readonly plan: readonly PlannedRename[] }) {
  const text = useText();
  const styles = useStyles();
  const { view, ref } = useScrollWindow();
  const isNarrow = view.width < NARROW;
  const height = isNarrow ? ROW.narrow : ROW.wide;
  const first = Math.max(0, Math.floor(view.top / height) - OVERSCAN);
  const end = Math.min(plan.length, Math.ceil((view.top + view.height) / height) + OVERSCAN);
  const row = mergeClasses(styles.row, isNarrow && styles.narrow);
  return (
    // A scrolling table must be reached by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={ref} role="table" tabIndex={0} className={styles.table} {...labelOf(plan.length, text)}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={row}>
          <div role="columnheader" className={styles.headCell}>
            {text('rename.preview.now')}
          </div>
          <div role="columnheader" className={styles.headCell}>
            {text('rename.preview.then')}
          </div>
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: plan.length * height }}>
        {plan.slice(first, end).map((planned, index) => (
          <PreviewRow
            key={itemKey(planned.item)}
            planned={planned}
            index={first + index}
            height={height}
            className={mergeClasses(row, styles.placed)}
          />
        ))}
      </div>
    </div>
  );
}

function labelOf(count: number, text: Text) {
  return { 'aria-label': text('rename.preview'), 'aria-rowcount': count + 1 };
}

interface PreviewRowProps {
  readonly planned: PlannedRename;
  readonly index: number;
  readonly height: number;
  readonly className: string;
}

const PreviewRow = memo(function PreviewRow({ planned, index, height, className }: PreviewRowProps) {
  const { item, name, verdict } = planned;
  const text = useText();
  const styles = useStyles();
  const reason = reasonOf(planned, text);
  const isRenamed = verdict.kind === 'renamed';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={className}
      style={{ height, transform: `translateY(${index * height}px)` }}
    >
      <div role="cell" className={mergeClasses(styles.cell, styles.now)}>
        <ItemName name={item.name} />
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.afterwards, !isRenamed && styles.faint)}>
        {verdict.kind === 'same' ? text('rename.same') : name !== '' && <ItemName name={name} />}
        {reason !== undefined && (
          <span className={styles.reason} title={reason}>
            <bdi>{reason}</bdi>
          </span>
        )}
      </div>
    </div>
  );
});

function reasonOf({ verdict }: PlannedRename, text: Text): string | undefined {
  switch (verdict.kind) {
    case 'renamed':
    case 'same':
      return undefined;
    case 'refused':
      return text('rename.refused', { reason: describeNameProblem(verdict.problem, text) });
    case 'taken':
      return text('rename.taken', { name: verdict.by });
    case 'twice':
      return text('rename.twice');
  }
}
