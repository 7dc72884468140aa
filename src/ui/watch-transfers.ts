import type { Transfers } from '../host';
import { createBrowserEnvironment, type ReadableStore } from '../lib';
import { followPace, type TransferQueue } from '../transfer';

const environment = createBrowserEnvironment();

/** A queue as whoever draws it wants it: one value that changes, with the commands in it. */
export function watchTransfers(queue: TransferQueue): ReadableStore<Transfers> {
  const pace = followPace(queue.tasks, environment);
  const commands = commandsOf(queue);
  let last: Transfers | undefined;
  return {
    get: () => {
      const now = { tasks: queue.tasks.get(), pace: pace.get() };
      if (last?.tasks !== now.tasks || last.pace !== now.pace)
        last = { ...now, summary: queue.summary(), ...commands };
      return last;
    },
    subscribe: (listener) => {
      const ends = [queue.tasks.subscribe(listener), pace.subscribe(listener)];
      return () => ends.forEach((end) => end());
    },
  };
}

function commandsOf(queue: TransferQueue): Omit<Transfers, 'tasks' | 'summary' | 'pace'> {
  return {
    pause: (id) => (id === undefined ? queue.pauseAll() : queue.pause(id)),
    resume: (id) => (id === undefined ? queue.resumeAll() : queue.resume(id)),
    cancel: (id) => (id === undefined ? queue.cancelAll() : queue.cancel(id)),
    retry: (id) => (id === undefined ? queue.retryFailed() : queue.retry(id)),
    resolveConflict: (id, answer) => queue.resolveConflict(id, answer),
    clearFinished: (id) => queue.clearFinished(id),
  };
}
