import { decodeJwt } from 'jose';
import { sessionCookie } from './browser-sessions';
import type { BrowserSession, SignedInAccount } from './browser-sessions';
import type { IdentityState } from './identity-state';
import { messagePage } from './pages/message-page';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { opaqueLoginHint } from './tokens';

/** `/{tenant}/oauth2/v2.0/logout`, GET and POST. */
export async function logoutEndpoint(request: Request, state: IdentityState): Promise<Response> {
  const parameters = await readParameters(request);
  const session = state.sessions.read(request);
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (session !== undefined) {
    signOut(session, parameters);
    headers.append('set-cookie', sessionCookie(session));
  }
  const target = parameters.get('post_logout_redirect_uri');
  if (target !== undefined && state.applications.isRegisteredRedirect(target)) {
    const location = new URL(target);
    const requestState = parameters.get('state');
    if (requestState !== undefined) location.searchParams.set('state', requestState);
    headers.set('location', location.href);
    return new Response(null, { status: 302, headers });
  }
  const page = await messagePage(
    'You signed out of your account',
    'It’s a good idea to close all browser windows.',
  );
  for (const [name, value] of headers) page.headers.append(name, value);
  return page;
}

/** Removes the account a hint names; without a usable hint, everybody. */
function signOut(session: BrowserSession, parameters: Parameters): void {
  const hinted = session.accounts.findIndex((account) => matches(account, parameters));
  if (hinted >= 0) session.accounts.splice(hinted, 1);
  else session.accounts.length = 0;
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
