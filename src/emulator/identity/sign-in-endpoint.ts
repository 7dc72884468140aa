import { requireAccepted } from './application-access';
import { sessionCookie } from './browser-sessions';
import { DEMO_PASSWORD, findUserByAddress } from './demo-directory';
import type { IdentityState } from './identity-state';
import { messagePage } from './pages/message-page';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { endFlow, finishIfSignedIn } from './sign-in-endings';
import { signInLocation } from './sign-in-flows';
import type { SignInFlow } from './sign-in-flows';
import { signInPage } from './sign-in-page';
import { chosen, nextStep } from './sign-in-step';
import type { SignInStep } from './sign-in-step';
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
    const ending = await takeStep(request, parameters, flow, state, headers);
    if (ending !== undefined) return ending;
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    flow.alert = failureSentence(error);
  }
  headers.set('location', signInLocation(flow, state));
  return new Response(null, { status: 303, headers });
}

/** Applies one form. Returns an answer where the flow ends with it. */
async function takeStep(
  request: Request,
  parameters: Parameters,
  flow: SignInFlow,
  state: IdentityState,
  headers: Headers,
): Promise<Response | undefined> {
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
      return acceptConsent(request, parameters, flow, state);
    case 'decline':
    case 'cancel':
      return endFlow(flow, new StsFailure(65004), state, 'cancel');
    case 'leave':
      return leave(request, flow, state);
    default:
      throw new StsFailure(90014, { x: 'step' });
  }
}

function dueStep(request: Request, flow: SignInFlow, state: IdentityState): SignInStep {
  return nextStep(flow.progress, flow.request, state.sessions.read(request), state);
}

function chooseAccount(flow: SignInFlow, address: string): void {
  const user = findUserByAddress(address);
  if (user === undefined) throw new StsFailure(50034, { x: address, y: flow.tenant.name });
  requireAccepted(user, flow.tenant, flow.request.application);
  flow.progress = chosen(user);
}

/** The new session cookie. @throws StsFailure 50053, 50126, 50057, 50055. */
function checkPassword(
  request: Request,
  parameters: Parameters,
  flow: SignInFlow,
  state: IdentityState,
): string {
  const { accounts, sessions } = state;
  if (flow.progress.at !== 'chosen') throw new StsFailure(90014, { x: 'account' });
  const { user } = flow.progress;
  if (accounts.isLocked(user)) throw new StsFailure(50053);
  const right = parameters.get('password') === DEMO_PASSWORD;
  accounts.recordPassword(user, right);
  if (!right) throw new StsFailure(50126);
  // Told only to who knows the password: nobody can find out which accounts are disabled.
  if (!accounts.isEnabled(user)) throw new StsFailure(50057);
  if (accounts.hasExpiredPassword(user)) throw new StsFailure(50055);
  flow.progress = { ...flow.progress, password: 'given' };
  return sessionCookie(sessions.signIn(request, user, parameters.get('stay') === '1'), state);
}

async function approveSecondFactor(
  request: Request,
  flow: SignInFlow,
  state: IdentityState,
): Promise<Response | undefined> {
  const step = dueStep(request, flow, state);
  if (step.kind !== 'second-factor') return undefined;
  for (const account of state.sessions.read(request)?.accounts ?? []) {
    if (account.user.oid === step.user.oid) account.secondFactorDone = true;
  }
  return finishIfSignedIn(request, flow, state);
}

/** Consent counts only where the page that asks for it is due: no step can be jumped. */
async function acceptConsent(
  request: Request,
  parameters: Parameters,
  flow: SignInFlow,
  state: IdentityState,
): Promise<Response | undefined> {
  const step = dueStep(request, flow, state);
  if (step.kind !== 'consent' || flow.progress.at !== 'chosen') return undefined;
  flow.progress = { ...flow.progress, consent: 'given' };
  const { user, graph, grantor } = step.consent;
  const { clientId } = flow.request.application;
  const forAll = grantor === 'user-or-organisation' && parameters.get('organisation') === '1';
  if (grantor === 'organisation' || forAll) state.consents.grantForTenant(user.tenantId, clientId, graph);
  else state.consents.grant(user, clientId, graph);
  return finishIfSignedIn(request, flow, state);
}

/** Back to the application from a page where the user can't go on. */
async function leave(
  request: Request,
  flow: SignInFlow,
  state: IdentityState,
): Promise<Response | undefined> {
  const step = dueStep(request, flow, state);
  const { clientId: x, name: y } = flow.request.application;
  if (step.kind === 'admin-approval') return endFlow(flow, new StsFailure(90094, { x, y }), state);
  if (step.kind !== 'barred') return undefined;
  return endFlow(flow, new StsFailure(step.silent, { x, y, z: step.user.upn }), state);
}
