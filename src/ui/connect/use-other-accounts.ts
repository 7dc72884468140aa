import type { Account } from '../../auth';
import { useControl, useStore } from '../control-context';

/** Who is signed in here besides the one whose files are shown. */
export function useOtherAccounts(): readonly Account[] {
  const control = useControl();
  const connection = useStore(control.connection);
  const active = 'account' in connection ? connection.account?.id : undefined;
  return useStore(control.accounts).filter(({ id }) => id !== active);
}
