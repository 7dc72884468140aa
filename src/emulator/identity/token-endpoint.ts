import type { Application, Platform } from './applications';
import type { Grant } from './grants';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { readParameters, requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { sha256Base64Url } from './random-text';
import { readClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import { failureBody, StsFailure } from './sts-failure';
import { resolveTenant } from './tenants';
import { requireAccepted } from './sign-in-step';
import { tokenAnswer } from './token-answer';
import { tokenCors } from './token-cors';

/** `/{tenant}/oauth2/v2.0/token`. */
export async function tokenEndpoint(
  request: Request,
  segment: string,
  state: IdentityState,
): Promise<Response> {
  const headers = tokenCors(request);
  headers.set('cache-control', 'no-store');
  headers.set('pragma', 'no-cache');
  headers.set('x-ms-request-id', crypto.randomUUID());
  let correlationId = request.headers.get('client-request-id') ?? undefined;
  try {
    if (request.method !== 'POST') throw new StsFailure(900561, { x: request.method });
    const parameters = await readParameters(request);
    correlationId = parameters.get('client-request-id') ?? correlationId;
    return Response.json(await redeem(request, parameters, segment, state), { headers });
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    const body = failureBody(error, errorContext(state, correlationId));
    return Response.json(body, { status: error.status, headers });
  }
}

async function redeem(
  request: Request,
  parameters: Parameters,
  segment: string,
  state: IdentityState,
): Promise<unknown> {
  const tenant = resolveTenant(segment);
  if (tenant === undefined) throw new StsFailure(90002, { x: segment });
  const clientId = requireParameter(parameters, 'client_id');
  const application = state.applications.find(clientId);
  if (application === undefined) throw new StsFailure(700016, { x: clientId, y: tenant.name });
  const grantType = requireParameter(parameters, 'grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    throw new StsFailure(70003, { x: grantType });
  }
  const origin = request.headers.get('origin');
  const { grant, bornAt } =
    grantType === 'authorization_code'
      ? await grantOfCode(parameters, application, origin, state)
      : grantOfRefreshToken(parameters, application, origin, state);
  requireAccepted(grant.user, tenant, application.clientId);
  const current = withRequested(grant, parameters, application, state);
  const first = grantType === 'authorization_code';
  return tokenAnswer({ ...current, nonce: first ? grant.nonce : undefined }, application, bornAt, state, {
    clientInfo: parameters.get('client_info') === '1',
    refreshToken: !first || current.scopes.openId.includes('offline_access'),
  });
}

interface Redeemed {
  readonly grant: Grant;
  readonly bornAt: number;
}

async function grantOfCode(
  parameters: Parameters,
  application: Application,
  origin: string | null,
  state: IdentityState,
): Promise<Redeemed> {
  const code = requireParameter(parameters, 'code');
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const grant = state.grants.redeemCode(code);
  if (grant.clientId !== application.clientId) throw new StsFailure(70000);
  if (grant.redirectUri !== redirectUri) {
    throw new StsFailure(50011, { x: redirectUri, y: application.clientId }, { error: 'invalid_grant' });
  }
  requirePlatform(grant.platform, application, parameters, origin);
  const verifier = parameters.get('code_verifier') ?? '';
  if (grant.codeChallenge !== undefined) {
    if (verifier === '') throw new StsFailure(900144, { x: 'code_verifier' });
    if ((await sha256Base64Url(verifier)) !== grant.codeChallenge) throw new StsFailure(501481);
  } else if (verifier !== '') {
    // RFC 9700 2.1.1: a verifier without a challenge is the mark of a downgrade attack.
    throw new StsFailure(501481);
  }
  return { grant, bornAt: state.now() };
}

function grantOfRefreshToken(
  parameters: Parameters,
  application: Application,
  origin: string | null,
  state: IdentityState,
): Redeemed {
  const token = requireParameter(parameters, 'refresh_token');
  const redeemed = state.grants.useRefreshToken(token, application.clientId);
  requirePlatform(redeemed.grant.platform, application, parameters, origin);
  return redeemed;
}

/** A page redeems with an `Origin` and no secret; a server with its secret and no `Origin`. */
function requirePlatform(
  platform: Platform,
  application: Application,
  parameters: Parameters,
  origin: string | null,
): void {
  const secret = parameters.get('client_secret');
  if (platform === 'spa') {
    if (origin === null) throw new StsFailure(9002327);
    if (secret !== undefined) throw new StsFailure(700025);
    return;
  }
  if (origin !== null) throw new StsFailure(9002326, { x: origin });
  if (secret === undefined || secret === '') throw new StsFailure(7000218);
  if (secret !== application.secret) throw new StsFailure(7000215, { x: application.clientId });
}

/** The scopes and claims of this very request; a refresh token reaches every consented scope. */
function withRequested(
  grant: Grant,
  parameters: Parameters,
  application: Application,
  state: IdentityState,
): Grant {
  const scope = parameters.get('scope');
  const scopes =
    scope === undefined || scope === ''
      ? grant.scopes
      : readScopes(scope, state.loginOrigin, application.name);
  const missing = state.consents.missing(grant.user.oid, application.clientId, scopes.graph);
  if (missing.length > 0) {
    // MSAL asks the user when it reads `invalid_grant` with this suberror.
    throw new StsFailure(
      65001,
      { x: application.clientId, y: application.name },
      { error: 'invalid_grant', suberror: 'consent_required' },
    );
  }
  const claims = parameters.get('claims');
  return { ...grant, scopes, claims: claims === undefined ? grant.claims : readClaims(claims) };
}
