import {
  createStandardPublicClientApplication,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { isLocalAuthority } from './cloud';
import { cloudAtLogin } from './microsoft-clouds';
import type { IdentityConfiguration } from './identity-client';
import { makeRoomForMsal } from './msal-global';

/** MSAL for one client id and authority: the same for all on a page who ask for it. */
export interface SharedApplication {
  readonly current: () => IPublicClientApplication;
  /** Makes it anew of what is stored now; those who ask at the same time get the same. */
  readonly renew: () => Promise<void>;
  /** Ids of the accounts that it has read, or signed in itself. Asked for another one it would lose that. */
  readonly knows: () => ReadonlySet<string>;
  /** The application has signed somebody in. One that was replaced meanwhile says nothing of the one that is current. */
  readonly learn: (by: IPublicClientApplication, accountId: string) => void;
  /** Whether this is the first time on this page that the session of a hint is asked for. */
  readonly isFirst: (hint: string) => boolean;
  /** Ids of those who were chosen on this page, by hand or by Microsoft, where it hinted at somebody: by hint. */
  readonly chosen: Map<string, string>;
  /** Somebody came or went: all on the page who share it hear of it. */
  readonly tell: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/**
 * MSAL waits for the redirect page's broadcast and cannot see that a window was closed (msal-js 8572, 8521): the
 * time is long, because the interface offers Cancel and Try again from the first second.
 */
const WINDOW_TIMEOUT = 10 * 60_000;

const REGISTRY = Symbol.for('onedrive-control.msal');

/** Two applications with one client id on a page race for the same cache (auth.md 4.2), bundles apart. */
export function shareApplication(
  configuration: IdentityConfiguration,
  storedIds: () => ReadonlySet<string>,
): Promise<SharedApplication> {
  const existing: unknown = Reflect.get(globalThis, REGISTRY);
  const registry: Map<string, Promise<SharedApplication>> = existing instanceof Map ? existing : new Map();
  Reflect.set(globalThis, REGISTRY, registry);
  const { clientId, authority, redirectUri, cacheLocation } = configuration;
  const key = [clientId, authority, redirectUri, cacheLocation].join('|');
  const known = registry.get(key);
  if (known) return known;
  const made = createShared(configuration, storedIds);
  registry.set(key, made);
  // What could not be made may be made later.
  made.catch(() => registry.delete(key));
  return made;
}

async function createShared(
  configuration: IdentityConfiguration,
  storedIds: () => ReadonlySet<string>,
): Promise<SharedApplication> {
  let knows = new Set<string>();
  const make = async () => {
    makeRoomForMsal();
    const read = new Set(storedIds());
    const made = await createStandardPublicClientApplication(msalConfiguration(configuration));
    knows = read;
    return made;
  };
  let application = await make();
  let making: Promise<void> | undefined;
  const renew = async () => {
    application = await make();
  };
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  return {
    current: () => application,
    knows: () => knows,
    learn: (by, accountId) => {
      // As the keys of the storage have it.
      if (by === application) knows.add(accountId.toLowerCase());
    },
    renew: () => (making ??= renew().finally(() => (making = undefined))),
    isFirst: (hint) => {
      const first = !asked.has(hint);
      asked.add(hint);
      return first;
    },
    chosen: new Map(),
    tell: () => listeners.forEach((listener) => listener()),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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
    // A login that answers late is no reason to take back what was put away: the page may still be leaving.
    system: { popupBridgeTimeout: WINDOW_TIMEOUT, redirectNavigationTimeout: WINDOW_TIMEOUT },
  };
}

/** The host that MSAL knows the accounts of an authority by, up to its aliases. */
export function environmentOf({ authority }: Pick<IdentityConfiguration, 'authority'>): string {
  return new URL(msalAuthority(authority).authority).host;
}

/**
 * MSAL wants an https authority with nothing but a tenant behind it. For the emulator it gets a nominal one, reserved
 * for loopback and never contacted, with metadata that names the emulator's endpoints (auth.md 2.2 B).
 */
function msalAuthority(authority: string) {
  if (!isLocalAuthority(authority)) {
    const { origin, host } = new URL(authority);
    // Of a cloud that it does not know MSAL would ask Microsoft's global one, which knows nothing of it either.
    return cloudAtLogin(origin) ? { authority } : { authority, knownAuthorities: [host] };
  }
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
