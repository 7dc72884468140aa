import type { Connection } from '../auth';
import type { FolderBrowser } from '../drive';
import type { ReadableStore } from '../lib';
import type { TransferQueue } from '../transfer';

interface AccountFollowers {
  readonly folder: FolderBrowser;
  readonly transfers: TransferQueue;
  readonly startPath: () => readonly string[];
}

/** Another account: its drive from the start. Signed out: nothing of the old one stays. Back again: go on. */
export function followAccount(
  connection: ReadableStore<Connection>,
  { folder, transfers, startPath }: AccountFollowers,
): () => void {
  let accountId: string | undefined;
  let expired = false;
  const follow = () => {
    const now = connection.get();
    if (now.state === 'signed-out') {
      accountId = undefined;
      transfers.cancelAll();
      transfers.clearFinished();
      folder.dispose();
    }
    if (now.state === 'connected') {
      if (now.account.id !== accountId) {
        if (accountId !== undefined) transfers.cancelAll();
        folder.dispose();
        void folder.openPath(startPath());
      } else if (expired) {
        folder.refresh();
      }
      accountId = now.account.id;
    }
    if (now.state !== 'connecting') expired = now.state === 'expired';
  };
  follow();
  return connection.subscribe(follow);
}
