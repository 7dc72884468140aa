import type { SignedInAccount } from './browser-sessions';
import type { NewGrant } from './grants';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { deviceDonePage } from './pages/device-pages';
import { replyFailure, replyTo } from './reply';
import type { SignInFlow } from './sign-in-flows';
import type { SignInEnding, SignInRequest } from './sign-in-request';
import { nextStep } from './sign-in-step';
import { StsFailure } from './sts-failure';
import { clientInfo } from './tokens';

/** The end of every successful sign-in: what the application waits for. */
export function replySignedIn(
  request: SignInRequest,
  account: SignedInAccount,
  state: IdentityState,
): Promise<Response> {
  const { application, ending } = request;
  account.applications.add(application.clientId);
  switch (ending.kind) {
    case 'code':
      return replyCode(request, ending, account, state);
    case 'device':
      state.devices.approve(ending.userCode, state.grants.issue(newGrant(request, account)));
      return deviceDonePage('approved', application.name);
    case 'admin-consent': {
      const { scopes } = request;
      return replyTo(ending.reply, {
        admin_consent: 'True',
        tenant: account.user.tenantId,
        ...(scopes.everything ? {} : { scope: scopes.raw.join(' ') }),
      });
    }
  }
}

function replyCode(
  request: SignInRequest,
  ending: SignInEnding & { kind: 'code' },
  account: SignedInAccount,
  state: IdentityState,
): Promise<Response> {
  const grant: NewGrant = {
    ...newGrant(request, account),
    redirectUri: ending.reply.redirectUri,
    platform: ending.platform,
    codeChallenge: ending.codeChallenge,
    nonce: ending.nonce,
  };
  return replyTo(ending.reply, {
    code: state.codes.issue(grant),
    ...(ending.wantsClientInfo ? { client_info: clientInfo(account.user) } : {}),
    session_state: account.sid,
  });
}

/** What every grant has in common, as a program without a web page gets it. */
function newGrant({ application, scopes, claims }: SignInRequest, account: SignedInAccount): NewGrant {
  return {
    user: account.user,
    clientId: application.clientId,
    redirectUri: '',
    platform: 'native',
    scopes,
    claims,
    codeChallenge: undefined,
    nonce: undefined,
    sid: account.sid,
    staySignedIn: account.staySignedIn,
    secondFactor: account.secondFactorDone,
  };
}

/** The end of every sign-in that fails, or that the user gives up. */
function replyRefused(
  request: SignInRequest,
  failure: StsFailure,
  state: IdentityState,
  subcode?: 'cancel',
): Promise<Response> {
  const { application, correlationId, ending } = request;
  const context = errorContext(state, correlationId);
  const more: Record<string, string> = subcode === undefined ? {} : { error_subcode: subcode };
  switch (ending.kind) {
    case 'code':
      return replyFailure(ending.reply, failure, context, more);
    case 'device':
      state.devices.decline(ending.userCode);
      return deviceDonePage('declined', application.name);
    case 'admin-consent':
      return replyFailure(ending.reply, failure, context, { ...more, admin_consent: 'True' });
  }
}

/** The flow after a page's answer is done: the application's answer, if nothing is left to ask. */
export async function finishIfSignedIn(
  request: Request,
  flow: SignInFlow,
  state: IdentityState,
): Promise<Response | undefined> {
  try {
    const step = nextStep(flow.progress, flow.request, state.sessions.read(request), state);
    if (step.kind !== 'signed-in') return undefined;
    state.flows.finish(flow.id);
    return await replySignedIn(flow.request, step.account, state);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return endFlow(flow, error, state);
  }
}

/** Ends a flow with a refusal. */
export function endFlow(
  flow: SignInFlow,
  failure: StsFailure,
  state: IdentityState,
  subcode?: 'cancel',
): Promise<Response> {
  state.flows.finish(flow.id);
  return replyRefused(flow.request, failure, state, subcode);
}
