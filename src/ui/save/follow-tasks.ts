import { isSettled, type TransferTask } from '../../transfer';
import { openParts, type SavePart, type SavePhase } from './save-state';

/** The files, with what their uploads have come to; the same list where that is nothing new. */
export function followParts(parts: readonly SavePart[], tasks: readonly TransferTask[]): readonly SavePart[] {
  const followed = parts.map((part) => {
    const end = part.end ? undefined : endOf(part, tasks, parts.length > 1);
    return end ? { ...part, end } : part;
  });
  return followed.every((part, index) => part === parts[index]) ? parts : followed;
}

/**
 * How far they are; undefined where nothing is under way. What was retried in the panel of transfers is under way
 * again, whatever the tray says by then.
 */
export function phaseOfTasks(
  parts: readonly SavePart[],
  tasks: readonly TransferTask[],
): Extract<SavePhase, { readonly status: 'asking' | 'running' }> | undefined {
  const open = openParts(parts).flatMap((part) => {
    const task = taskOf(part, tasks);
    return part.sent && task && !isSettled(task.state) ? [{ task, folder: part.sent.folder }] : [];
  });
  for (const { task, folder } of open) {
    const { id: taskId, name, state } = task;
    if (state.status !== 'conflict') continue;
    return { status: 'asking', question: { by: 'upload', taskId, name, folder, existing: state.existing } };
  }
  return open.length > 0 ? { status: 'running', tasks: open.map(({ task }) => task) } : undefined;
}

/** What the uploads that have ended failed of: the first failure speaks for all. */
export function failureOf(parts: readonly SavePart[], tasks: readonly TransferTask[]) {
  for (const part of openParts(parts)) {
    const state = taskOf(part, tasks)?.state;
    if (state?.status === 'failed') return state.error;
  }
  return undefined;
}

export function taskOf({ sent }: SavePart, tasks: readonly TransferTask[]): TransferTask | undefined {
  return sent && tasks.find(({ id }) => id === sent.taskId);
}

/** Of the only file, skipping it means another name. */
function endOf(part: SavePart, tasks: readonly TransferTask[], isOneOfSeveral: boolean): SavePart['end'] {
  const state = taskOf(part, tasks)?.state;
  if (part.sent && state?.status === 'done' && state.item) {
    return { kind: 'saved', item: state.item, folder: part.sent.folder };
  }
  const isSkipped = state?.status === 'cancelled' && state.skipped === true;
  return isSkipped && isOneOfSeveral ? { kind: 'left-out' } : undefined;
}
