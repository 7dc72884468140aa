import type { Transfers } from '../../host';
import type { TransferQueue } from '../../transfer';
import { watchTransfers } from '../watch-transfers';

/** The queue's transfers for a host that is told of each change. */
export function tellTransfers(
  queue: TransferQueue,
  tell: (transfers: Transfers) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const transfers = watchTransfers(queue);
  let told: Transfers | undefined;
  const look = () => {
    const now = transfers.get();
    if (now === told) return;
    told = now;
    tell(now);
  };
  signal.addEventListener('abort', transfers.subscribe(look));
  look();
}
