import { OneDriveError } from '../lib';
import type { HostApplication } from './host-application';
import type { IdentityClient } from './identity-client';
import { readAccount, readIssued, type AccountDetails } from './read-account';
import { wrongSetting } from './setting-problem';
import { toSignInError } from './sign-in-error';

const NEEDED = [
  'getActiveAccount',
  'getAllAccounts',
  'acquireTokenSilent',
  'acquireTokenPopup',
  'addEventCallback',
  'removeEventCallback',
] as const;

/** Gone since version 5. */
const OLDER = 'getAccountByHomeId';

/** @throws OneDriveError `configuration-invalid` for what is no MSAL, or one of another major version */
function requireHostApplication(given: unknown): HostApplication {
  const setting = 'publicClientApplication';
  if (!isApplication(given)) throw wrongSetting(`${setting}.foreign`, typeof given);
  if (OLDER in given) throw wrongSetting(`${setting}.other-version`, 'MSAL 2–4');
  return given;
}

function isApplication(given: unknown): given is HostApplication {
  return (
    typeof given === 'object' &&
    given !== null &&
    NEEDED.every((name) => typeof Reflect.get(given, name) === 'function')
  );
}

/**
 * Signing in over the page's own MSAL. Who is signed in, and what is stored of it, is the page's: the control uses the
 * active account, follows it, and wipes nothing.
 *
 * @throws OneDriveError `configuration-invalid` for what is no MSAL, or one of another major version
 */
export function createHostIdentity(given: HostApplication): IdentityClient {
  const application = requireHostApplication(given);
  /** Who came by a window of ours: a page need not have made it the active one. */
  let last = '';
  const active = (): AccountDetails | undefined => {
    const all = application.getAllAccounts();
    const only = all.length === 1 ? all[0] : undefined;
    return application.getActiveAccount() ?? all.find(({ homeAccountId }) => homeAccountId === last) ?? only;
  };
  const account = () => {
    const info = active();
    return info ? readAccount(info) : undefined;
  };
  const nobody = async () => {
    throw new OneDriveError('sign-in-needed');
  };
  /** A window of ours is open, or one of the page's was told of: another click takes over from it. */
  let takesOver = false;
  return {
    accounts: () => {
      const now = account();
      return now ? [now] : [];
    },
    currentAccount: account,
    activate: () => undefined,
    onChange: (listener) => {
      const id = application.addEventCallback(listener);
      return () => {
        if (id !== null) application.removeEventCallback(id);
      };
    },
    signIn: async ({ scopes, claims }) => {
      const info = active();
      const request = {
        scopes: [...scopes],
        ...(info && { account: info }),
        ...(claims && { claims }),
        overrideInteractionInProgress: takesOver,
      };
      takesOver = true;
      try {
        const issued = readIssued(await application.acquireTokenPopup(request));
        takesOver = false;
        last = issued.account.id;
        return issued;
      } catch (reason) {
        const error = toSignInError(reason);
        takesOver = error.serviceCode === 'interaction_in_progress';
        throw error;
      }
    },
    acquireToken: async ({ scopes, claims, forceRefresh = false, account: { id } }) => {
      const info = active();
      if (info?.homeAccountId !== id) throw new OneDriveError('sign-in-needed');
      const request = { scopes: [...scopes], account: info, forceRefresh, ...(claims && { claims }) };
      try {
        return readIssued(await application.acquireTokenSilent(request));
      } catch (reason) {
        throw toSignInError(reason);
      }
    },
    signInSilently: nobody,
    look: () => 'none',
    leave: nobody,
    returned: async () => undefined,
    closeWindow: () => undefined,
    forget: async () => undefined,
    signOut: async () => undefined,
  };
}
