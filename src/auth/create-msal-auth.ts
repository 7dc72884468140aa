import type { Environment } from '../lib';
import { createAuth, type Auth } from './auth';
import type { Cloud, CloudChoice } from './cloud';
import type { IdentityConfiguration } from './identity-client';
import { resolveInteraction, type InteractionChoice } from './interaction';
import { loadMsalIdentity } from './load-msal';
import type { MsalEnvironment, MsalIdentity } from './msal';
import { requireSignIn } from './read-sign-in';
import { usableCache } from './usable-cache';

/** What an app registration says, and how to sign in to it. */
export interface SignInSettings extends CloudChoice {
  /** The Application (client) ID of the app registration. */
  readonly clientId: string;
  /** Absolute address of `oauth2callback.html`, on the page's own origin. */
  readonly redirectUri: string;
  /** Instead of the control's own, which ask for writing only when something is written. */
  readonly scopes?: readonly string[] | undefined;
  readonly cacheLocation?: IdentityConfiguration['cacheLocation'];
  /** `auto` unless told. */
  readonly interaction?: InteractionChoice | undefined;
  /** Who is signed in at the start without a word where Microsoft has a session of theirs; else it fills in the window. */
  readonly loginHint?: string | undefined;
  /** The id of that session (the claim `sid` of a token), instead of who it is. */
  readonly sid?: string | undefined;
  readonly domainHint?: string | undefined;
}

/** What signing in by MSAL gives. */
export interface MsalAuth {
  readonly auth: Auth;
  readonly cloud: Cloud;
  /** Resolves as soon as MSAL could be loaded. Never rejects: `auth.connection` tells of a failure. */
  readonly identity: Promise<MsalIdentity>;
}

/**
 * Signing in by MSAL, which is loaded at once, as a chunk of its own.
 *
 * @throws OneDriveError `configuration-invalid`, its serviceCode naming the setting
 * @example createMsalAuth({ clientId, redirectUri: new URL('/oauth2callback.html', location.origin).href }, environment)
 */
export function createMsalAuth(
  settings: SignInSettings,
  environment: MsalEnvironment & Pick<Environment, 'fetch' | 'after' | 'isFramed'>,
): MsalAuth {
  const { loginHint, sid, domainHint } = settings;
  // Decided once: where nothing outlives the page, it can't go away either.
  const cacheLocation = usableCache(settings.cacheLocation, environment);
  const { clientId, redirectUri, cloud, scopes } = requireSignIn(settings);
  const { authority } = cloud;
  const configuration = { clientId, authority, redirectUri, cacheLocation, loginHint, sid, domainHint };
  let resolve: (identity: MsalIdentity) => void;
  const identity = new Promise<MsalIdentity>((resolved) => {
    resolve = resolved;
  });
  const loadIdentity = async () => {
    const loaded = await loadMsalIdentity(configuration, environment);
    resolve(loaded);
    return loaded;
  };
  const redirect = { clientId, ...resolveInteraction({ ...settings, cacheLocation }, environment) };
  const auth = createAuth({ loadIdentity, authority, scopes, environment, redirect });
  return { auth: { ...auth, registration: { clientId, redirectUri, authority } }, cloud, identity };
}
