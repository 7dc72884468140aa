import type {
  AccountInfo,
  AuthenticationResult,
  EndSessionPopupRequest,
  IPublicClientApplication,
} from '@azure/msal-browser';
import { OneDriveError, untilAborted, type Environment } from '../lib';
import type { Account } from './connection';
import { createConnectionRecords, type RecordEnvironment } from './connection-records';
import { keyOfHint } from './msal-hint';
import type { IdentityClient, IdentityConfiguration, SignInRequest } from './identity-client';
import { createMsalAccounts, openCaches, type AccountEnvironment } from './msal-accounts';
import { shareApplication } from './msal-application';
import { createInteractionGuard } from './interaction-guard';
import { provideApplication } from './msal-provided';
import { createSignInWindow } from './msal-window';
import { createRenewal, type RenewalEnvironment } from './msal-renewal';
import { readAccount, readIssued } from './read-account';
import { preloadSignInErrors, readSignInError } from './read-sign-in-error';

export interface MsalIdentity extends IdentityClient {
  /** For `MsalProvider` of @azure/msal-react, which the SPA uses: another one after each change. */
  readonly application: () => IPublicClientApplication;
}

export type MsalEnvironment = AccountEnvironment &
  RecordEnvironment &
  RenewalEnvironment &
  Pick<Environment, 'isForbidden' | 'randomId'>;

/** Signing in by MSAL, as this page and its tabs share it. */
export async function createMsalIdentity(
  configuration: IdentityConfiguration,
  environment: MsalEnvironment,
): Promise<MsalIdentity> {
  preloadSignInErrors();
  const caches = openCaches(configuration, environment);
  // MSAL could not begin with a list that can't be read.
  caches.all.forEach((cache) => cache.repair());
  const storedIds = () => caches.common?.accountIds() ?? new Set<string>();
  const shared = await shareApplication(configuration, storedIds);
  const accounts = createMsalAccounts(shared, { configuration, caches, environment });
  await accounts.catchUp();
  // The one place where the outcome of a redirect shows; it is memoised, so MsalProvider may ask again.
  const first = shared.current();
  const returned = first.handleRedirectPromise();
  // What went wrong is told to whoever asks.
  returned.catch(() => undefined);
  const renew = createRenewal(shared, { ...configuration, common: caches.common, environment });
  const window = createSignInWindow();
  const fail = async (reason: unknown): Promise<never> => {
    throw await readSignInError(reason, configuration.authority, environment);
  };
  const records = createConnectionRecords(configuration, environment);
  /** A connection, as a sign-in makes it. */
  const begin = async (
    by: IPublicClientApplication,
    result: AuthenticationResult,
    asked: readonly string[],
  ) => {
    const issued = readIssued(result);
    shared.learn(by, issued.account.id);
    await accounts.catchUp();
    return { ...issued, ...records.connect(issued.account, tokenScopes(result, asked)) };
  };
  const forget = async (account: Account) => {
    records.forget(account);
    await accounts.forget(account);
  };
  const interaction = createInteractionGuard(environment.tabStorage(), configuration.clientId);
  const requestOf = (request: SignInRequest) => ({
    ...hints(configuration, request),
    scopes: [...request.scopes],
  });
  return {
    application: () => provideApplication(shared.current(), accounts),
    accounts: () => accounts.list().map(readAccount),
    // Whoever is cached but not active is somebody that the user has switched away from.
    currentAccount: () => {
      const info = accounts.active();
      return info && readAccount(info);
    },
    activate: (account) => accounts.activate(account),
    onChange: (listener) => accounts.onChange(listener),
    signIn: async (request) => {
      if (request.account) records.ask(request.account, request.scopes);
      await accounts.catchUp();
      const application = shared.current();
      interaction.require();
      const state = environment.randomId();
      const unfollow = window.follow(application, state);
      const options = { ...requestOf(request), state, overrideInteractionInProgress: true };
      const result = await application.acquireTokenPopup(options).finally(unfollow).catch(fail);
      return begin(application, result, request.scopes);
    },
    signInSilently: async ({ scopes }) => {
      const { sid, domainHint } = configuration;
      const hint = keyOfHint(configuration);
      if (!hint || !shared.isFirst(hint)) throw new OneDriveError('sign-in-needed');
      const application = shared.current();
      const result = await application
        .ssoSilent({
          scopes: [...scopes],
          // Microsoft takes one of the two.
          ...(sid ? { sid } : { loginHint: hint }),
          ...(domainHint && { domainHint }),
        })
        .catch(fail);
      return begin(application, result, scopes);
    },
    look: () => window.look(),
    leave: async (request, signal) => {
      records.ask(request.account, request.scopes);
      interaction.require();
      // One of ours that hangs gives way: of redirects MSAL begins no other beside it.
      interaction.clear();
      const gone = shared.current().acquireTokenRedirect(requestOf(request)).catch(fail);
      // Resolved, the page is on its way out.
      const never = gone.then(() => new Promise<never>(() => undefined));
      return untilAborted(never, signal).finally(() => {
        if (!signal.aborted) return;
        globalThis.stop();
        interaction.clear();
      });
    },
    returned: async () => {
      const result = await returned.catch(fail);
      return result ? begin(first, result, []) : undefined;
    },
    acquireToken: async ({ account, scopes, claims, forceRefresh = false }) => {
      await accounts.catchUp();
      const info = accounts.find(account);
      // Without an account MSAL would take the active one, who may be somebody else.
      if (!info) throw new OneDriveError('sign-in-needed');
      const result = await renew({
        scopes: [...scopes],
        forceRefresh,
        account: info,
        ...(claims && { claims }),
      }).catch(fail);
      return { ...readIssued(result), ...records.renew(account, tokenScopes(result, scopes)) };
    },
    closeWindow: () => window.close(),
    forget,
    signOut: async (account) => {
      const info = accounts.find(account);
      interaction.clear();
      const options = { postLogoutRedirectUri: configuration.redirectUri, ...(info && logoutHints(info)) };
      const ended = shared.current().logoutPopup(options);
      // The window may stay open, or be closed by hand, which MSAL can't see: whatever becomes of it, nothing is kept.
      const forgotten = forget(account);
      await Promise.allSettled([ended, forgotten]);
      await forgotten;
      await ended.catch(fail);
    },
  };
}

function tokenScopes({ scopes, fromCache }: AuthenticationResult, asked: readonly string[]) {
  return { asked, granted: scopes, isFresh: !fromCache };
}

function hints({ loginHint, domainHint }: IdentityConfiguration, request: SignInRequest) {
  const hint = request.account?.username ?? loginHint;
  return {
    ...(hint && !request.selectAccount && { loginHint: hint }),
    ...(domainHint && { domainHint }),
    ...(request.claims && { claims: request.claims }),
    ...(request.askConsent && { prompt: 'consent' }),
    ...(request.selectAccount && { prompt: 'select_account' }),
  };
}

/** MSAL wipes what any client of the origin has of the account it is given: it gets one that nobody has. */
function logoutHints(info: AccountInfo): EndSessionPopupRequest {
  const hint = info.idTokenClaims?.login_hint;
  return { account: { ...info, homeAccountId: 'nobody' }, logoutHint: hint ?? info.username };
}
