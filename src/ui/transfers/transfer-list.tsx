import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState, type FocusEvent } from 'react';
import type { TransferTask } from '../../transfer';
import { useText } from '../text';
import { useScrollWindow } from '../use-scroll-window';
import { layOutRows, movingIn } from './row-layout';
import { TransferRow } from './transfer-row';
import { useCalm } from './use-calm';

/** What moves comes to the top, and leaves it, in such steps (milliseconds). */
const ORDER = 1_000;

const useStyles = makeStyles({
  scroller: { overflowY: 'auto', overflowX: 'hidden', minHeight: '0', position: 'relative', flexShrink: 1 },
  rows: { position: 'relative', width: '100%' },
});

interface TransferListProps {
  readonly tasks: readonly TransferTask[];
  readonly onAnswered: () => void;
}

/** The rows in view, and only they: ten thousand transfers cost what twenty cost. */
export function TransferList({ tasks, onAnswered }: TransferListProps) {
  const text = useText();
  const styles = useStyles();
  const { view, ref } = useScrollWindow();
  const [focusedId, setFocusedId] = useState<string>();
  const calm = useCalm(tasks, ORDER);
  const moving = useMemo(() => movingIn(calm), [calm]);
  const layout = useMemo(() => layOutRows(tasks, moving, view.width), [tasks, moving, view.width]);
  const onFocus = ({ target }: FocusEvent<HTMLElement>) =>
    setFocusedId(target.closest<HTMLElement>('[data-task]')?.dataset['task']);
  return (
    // Takes the focus, so that the arrow keys can scroll it where no row has a button (axe: scrollable-region-focusable).
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className={styles.scroller}
      role="group"
      aria-label={text('transfer.list')}
      tabIndex={0}
      onFocus={onFocus}
      onBlur={() => setFocusedId(undefined)}
    >
      <div role="list" className={styles.rows} style={{ height: layout.height }}>
        {layout.visible(view.top, view.height, focusedId).map((row) => (
          <TransferRow key={row.task.id} {...row} count={layout.count} onAnswered={onAnswered} />
        ))}
      </div>
    </div>
    // oxlint-enable
  );
}
