import { Button, Tooltip } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  DeleteDismissRegular,
  DismissRegular,
  InfoRegular,
  PauseRegular,
  PlayRegular,
} from '@fluentui/react-icons';
import { canPause, isSettled, type TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState, type FailureRequest } from '../view-state';
import { canRetry } from './can-retry';
import { GoOnButton } from './go-on-button';
import { ArrivedButtons } from './row-links';

interface RowButtonProps {
  readonly task: TransferTask;
}

/** All that can be done with one transfer: what there is to do stands last, in the same place in every row. */
export function RowButtons({ task }: RowButtonProps) {
  const { state, folder } = task;
  return (
    <>
      <PauseButton task={task} />
      {state.status === 'interrupted' && <GoOnButton id={task.id} name={task.name} needs={state.needs} />}
      {state.status === 'failed' && <DetailsButton name={task.name} error={state.error} />}
      {state.status === 'done' && state.item && folder ? (
        <ArrivedButtons item={state.item} folder={folder} />
      ) : (
        <RowAction task={task} />
      )}
    </>
  );
}

/** One button for both, so that the focus stays where it is. */
function PauseButton({ task }: RowButtonProps) {
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

function DetailsButton(failure: Pick<FailureRequest, 'name' | 'error'>) {
  const text = useText();
  const { dialog } = useViewState();
  return (
    <Tooltip content={text('transfer.details', { name: failure.name })} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<InfoRegular />}
        onClick={() => dialog.set({ kind: 'failure', ...failure })}
      />
    </Tooltip>
  );
}

/** Cancel while something may still become of it, retry where that may help, else nothing but to take it away. */
function RowAction({ task }: RowButtonProps) {
  const text = useText();
  const { transfers } = useControl();
  const { id, name, state } = task;
  const action = !isSettled(state) ? 'cancel' : canRetry(state) ? 'retry' : 'remove';
  const run = {
    cancel: () => transfers.cancel(id),
    retry: () => transfers.retry(id),
    remove: () => transfers.clearFinished(id),
  };
  return (
    <Tooltip content={text(`transfer.${action}`, { name })} relationship="label">
      <Button appearance="subtle" size="small" icon={ICONS[action]} onClick={run[action]} />
    </Tooltip>
  );
}

const ICONS = {
  cancel: <DismissRegular />,
  retry: <ArrowClockwiseRegular />,
  remove: <DeleteDismissRegular />,
};
