import { CacheLookupPolicy, type AuthenticationResult, type SilentRequest } from '@azure/msal-browser';
import type { Environment } from '../lib';
import type { SharedApplication } from './msal-application';
import type { MsalCache } from './msal-cache';

interface RenewalParts {
  readonly clientId: string;
  readonly common: MsalCache | undefined;
  readonly environment: Pick<Environment, 'alone'>;
}

/** Milliseconds to wait for a tab that renews the same; a hidden frame gives up after 10 s. */
const PATIENCE = 15_000;

/** A token without a window. Tabs that share what is stored renew it one after the other: the first does it for all. */
export function createRenewal(shared: SharedApplication, { clientId, common, environment }: RenewalParts) {
  const cached = (request: SilentRequest) =>
    shared
      .current()
      .acquireTokenSilent({
        ...request,
        forceRefresh: false,
        cacheLookupPolicy: CacheLookupPolicy.AccessToken,
      })
      .catch(() => undefined);

  return async (request: SilentRequest): Promise<AuthenticationResult> => {
    const renew = () => shared.current().acquireTokenSilent(request);
    // A challenge is answered past every cache, by each tab that was asked.
    if (!common || request.claims) return renew();
    const before = await cached(request);
    if (before && !request.forceRefresh) return before;
    const name = `onedrive-control.${clientId}.${request.account?.homeAccountId}`;
    return environment.alone(name, PATIENCE, async (waited) => {
      // MSAL hears of another tab's tokens when it is told; what is stored is there already.
      if (waited) await shared.renew();
      const now = await cached(request);
      return now && now.accessToken !== before?.accessToken ? now : renew();
    });
  };
}
