import type { IPublicClientApplication } from '@azure/msal-browser';
import { OneDriveError, type Environment } from '../lib';
import type { Account } from './connection';
import { createConnectionRecords, type RecordEnvironment } from './connection-records';
import type { IdentityClient, IdentityConfiguration } from './identity-client';
import { createInteractionGuard } from './interaction-guard';
import { createMsalAccounts, openCaches, type AccountEnvironment } from './msal-accounts';
import { shareApplication } from './msal-application';
import { provideApplication } from './msal-provided';
import { createRenewal, type RenewalEnvironment } from './msal-renewal';
import { signOutRequest, tokenScopes } from './msal-requests';
import { createMsalSignIn } from './msal-sign-in';
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
  const records = createConnectionRecords(configuration, environment);
  const interaction = createInteractionGuard(environment.tabStorage(), configuration.clientId);
  const renew = createRenewal(shared, { ...configuration, common: caches.common, environment });
  const fail = async (reason: unknown): Promise<never> => {
    throw await readSignInError(reason, configuration.authority, environment);
  };
  const forget = async (account: Account) => {
    records.forget(account);
    await accounts.forget(account);
  };
  return {
    application: () => provideApplication(shared.current(), accounts),
    ...createMsalSignIn({ configuration, environment, shared, accounts, records, interaction, fail }),
    accounts: () => accounts.list().map(readAccount),
    // Whoever is cached but not active is somebody that the user has switched away from.
    currentAccount: () => {
      const info = accounts.active();
      return info && readAccount(info);
    },
    activate: (account) => accounts.activate(account),
    onChange: (listener) => accounts.onChange(listener),
    acquireToken: async ({ account, scopes, claims, forceRefresh = false }) => {
      await accounts.catchUp();
      const info = accounts.find(account);
      // Without an account MSAL would take the active one, who may be somebody else.
      if (!info) throw new OneDriveError('sign-in-needed');
      const request = { scopes: [...scopes], forceRefresh, account: info, ...(claims && { claims }) };
      const result = await renew(request).catch(fail);
      return { ...readIssued(result), ...records.renew(account, tokenScopes(result, scopes)) };
    },
    forget,
    signOut: async (account) => {
      interaction.clear();
      const options = signOutRequest(configuration, accounts.find(account));
      const ended = shared.current().logoutPopup(options);
      // The window may stay open, or be closed by hand, which MSAL can't see: whatever becomes of it, nothing is kept.
      const forgotten = forget(account);
      await Promise.allSettled([ended, forgotten]);
      await forgotten;
      await ended.catch(fail);
    },
  };
}
