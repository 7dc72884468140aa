import type { IdentityState } from './identity-state';
import { replySignedIn } from './sign-in-endings';
import { signInLocation } from './sign-in-flows';
import type { SignInRequest } from './sign-in-request';
import { beginProgress, nextStep } from './sign-in-step';
import { stepUpClaims } from './requested-claims';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';

/**
 * Answers at once where no user is needed; otherwise opens the sign-in pages.
 * @throws StsFailure what `prompt=none` hears instead.
 */
export async function openSignIn(
  request: Request,
  asked: SignInRequest,
  { tenant, keepOpener }: { readonly tenant: Tenant; readonly keepOpener: boolean },
  state: IdentityState,
): Promise<Response> {
  const session = state.sessions.read(request);
  const progress = beginProgress(asked, tenant, session);
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
