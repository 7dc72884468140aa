import type { Connection, PermissionGate } from '../auth';
import type { FolderBrowser } from '../drive';
import type { ReadableStore } from '../lib';
import type { TransferQueue } from '../transfer';

interface AccountFollowers {
  readonly folder: Pick<FolderBrowser, 'openPath' | 'refresh' | 'dispose'>;
  readonly transfers: Pick<TransferQueue, 'cancelAll' | 'clearFinished'>;
  readonly permission: Pick<PermissionGate, 'decline'>;
  readonly startPath: () => readonly string[];
}

/** Another account: its drive, from where it starts. Signed out: nothing of the old one stays. Back again: go on. */
export function followAccount(
  connection: ReadableStore<Connection>,
  { folder, transfers, permission, startPath }: AccountFollowers,
): () => void {
  let accountId: string | undefined;
  let expired = false;
  /** What the account before was shown, asked or doing must not go on under another one. */
  const clear = () => {
    permission.decline();
    transfers.cancelAll();
    transfers.clearFinished();
    folder.dispose();
  };
  const follow = () => {
    const now = connection.get();
    if (now.state === 'signed-out') {
      accountId = undefined;
      clear();
    }
    if (now.state === 'connected') {
      if (now.account.id !== accountId) {
        if (accountId !== undefined) clear();
        accountId = now.account.id;
        void folder.openPath(startPath());
      } else if (expired) {
        folder.refresh();
      }
    }
    if (now.state !== 'connecting') expired = now.state === 'expired';
  };
  follow();
  return connection.subscribe(follow);
}
