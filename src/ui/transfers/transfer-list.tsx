import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { TransferTask } from '../../transfer';
import { useText } from '../text';
import { orderTasks, placeRows, visibleRows } from './row-layout';
import { TransferRow } from './transfer-row';
import { useScrollWindow } from '../use-scroll-window';

const useStyles = makeStyles({
  scroller: { overflowY: 'auto', overflowX: 'hidden', minHeight: '0', position: 'relative', flexShrink: 1 },
  rows: { position: 'relative', width: '100%' },
});

/** The rows in view, and only they: a thousand transfers cost what twenty cost. */
export function TransferList({
  tasks,
  onAnswered,
}: {
  readonly tasks: readonly TransferTask[];
  readonly onAnswered: () => void;
}) {
  const text = useText();
  const styles = useStyles();
  const { view, ref } = useScrollWindow();
  const rows = useMemo(() => placeRows(orderTasks(tasks)), [tasks]);
  const last = rows.at(-1);
  return (
    // Takes the focus, so that the arrow keys can scroll it where no row has a button (axe: scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={ref} className={styles.scroller} role="group" aria-label={text('transfer.list')} tabIndex={0}>
      <div role="list" className={styles.rows} style={{ height: last ? last.top + last.height : 0 }}>
        {visibleRows(rows, view.top, view.height).map((row) => (
          <TransferRow key={row.task.id} {...row} count={rows.length} onAnswered={onAnswered} />
        ))}
      </div>
    </div>
  );
}
