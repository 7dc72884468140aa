import {
  createHostAuth,
  readScopes,
  resolveCloud,
  resolveGraphRoot,
  type Auth,
  type CloudChoice,
  type GetAccessToken,
  type HostApplication,
  type SignInSettings,
} from '../auth';
import { invalidSetting } from '../lib';
import { createIdentify } from './identify-account';
import type { PageShare } from './page-share';

/** Who may call Graph, and where Graph is. */
interface OwnAuth {
  readonly auth: Auth;
  /** For example `https://graph.microsoft.com/v1.0`. */
  readonly graphRoot: string;
}

/** Or: sign in by MSAL. Controls of a page with equal settings share one sign-in. */
interface MsalSignIn {
  readonly signIn: SignInSettings;
  /** Another place of Graph than the cloud's own. Tokens are sent there and nowhere else. */
  readonly graphRoot?: string | undefined;
}

/**
 * Or: the page's own tokens. Nobody is signed in here, and MSAL is not loaded; `tenant`, `authority` and `cloud`
 * only tell where Graph is.
 */
export interface HostSignIn extends CloudChoice {
  /** Asked whenever a token is needed. */
  readonly getAccessToken: GetAccessToken;
  /** Scopes to ask for instead of the control's own. */
  readonly scopes?: readonly string[] | undefined;
  readonly graphRoot?: string | undefined;
}

/** Or: the page's own MSAL, whose active account the control follows. No other MSAL is loaded. */
interface HostApplicationSignIn extends CloudChoice {
  readonly publicClientApplication: HostApplication;
  readonly scopes?: readonly string[] | undefined;
  readonly graphRoot?: string | undefined;
}

export type SignInWay = OwnAuth | MsalSignIn | HostSignIn | HostApplicationSignIn;

export interface ResolvedSignIn extends OwnAuth {
  /** Where the sign-in is the control's alone. */
  readonly disposeAuth?: () => void;
}

/** @throws OneDriveError `configuration-invalid` */
export function resolveSignIn(way: SignInWay, share: PageShare): ResolvedSignIn {
  if ('auth' in way) return way;
  if ('signIn' in way) {
    const { auth, cloud } = share.signIn(way.signIn);
    return { auth, graphRoot: rootOf(way, cloud.graphRoot) };
  }
  if ('publicClientApplication' in way) return signInByHost(way, share);
  const { getAccessToken } = way;
  if (typeof getAccessToken !== 'function') throw invalidSetting('getAccessToken');
  const graphRoot = rootOf(way, resolveCloud(way).graphRoot);
  const scopes = way.scopes && readScopes(way.scopes, graphRoot);
  const identify = createIdentify(graphRoot, share);
  const { environment } = share;
  const auth = createHostAuth({ getAccessToken, scopes, identify, environment });
  return { auth, graphRoot, disposeAuth: () => auth.dispose() };
}

function signInByHost(way: HostApplicationSignIn, share: PageShare): ResolvedSignIn {
  const { publicClientApplication: application } = way;
  const { authority, graphRoot: ofCloud } = resolveCloud(way);
  const graphRoot = rootOf(way, ofCloud);
  const scopes = way.scopes && readScopes(way.scopes, graphRoot);
  return { auth: share.signInBy(application, { authority, scopes }), graphRoot };
}

function rootOf({ graphRoot }: Pick<MsalSignIn, 'graphRoot'>, ofCloud: string): string {
  return graphRoot === undefined ? ofCloud : resolveGraphRoot(graphRoot);
}
