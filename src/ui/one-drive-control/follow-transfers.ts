import type { Transfers } from '../../host';
import { untilStore } from '../../lib';
import type { TransferQueue } from '../../transfer';
import { laterCode } from '../later';

const code = laterCode(() => import('./tell-transfers'));

/** Tells of each change, from the first transfer on: a page that only lists files loads nothing for it. */
export function followTransfers(queue: TransferQueue, tell: (transfers: Transfers) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  untilStore(queue.tasks, (tasks) => tasks.length > 0 || undefined, signal)
    .then(code.load)
    .then(({ tellTransfers }) => tellTransfers(queue, tell, signal))
    // It ends with the control, or its code can't be had: then the panel can't either.
    .catch(() => undefined);
  return () => ended.abort();
}
