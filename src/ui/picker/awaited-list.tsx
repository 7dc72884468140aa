import type { RefObject } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons';
import { isSettled, type TransferQueue, type TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { ItemName } from '../file-list';
import { useText } from '../text';
import { canRetry } from '../transfers/can-retry';
import { describeState } from '../transfers/state-text';
import { TaskIcon } from '../transfers/task-icon';
import { isStuck } from './use-awaited';
import { useKeptFocus } from './use-kept-focus';

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    maxHeight: '160px',
    overflowY: 'auto',
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { alignSelf: 'start' },
  state: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    unicodeBidi: 'plaintext',
  },
  failed: { color: tokens.colorPaletteRedForeground1 },
});

interface AwaitedListProps {
  readonly tasks: readonly TransferTask[];
  /** Gets the focus of a button that goes. */
  readonly fallback: RefObject<HTMLElement | null>;
}

/** Files that are picked as soon as they are uploaded: how far they are, and the ways on. */
export function AwaitedList({ tasks, fallback }: AwaitedListProps) {
  const text = useText();
  const styles = useStyles();
  return (
    // It stays without rows, too: the focus of the last one's buttons has to go somewhere.
    <div {...useKeptFocus(fallback)}>
      {tasks.length > 0 && (
        <ul className={styles.list} aria-label={text('pick.awaitedList')}>
          {tasks.map((task) => (
            <AwaitedRow key={task.id} task={task} />
          ))}
        </ul>
      )}
    </div>
  );
}

function AwaitedRow({ task }: { readonly task: TransferTask }) {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  const { id, name, state } = task;
  return (
    <li className={styles.row}>
      <TaskIcon task={task} />
      <span className={styles.words}>
        <ItemName name={name} className={styles.name} />
        <span className={mergeClasses(styles.state, isStuck(task) && styles.failed)}>
          {describeState(task, text)}
        </span>
      </span>
      {state.status === 'failed' && canRetry(state) && (
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwiseRegular />}
          aria-label={text('transfer.retry', { name })}
          onClick={() => transfers.retry(id)}
        />
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={text('pick.basket.remove', { name })}
        onClick={() => giveUp(transfers, task)}
      />
    </li>
  );
}

/** What has failed is taken out of the panel of transfers, too: nobody wants it any more. */
export function giveUp(transfers: Pick<TransferQueue, 'cancel' | 'clearFinished'>, task: TransferTask): void {
  if (isSettled(task.state)) transfers.clearFinished(task.id);
  else transfers.cancel(task.id);
}
