import { readAuthorizeRequest, readReplyTarget } from './authorize-request';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { readParameters } from './parameters';
import type { Parameters } from './parameters';
import { failurePage } from './pages/message-page';
import { replyFailure } from './reply';
import { openSignIn } from './sign-in-start';
import { StsFailure } from './sts-failure';
import { requireTenant } from './tenants';
import type { Tenant } from './tenants';

/** `/{tenant}/oauth2/v2.0/authorize`, GET and POST. */
export async function authorizeEndpoint(
  request: Request,
  segment: string,
  state: IdentityState,
): Promise<Response> {
  let parameters: Parameters | undefined;
  let tenant: Tenant;
  let target: ReturnType<typeof readReplyTarget>;
  try {
    parameters = await readParameters(request);
    tenant = requireTenant(segment);
    target = readReplyTarget(parameters, state.applications, tenant);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return failurePage(error, contextOf(parameters, state), state.opener.keepsOpener(parameters));
  }
  try {
    const asked = readAuthorizeRequest(parameters, target, state.graphOrigin);
    return await openSignIn(
      request,
      asked,
      { tenant, keepOpener: state.opener.keepsOpener(parameters) },
      state,
    );
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return replyFailure(target.reply, error, contextOf(parameters, state));
  }
}

function contextOf(
  parameters: Parameters | undefined,
  state: IdentityState,
): ReturnType<typeof errorContext> {
  return errorContext(state, parameters?.get('client-request-id'));
}
