import { readReplyTarget } from './authorize-request';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { failurePage } from './pages/message-page';
import { readParameters, requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { replyFailure } from './reply';
import { readClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import type { SignInRequest } from './sign-in-request';
import { openSignIn } from './sign-in-start';
import { StsFailure } from './sts-failure';
import { requireTenant } from './tenants';

/**
 * `/{tenant}/v2.0/adminconsent`, where an administrator grants the scopes of the request for the
 * whole organisation; `/{tenant}/adminconsent` grants the permissions of the registration.
 */
export async function adminConsentEndpoint(
  request: Request,
  segment: string,
  version: 'v1' | 'v2.0',
  state: IdentityState,
): Promise<Response> {
  const context = errorContext(state, undefined);
  let tenant: ReturnType<typeof requireTenant>;
  let parameters: Parameters;
  let target: ReturnType<typeof readReplyTarget>;
  try {
    parameters = await readParameters(request);
    tenant = requireTenant(segment);
    target = readReplyTarget(parameters, state.applications, tenant);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return failurePage(error, context);
  }
  try {
    const { application, reply } = target;
    const scope = version === 'v1' ? '.default' : requireParameter(parameters, 'scope');
    const asked: SignInRequest = {
      application,
      scopes: readScopes(scope, state.graphOrigin, application.name),
      claims: readClaims(undefined),
      prompt: undefined,
      loginHint: parameters.get('login_hint'),
      sid: undefined,
      domainHint: parameters.get('domain_hint'),
      correlationId: undefined,
      ending: { kind: 'admin-consent', reply },
    };
    return await openSignIn(request, asked, { tenant, keepOpener: false }, state);
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return replyFailure(target.reply, error, context, { admin_consent: 'True' });
  }
}
