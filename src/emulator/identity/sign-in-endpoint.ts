import { sessionCookie } from './browser-sessions';
import { DEMO_PASSWORD, findUserByAddress } from './demo-directory';
import { finishIfSignedIn, signInLocation } from './finish-sign-in';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { messagePage } from './pages/message-page';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { replyFailure } from './reply';
import type { SignInFlow } from './sign-in-flows';
import { signInPage } from './sign-in-page';
import { chosen, nextStep, requireAccepted } from './sign-in-step';
import { failureSentence, StsFailure } from './sts-failure';

/**
 * `/{tenant}/signin`: the pages between the authorization request and its answer. A form changes
 * the flow, then the browser is sent to look at it, so that Back and Reload do no harm.
 */
export async function signInEndpoint(request: Request, state: IdentityState): Promise<Response> {
  const parameters = await readParameters(request);
  const flow = state.flows.find(parameters.get('flow') ?? '');
  if (flow === undefined) {
    return messagePage(
      'This sign-in is over',
      'It was finished, or the emulator was started again. Go back to the application and start once more.',
      400,
    );
  }
  if (request.method !== 'POST') return signInPage(request, flow, state);
  flow.alert = undefined;
  const headers = new Headers({ 'cache-control': 'no-store' });
  try {
    const ending = takeStep(request, parameters, flow, state, headers);
    if (ending !== undefined) return ending;
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    flow.alert = failureSentence(error);
  }
  headers.set('location', signInLocation(flow.tenant, flow.id));
  return new Response(null, { status: 303, headers });
}

/** Applies one form. Returns an answer where the flow ends with it. */
function takeStep(
  request: Request,
  parameters: Parameters,
  flow: SignInFlow,
  state: IdentityState,
  headers: Headers,
): Response | undefined {
  switch (parameters.get('step')) {
    case 'choose':
    case 'address':
      chooseAccount(flow, parameters.get('account') ?? '');
      return undefined;
    case 'other':
      flow.progress = { at: 'address' };
      return undefined;
    case 'back':
      flow.progress = { at: 'account', why: 'several' };
      return undefined;
    case 'password':
      headers.append('set-cookie', checkPassword(request, parameters, flow, state));
      return undefined;
    case 'approve':
      return approveSecondFactor(request, flow, state);
    case 'accept':
      return acceptConsent(request, flow, state);
    case 'decline':
      return endWith(flow, new StsFailure(65004), state);
    case 'cancel':
      return endWith(flow, new StsFailure(65004), state, 'cancel');
    case 'no-approval':
      return endWith(flow, new StsFailure(90094), state);
    default:
      throw new StsFailure(90014, { x: 'step' });
  }
}

function chooseAccount(flow: SignInFlow, address: string): void {
  const user = findUserByAddress(address);
  if (user === undefined) throw new StsFailure(50034, { x: address, y: flow.tenant.name });
  requireAccepted(user, flow.tenant, flow.request.application.clientId);
  flow.progress = chosen(user);
}

function checkPassword(
  request: Request,
  parameters: Parameters,
  flow: SignInFlow,
  state: IdentityState,
): string {
  if (flow.progress.at !== 'chosen') throw new StsFailure(90014, { x: 'account' });
  if (parameters.get('password') !== DEMO_PASSWORD) throw new StsFailure(50126);
  const session = state.sessions.signIn(request, flow.progress.user, parameters.get('stay') === '1');
  flow.progress = { ...flow.progress, password: 'given' };
  return sessionCookie(session);
}

function approveSecondFactor(request: Request, flow: SignInFlow, state: IdentityState): Response | undefined {
  const step = nextStep(flow.progress, flow.request, state.sessions.read(request), state.consents);
  if (step.kind !== 'second-factor') return undefined;
  const accounts = state.sessions.read(request)?.accounts ?? [];
  for (const account of accounts) {
    if (account.user.oid === step.user.oid) account.secondFactorDone = true;
  }
  return finishIfSignedIn(request, flow, state);
}

/** Consent counts only where the page that asks for it is due: no step can be jumped. */
function acceptConsent(request: Request, flow: SignInFlow, state: IdentityState): Response | undefined {
  const step = nextStep(flow.progress, flow.request, state.sessions.read(request), state.consents);
  if (step.kind !== 'consent' || flow.progress.at !== 'chosen') return undefined;
  flow.progress = { ...flow.progress, consent: 'given' };
  state.consents.grant(step.user.oid, flow.request.application.clientId, flow.request.scopes.graph);
  return finishIfSignedIn(request, flow, state);
}

function endWith(flow: SignInFlow, failure: StsFailure, state: IdentityState, subcode?: string): Response {
  state.flows.finish(flow.id);
  const context = errorContext(state, flow.request.correlationId);
  return replyFailure(flow.request.reply, failure, context, subcode);
}
