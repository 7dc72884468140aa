import { failureOf, type Environment, type Report } from '../../lib';
import type { TransferQueue, TransferTask } from '../../transfer';

interface Run {
  readonly at: number;
  loaded: number;
  isOver: boolean;
}

/** Tells how transfers begin (queued, or again) and end, from the states of their tasks. */
export function followTransfers(
  { tasks }: Pick<TransferQueue, 'tasks'>,
  report: Report,
  { now }: Pick<Environment, 'now'>,
): () => void {
  const runs = new Map<string, Run>();
  const follow = (task: TransferTask) => {
    const { id, kind, size, state } = task;
    const end = endOf(task);
    let run = runs.get(id);
    // What is over and runs again was retried.
    if (!run || (run.isOver && !end)) {
      run = { at: now(), loaded: 0, isOver: false };
      runs.set(id, run);
      report({ name: 'transfer-started', kind });
    }
    // How large a folder's ZIP becomes nobody knows before it is there.
    if (state.status === 'sending') run.loaded = state.loaded;
    if (!end || run.isOver) return;
    run.isOver = true;
    report({ kind, duration: now() - run.at, bytes: size || run.loaded, ...end });
  };
  return tasks.subscribe(() => tasks.get().forEach(follow));
}

function endOf({ state }: TransferTask) {
  switch (state.status) {
    case 'done':
      return { name: 'transfer-finished' } as const;
    case 'failed':
      return { name: 'transfer-failed', ...failureOf(state.error) } as const;
    case 'cancelled':
      return { name: 'transfer-cancelled' } as const;
    default:
      return undefined;
  }
}
