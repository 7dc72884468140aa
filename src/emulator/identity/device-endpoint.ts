import { requireUsable } from './application-access';
import { readClient } from './client-authentication';
import { DEVICE_CODE_SECONDS } from './devices';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { deviceCodePage } from './pages/device-pages';
import { readParameters, requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { readClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import { openSignIn } from './sign-in-start';
import { failureBody, failureSentence, StsFailure } from './sts-failure';
import { requireTenant } from './tenants';

export const DEVICE_PAGE_PATH = '/devicelogin';
const POLL_SECONDS = 5;

/** `/{tenant}/oauth2/v2.0/devicecode`: begins the flow of a program without a browser. */
export async function deviceCodeEndpoint(
  request: Request,
  segment: string,
  state: IdentityState,
): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  try {
    if (request.method !== 'POST') throw new StsFailure(900561, { x: request.method });
    const parameters = await readParameters(request);
    return Response.json(startDevice(request, parameters, segment, state), { headers });
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    const correlationId = request.headers.get('client-request-id') ?? undefined;
    const body = failureBody(error, errorContext(state, correlationId));
    return Response.json(body, { status: error.status, headers });
  }
}

function startDevice(
  request: Request,
  parameters: Parameters,
  segment: string,
  state: IdentityState,
): Readonly<Record<string, string | number>> {
  const tenant = requireTenant(segment);
  const { application } = readClient(request, parameters, tenant, state);
  requireUsable(application, tenant);
  if (!application.publicClient) throw new StsFailure(7000218);
  const scopes = readScopes(requireParameter(parameters, 'scope'), state.graphOrigin, application.name);
  const { deviceCode, userCode } = state.devices.start({ application, scopes, tenant });
  const page = `${state.loginOrigin}${DEVICE_PAGE_PATH}`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: page,
    expires_in: DEVICE_CODE_SECONDS,
    interval: POLL_SECONDS,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  };
}

/** The page where a user types the code that the program shows. */
export async function devicePageEndpoint(request: Request, state: IdentityState): Promise<Response> {
  const action = `${state.basePath}${DEVICE_PAGE_PATH}`;
  if (request.method !== 'POST') return deviceCodePage(action, undefined);
  try {
    const parameters = await readParameters(request);
    const userCode = requireParameter(parameters, 'user_code').trim().toUpperCase();
    const { application, scopes, tenant } = state.devices.find(userCode);
    return await openSignIn(
      request,
      {
        application,
        scopes,
        claims: readClaims(undefined),
        prompt: 'select_account',
        loginHint: undefined,
        sid: undefined,
        domainHint: undefined,
        correlationId: undefined,
        ending: { kind: 'device', userCode },
      },
      { tenant, keepOpener: false },
      state,
    );
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    return deviceCodePage(action, failureSentence(error));
  }
}
