import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { failurePage } from './pages/message-page';
import { replySignedIn } from './sign-in-endings';
import { signInLocation } from './sign-in-flows';
import type { SignInRequest } from './sign-in-request';
import { beginProgress, nextStep } from './sign-in-step';
import { stepUpClaims } from './requested-claims';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';

/**
 * Answers at once where no user is needed; otherwise opens the sign-in pages.
 * @throws StsFailure what `prompt=none` hears instead, and what is scripted.
 */
export async function openSignIn(
  request: Request,
  asked: SignInRequest,
  { tenant, keepOpener }: { readonly tenant: Tenant; readonly keepOpener: boolean },
  state: IdentityState,
): Promise<Response> {
  const session = state.sessions.read(request);
  const progress = beginProgress(asked, tenant, session);
  const refused = {
    application: asked.application,
    user: progress.at === 'chosen' ? progress.user : undefined,
  };
  try {
    state.refusals.give('page', refused);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return failurePage(error, errorContext(state, asked.correlationId), keepOpener);
  }
  state.refusals.give(asked.prompt === 'none' ? 'silent' : 'authorize', refused);
  const step = nextStep(progress, asked, session, state);
  if (step.kind === 'signed-in') return replySignedIn(asked, step.account, state);
  if (asked.prompt === 'none') {
    const { clientId: x, name: y } = asked.application;
    const claims = step.silent === 50076 ? { claims: stepUpClaims(asked.claims) } : {};
    throw new StsFailure(step.silent, { x, y, ...('user' in step ? { z: step.user.upn } : {}) }, claims);
  }
  const flow = state.flows.start({ tenant, request: asked, keepOpener, progress });
  return new Response(null, {
    status: request.method === 'POST' ? 303 : 302,
    headers: { location: signInLocation(flow, state), 'cache-control': 'no-store' },
  });
}
