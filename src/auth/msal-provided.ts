import type { IPublicClientApplication } from '@azure/msal-browser';
import type { MsalAccounts } from './msal-accounts';

/**
 * An application as `MsalProvider` may have it. At every event that asks for all accounts, which costs those their
 * tokens that another tab is just storing (docs/decisions/0016): it is told of those that are signed in here.
 */
export function provideApplication(
  application: IPublicClientApplication,
  accounts: Pick<MsalAccounts, 'list' | 'active'>,
): IPublicClientApplication {
  const provided: IPublicClientApplication = Object.create(application);
  return Object.assign(provided, {
    getAllAccounts: () => [...accounts.list()],
    getActiveAccount: () => accounts.active() ?? null,
  });
}
