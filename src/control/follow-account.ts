import { isSameAccount, type Account, type Connection, type PermissionGate } from '../auth';
import type { FolderBrowser, FolderPlace, Picker } from '../drive';
import type { ReadableStore } from '../lib';
import type { TransferQueue } from '../transfer';

interface AccountFollowers {
  readonly folder: Pick<FolderBrowser, 'openPath' | 'refresh' | 'dispose'>;
  readonly picker: Pick<Picker, 'clear'>;
  readonly transfers: Pick<TransferQueue, 'cancelAll' | 'clearFinished'>;
  readonly operations: { readonly clear: () => void };
  readonly permission: Pick<PermissionGate, 'decline'>;
  readonly start: () => FolderPlace;
  readonly opensFolder: boolean;
}

/** Another account: its drive, from where it starts. Signed out: nothing of the old one stays. Back again: go on. */
export function followAccount(
  connection: ReadableStore<Connection>,
  { folder, picker, transfers, operations, permission, start, opensFolder }: AccountFollowers,
): () => void {
  let account: Account | undefined;
  let expired = false;
  /** What the account before was shown, asked or doing must not go on under another one. */
  const clear = () => {
    permission.decline();
    operations.clear();
    transfers.cancelAll();
    transfers.clearFinished();
    picker.clear();
    folder.dispose();
  };
  const follow = () => {
    const now = connection.get();
    if (now.state === 'signed-out') {
      account = undefined;
      clear();
    }
    if (now.state === 'connected') {
      const before = account;
      account = now.account;
      if (!before || !isSameAccount(before, account)) {
        if (before) clear();
        if (opensFolder) void folder.openPath(start());
      } else if (expired && opensFolder) {
        folder.refresh();
      }
    }
    if (now.state !== 'connecting') expired = now.state === 'expired';
  };
  follow();
  return connection.subscribe(follow);
}
