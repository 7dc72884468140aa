import { decodeJwt } from 'jose';
import { sessionCookie } from './browser-sessions';
import type { BrowserSession, SignedInAccount } from './browser-sessions';
import type { IdentityState } from './identity-state';
import { signedOutPage, signOutChoicePage } from './pages/sign-out-pages';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { issuerOf, opaqueLoginHint } from './tokens';

/** `/{tenant}/oauth2/v2.0/logout`, GET and POST. */
export async function logoutEndpoint(request: Request, state: IdentityState): Promise<Response> {
  const parameters = await readParameters(request);
  const session = state.sessions.read(request);
  const returnTo = returnAddress(parameters, state);
  if (session === undefined) return signedOut(returnTo, [], undefined);
  const hinted = session.accounts.filter((account) => matches(account, parameters));
  if (hinted.length === 0 && session.accounts.length > 1) {
    const { pathname } = new URL(request.url);
    const accounts = session.accounts.map(({ user }) => user);
    return signOutChoicePage(`${state.basePath}${pathname}`, accounts, parameters, returnTo);
  }
  const leaving = hinted.length > 0 ? hinted : [...session.accounts];
  signOut(session, leaving);
  const frames = leaving.flatMap((account) => frontChannelUris(account, state));
  return signedOut(returnTo, frames, sessionCookie(session, state));
}

function signOut(session: BrowserSession, leaving: readonly SignedInAccount[]): void {
  for (const account of leaving) session.accounts.splice(session.accounts.indexOf(account), 1);
}

/** Only a registered redirect URI may be returned to. */
function returnAddress(parameters: Parameters, { applications }: IdentityState): URL | undefined {
  const target = parameters.get('post_logout_redirect_uri');
  if (target === undefined || !applications.isRegisteredRedirect(target)) return undefined;
  const location = new URL(target);
  const requestState = parameters.get('state');
  if (requestState !== undefined) location.searchParams.set('state', requestState);
  return location;
}

/** The applications that the account was signed in to, and that want to hear of its end. */
function frontChannelUris(
  { applications, sid, user }: SignedInAccount,
  { applications: known, loginOrigin }: IdentityState,
): readonly URL[] {
  return [...applications].flatMap((clientId) => {
    const uri = known.find(clientId)?.frontChannelLogoutUri;
    if (uri === undefined) return [];
    const told = new URL(uri);
    told.searchParams.set('sid', sid);
    told.searchParams.set('iss', issuerOf(loginOrigin, user.tenantId));
    return [told];
  });
}

/** At once back where nobody else must be told; otherwise through the page that tells them. */
async function signedOut(
  returnTo: URL | undefined,
  frames: readonly URL[],
  cookie: string | undefined,
): Promise<Response> {
  const answer =
    returnTo !== undefined && frames.length === 0
      ? new Response(null, {
          status: 302,
          headers: { location: returnTo.href, 'cache-control': 'no-store' },
        })
      : await signedOutPage(frames, returnTo);
  if (cookie !== undefined) answer.headers.append('set-cookie', cookie);
  return answer;
}

function matches({ user, sid }: SignedInAccount, parameters: Parameters): boolean {
  const hint = parameters.get('logout_hint');
  if (hint === opaqueLoginHint(user) || hint?.toLowerCase() === user.upn) return true;
  const idToken = parameters.get('id_token_hint');
  return idToken !== undefined && claimedSession(idToken) === sid;
}

function claimedSession(idToken: string): unknown {
  try {
    return decodeJwt(idToken)['sid'];
  } catch {
    // A hint that can't be read hints at nobody; signing out must not fail for it.
    return undefined;
  }
}
