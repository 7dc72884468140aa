import { readAuthorizeRequest, readReplyAddress } from './authorize-request';
import type { AuthorizeRequest } from './authorize-request';
import { replyCode, signInLocation } from './finish-sign-in';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { failurePage } from './pages/message-page';
import { replyFailure } from './reply';
import { beginProgress, nextStep } from './sign-in-step';
import { StsFailure } from './sts-failure';
import { resolveTenant } from './tenants';
import type { Tenant } from './tenants';

/** `/{tenant}/oauth2/v2.0/authorize`, GET and POST. */
export async function authorizeEndpoint(
  request: Request,
  segment: string,
  state: IdentityState,
): Promise<Response> {
  let parameters: Parameters | undefined;
  let tenant: Tenant | undefined;
  let target: ReturnType<typeof readReplyAddress>;
  try {
    parameters = await readParameters(request);
    tenant = resolveTenant(segment);
    if (tenant === undefined) throw new StsFailure(90002, { x: segment });
    target = readReplyAddress(parameters, state.applications, tenant.name);
  } catch (error) {
    if (error instanceof StsFailure) return failurePage(error, keepsOpener(parameters));
    throw error;
  }
  try {
    const authorize = readAuthorizeRequest(parameters, target, state.loginOrigin);
    return proceed(request, authorize, tenant, keepsOpener(parameters), state);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return replyFailure(target.reply, error, errorContext(state, parameters.get('client-request-id')));
  }
}

/** MSAL says with `pocd=1` that no foreign window holds a handle on this one. */
function keepsOpener(parameters: Parameters | undefined): boolean {
  return parameters?.get('pocd') === '1';
}

/** Answers at once where no user is needed; otherwise opens the sign-in pages. */
function proceed(
  request: Request,
  authorize: AuthorizeRequest,
  tenant: Tenant,
  keepOpener: boolean,
  state: IdentityState,
): Response {
  const session = state.sessions.read(request);
  const progress = beginProgress(authorize, tenant, session);
  const step = nextStep(progress, authorize, session, state.consents);
  if (step.kind === 'signed-in') return replyCode(authorize, step.account, state);
  if (authorize.prompt === 'none') {
    const { clientId, name } = authorize.application;
    throw new StsFailure(step.silent, { x: clientId, y: name });
  }
  const flow = state.flows.start({ tenant, request: authorize, keepOpener, progress });
  return new Response(null, {
    status: 302,
    headers: { location: signInLocation(tenant, flow.id), 'cache-control': 'no-store' },
  });
}
