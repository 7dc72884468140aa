import { Button, Tooltip } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import { canPause, type TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useText } from '../text';
import { canRetry } from './can-retry';

/** One button for both, so that the focus stays where it is. */
export function PauseButton({ task }: { readonly task: TransferTask }) {
  const text = useText();
  const { transfers } = useControl();
  const { id, name, state } = task;
  const isPaused = state.status === 'paused';
  if (!isPaused && !canPause(task)) return null;
  return (
    <Tooltip content={text(isPaused ? 'transfer.resume' : 'transfer.pause', { name })} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={isPaused ? <PlayRegular /> : <PauseRegular />}
        onClick={() => (isPaused ? transfers.resume(id) : transfers.pause(id))}
      />
    </Tooltip>
  );
}

interface RowActionProps {
  readonly task: TransferTask;
  /** The button that was pressed goes away: the panel takes the focus. */
  readonly onAnswered: () => void;
}

/** Cancel while it runs, retry where that may help, nothing when it is done. */
export function RowAction({ task, onAnswered }: RowActionProps) {
  const text = useText();
  const { transfers } = useControl();
  const { name, state } = task;
  if (state.status === 'done') return null;
  const retries = canRetry(state);
  if (state.status === 'failed' && !retries) return null;
  return (
    <Tooltip content={text(retries ? 'transfer.retry' : 'transfer.cancel', { name })} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={retries ? <ArrowClockwiseRegular /> : <DismissRegular />}
        onClick={() => {
          if (retries) transfers.retry(task.id);
          else transfers.cancel(task.id);
          onAnswered();
        }}
      />
    </Tooltip>
  );
}
