import {
  CacheLookupPolicy,
  type AuthenticationResult,
  type IPublicClientApplication,
  type SilentRequest,
} from '@azure/msal-browser';
import type { Environment } from '../lib';
import type { SharedApplication } from './msal-application';
import type { MsalCache } from './msal-cache';

interface RenewingApplication extends Pick<SharedApplication, 'renew'> {
  readonly current: () => Pick<IPublicClientApplication, 'acquireTokenSilent'>;
}

interface RenewalParts {
  readonly clientId: string;
  readonly common: Pick<MsalCache, 'stampOf' | 'repair'> | undefined;
  readonly environment: RenewalEnvironment;
}

export type RenewalEnvironment = Pick<Environment, 'alone' | 'onStored' | 'after'>;

/** Milliseconds to wait for a tab that renews the same; a hidden frame gives up after 10 s. */
const PATIENCE = 15_000;
/** Milliseconds until what another tab has stored is seen here at the latest; where it failed, nothing comes. */
const DELAY = 1_000;

/** A token without a window. Tabs that share what is stored renew it one after the other: the first does it for all. */
export function createRenewal(shared: RenewingApplication, { clientId, common, environment }: RenewalParts) {
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
    const id = request.account?.homeAccountId ?? '';
    const stamp = common.stampOf(id);
    const hasNews = () => common.stampOf(id) !== stamp;
    const before = await cached(request);
    if (before && !request.forceRefresh) return before;
    const name = `onedrive-control.${clientId}.${id}`;
    return environment.alone(name, PATIENCE, async (waited) => {
      if (waited) await untilStored(environment, hasNews);
      if (hasNews()) {
        // While two write MSAL's lists at once, a token may be stored and not be listed.
        common.repair();
        await shared.renew();
      }
      const now = await cached(request);
      return now && now.accessToken !== before?.accessToken ? now : renew();
    });
  };
}

/** A lock that another tab has let go is here before what it had stored. */
function untilStored(
  { onStored, after }: Pick<Environment, 'onStored' | 'after'>,
  hasNews: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopHearing();
      stopWaiting();
      resolve();
    };
    const look = () => {
      if (hasNews()) end();
    };
    const stopHearing = onStored(look);
    const stopWaiting = after(DELAY, end);
    look();
  });
}
