import {
  createStandardPublicClientApplication,
  EventType,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  type EventMessage,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { OneDriveError } from '../lib';
import { isLocalAuthority } from './cloud';
import type { Account } from './connection';
import type { IdentityClient, IdentityConfiguration, IssuedToken, SignInRequest } from './identity-client';
import { toSignInError } from './sign-in-error';

export interface MsalIdentity extends IdentityClient {
  /** For `MsalProvider` of @azure/msal-react, which the SPA uses. */
  readonly application: IPublicClientApplication;
}

/**
 * MSAL waits for the redirect page's broadcast and cannot see that a window was closed (msal-js 8572, 8521): the
 * time is long, because the interface offers Cancel and Try again from the first second.
 */
const WINDOW_TIMEOUT = 10 * 60_000;

/** The only file that knows MSAL. One application for each client id and authority on a page. */
export async function createMsalIdentity(configuration: IdentityConfiguration): Promise<MsalIdentity> {
  const application = await sharedApplication(configuration);
  // The one place where the outcome of a redirect shows; it is memoised, so MsalProvider may ask again.
  await application.handleRedirectPromise().catch(() => null);
  const { host } = new URL(msalAuthority(configuration.authority).authority);
  let popup: Window | undefined;
  application.addEventCallback((event) => {
    popup = popupOf(event) ?? popup;
  });
  // Accounts of another cloud (or of the emulator) on the same origin are none of ours. MSAL compares by aliases:
  // it stores those of login.microsoftonline.com under login.windows.net. Accounts are shared by all clients of an
  // origin; only an id token is this client's own.
  const accounts = () =>
    onePerPerson(application.getAllAccounts({ environment: host }).filter(({ idToken }) => idToken));
  const find = (account: Account) => accounts().find((info) => info.homeAccountId === account.id);
  return {
    application,
    accounts: () => accounts().map(readAccount),
    // Whoever is cached but not active is somebody that the user has switched away from.
    currentAccount: () => {
      const active = application.getActiveAccount()?.homeAccountId;
      const info = accounts().find(({ homeAccountId }) => homeAccountId === active);
      return info && readAccount(info);
    },
    activate: (account) => application.setActiveAccount(find(account) ?? null),
    signIn: (request) =>
      read(
        application.acquireTokenPopup({
          ...hints(configuration, request),
          scopes: [...request.scopes],
          overrideInteractionInProgress: true,
        }),
      ),
    acquireToken: async ({ account, scopes, claims, forceRefresh = false }) => {
      const info = find(account);
      // Without an account MSAL would take the active one, who may be somebody else.
      if (!info) throw new OneDriveError('sign-in-needed');
      return read(
        application.acquireTokenSilent({
          scopes: [...scopes],
          forceRefresh,
          account: info,
          ...(claims && { claims }),
        }),
      );
    },
    closeWindow: () => popup?.close(),
    forget: async (account) => {
      const info = find(account);
      // Without an account MSAL would wipe everybody's.
      if (info) await application.clearCache({ account: info });
    },
    signOut: async (account) => {
      const info = find(account);
      try {
        await application.logoutPopup({
          postLogoutRedirectUri: configuration.redirectUri,
          ...(info && { account: info }),
        });
      } catch (reason) {
        throw toSignInError(reason);
      } finally {
        // Whatever becomes of the window (blocked, closed by hand), this page keeps nothing.
        if (info) await application.clearCache({ account: info });
      }
    },
  };
}

async function read(result: Promise<AuthenticationResult>): Promise<IssuedToken> {
  try {
    const { accessToken, account, expiresOn } = await result;
    return { token: accessToken, account: readAccount(account), expiresOn: expiresOn?.getTime() };
  } catch (reason) {
    throw toSignInError(reason);
  }
}

function hints({ loginHint, domainHint }: IdentityConfiguration, request: SignInRequest) {
  const hint = request.account?.username ?? loginHint;
  return {
    ...(hint && !request.selectAccount && { loginHint: hint }),
    ...(domainHint && { domainHint }),
    ...(request.claims && { claims: request.claims }),
    ...(request.selectAccount && { prompt: 'select_account' }),
  };
}

/** Guests of other tenants have a profile in each of them. */
function onePerPerson(infos: readonly AccountInfo[]): readonly AccountInfo[] {
  return infos.filter(
    ({ homeAccountId }, index) => index === infos.findIndex((info) => info.homeAccountId === homeAccountId),
  );
}

function readAccount(info: AccountInfo): Account {
  return {
    id: info.homeAccountId,
    name: info.name ?? info.username,
    username: info.username,
    tenantId: info.tenantId,
  };
}

function popupOf({ eventType, payload }: EventMessage): Window | undefined {
  if (eventType !== EventType.POPUP_OPENED || !payload || !('popupWindow' in payload)) return undefined;
  return payload.popupWindow;
}

const REGISTRY = Symbol.for('onedrive-control.msal');

/** Two applications with one client id on a page race for the same cache (auth.md 4.2), bundles apart. */
function sharedApplication(configuration: IdentityConfiguration): Promise<IPublicClientApplication> {
  const existing: unknown = Reflect.get(globalThis, REGISTRY);
  const registry: Map<string, Promise<IPublicClientApplication>> = existing instanceof Map
    ? existing
    : new Map();
  Reflect.set(globalThis, REGISTRY, registry);
  const key = [configuration.clientId, configuration.authority, configuration.redirectUri].join('|');
  const known = registry.get(key);
  if (known) return known;
  const made = createStandardPublicClientApplication(msalConfiguration(configuration));
  registry.set(key, made);
  // What could not be made may be made later.
  made.catch(() => registry.delete(key));
  return made;
}

function msalConfiguration(configuration: IdentityConfiguration): Configuration {
  return {
    auth: {
      clientId: configuration.clientId,
      redirectUri: configuration.redirectUri,
      postLogoutRedirectUri: configuration.redirectUri,
      clientCapabilities: ['CP1'],
      ...msalAuthority(configuration.authority),
    },
    cache: { cacheLocation: configuration.cacheLocation ?? 'sessionStorage' },
    system: { popupBridgeTimeout: WINDOW_TIMEOUT },
  };
}

/**
 * MSAL wants an https authority with nothing but a tenant behind it. For the emulator it gets a nominal one, reserved
 * for loopback and never contacted, with metadata that names the emulator's endpoints (auth.md 2.2 B).
 */
function msalAuthority(authority: string) {
  if (!isLocalAuthority(authority)) return { authority };
  const slash = authority.lastIndexOf('/');
  const endpoint = (path: string) => `${authority.slice(0, slash)}/{tenantid}${path}`;
  return {
    authority: `https://login.localhost${authority.slice(slash)}`,
    knownAuthorities: ['login.localhost'],
    authorityMetadata: JSON.stringify({
      issuer: endpoint('/v2.0'),
      authorization_endpoint: endpoint('/oauth2/v2.0/authorize'),
      token_endpoint: endpoint('/oauth2/v2.0/token'),
      end_session_endpoint: endpoint('/oauth2/v2.0/logout'),
      jwks_uri: endpoint('/discovery/v2.0/keys'),
    }),
  };
}
