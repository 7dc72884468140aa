import type { AuthorizeRequest } from './authorize-request';
import type { SignedInAccount } from './browser-sessions';
import type { IdentityState } from './identity-state';
import { replyRedirect } from './reply';
import type { SignInFlow } from './sign-in-flows';
import { nextStep } from './sign-in-step';
import type { Tenant } from './tenants';
import { clientInfo } from './tokens';

export function signInLocation(tenant: Tenant, flowId: string): string {
  return `/${tenant.segment}/signin?flow=${flowId}`;
}

/** The end of every successful sign-in: a code for the application. */
export function replyCode(
  authorize: AuthorizeRequest,
  account: SignedInAccount,
  state: IdentityState,
): Response {
  const { user, sid, staySignedIn } = account;
  const { application } = authorize;
  const code = state.grants.issueCode({
    user,
    clientId: application.clientId,
    redirectUri: authorize.reply.redirectUri,
    platform: authorize.platform,
    scopes: authorize.scopes,
    claims: authorize.claims,
    codeChallenge: authorize.codeChallenge,
    nonce: authorize.nonce,
    sid,
    staySignedIn,
  });
  return replyRedirect(authorize.reply, {
    code,
    ...(authorize.wantsClientInfo ? { client_info: clientInfo(user) } : {}),
    session_state: sid,
  });
}

/** The flow after a page's answer is done: the code, if nothing is left to ask. */
export function finishIfSignedIn(
  request: Request,
  flow: SignInFlow,
  state: IdentityState,
): Response | undefined {
  const step = nextStep(flow.progress, flow.request, state.sessions.read(request), state.consents);
  if (step.kind !== 'signed-in') return undefined;
  state.flows.finish(flow.id);
  return replyCode(flow.request, step.account, state);
}
