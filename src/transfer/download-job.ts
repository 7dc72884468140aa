import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';

/** What lives as long as the task, over all its runs. */
export interface DownloadJob {
  readonly run: (context: TransferContext) => Promise<TransferEvent>;
  /** Nothing can come of it any more, or all has: what was begun is given up. */
  readonly release: () => void;
}
