import { requireAccepted, requireUsable } from './application-access';
import { readClient } from './client-authentication';
import type { Client } from './client-authentication';
import { scopesToGrant } from './consents';
import { grantOfCode, grantOfDevice, grantOfRefreshToken } from './grant-sources';
import type { Grant } from './grants';
import { errorContext } from './identity-state';
import type { IdentityState } from './identity-state';
import { failurePage } from './pages/message-page';
import { readParameters, requireParameter } from './parameters';
import type { Parameters } from './parameters';
import type { RenewableGrant } from './refresh-tokens';
import { readClaims, stepUpClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import { failureBody, StsFailure } from './sts-failure';
import { requireTenant } from './tenants';
import { tokenAnswer } from './token-answer';
import type { TokenAnswer } from './token-answer';
import { tokenCors } from './token-cors';

export const grantTypes = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const;

type GrantType = (typeof grantTypes)[number];

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
    const context = errorContext(state, correlationId);
    // Somebody came here with the Back button or a bookmark.
    if (request.method === 'GET' && isNavigation(request)) return failurePage(error, context);
    return Response.json(failureBody(error, context), { status: error.status, headers });
  }
}

function isNavigation(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}

async function redeem(
  request: Request,
  parameters: Parameters,
  segment: string,
  state: IdentityState,
): Promise<TokenAnswer> {
  const tenant = requireTenant(segment);
  const grantType = readGrantType(parameters);
  const client = readClient(request, parameters, tenant, state);
  requireUsable(client.application, tenant);
  const { grant, bornAt } = await provedGrant(grantType, parameters, client, state);
  state.refusals.give('token', { application: client.application, user: grant.user });
  requireAccepted(grant.user, tenant, client.application);
  const current = withRequested(grant, parameters, state);
  requireAllowed(current, state);
  requireConsent(current, client, state);
  const again = grantType === 'refresh_token';
  return tokenAnswer(
    { ...current, nonce: again ? undefined : grant.nonce },
    client.application,
    bornAt,
    state,
    {
      clientInfo: parameters.get('client_info') === '1',
      refreshToken: again || current.scopes.openId.includes('offline_access'),
    },
  );
}

function readGrantType(parameters: Parameters): GrantType {
  const asked = requireParameter(parameters, 'grant_type');
  // The name of the draft, before it was registered as a URN: MSAL for Node sends it.
  if (asked === 'device_code') return 'urn:ietf:params:oauth:grant-type:device_code';
  const grantType = grantTypes.find((name) => name === asked);
  if (grantType === undefined) throw new StsFailure(70003, { x: asked });
  return grantType;
}

async function provedGrant(
  grantType: GrantType,
  parameters: Parameters,
  client: Client,
  state: IdentityState,
): Promise<RenewableGrant> {
  switch (grantType) {
    case 'authorization_code':
      return grantOfCode(parameters, client, state);
    case 'refresh_token':
      return grantOfRefreshToken(parameters, client, state);
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return grantOfDevice(parameters, client, state);
  }
}

/** The scopes and claims of this very request; a refresh token reaches every consented scope. */
function withRequested(grant: Grant, parameters: Parameters, state: IdentityState): Grant {
  const scope = parameters.get('scope');
  if (scope?.trim() === '') throw new StsFailure(28003);
  const name = state.applications.find(grant.clientId)?.name ?? '';
  const claims = parameters.get('claims');
  return {
    ...grant,
    scopes: scope === undefined ? grant.scopes : readScopes(scope, state.graphOrigin, name),
    claims: claims === undefined ? grant.claims : readClaims(claims),
  };
}

/** What changed about the account since the user was there. @throws StsFailure 50057, 53003 and the like, 50076. */
function requireAllowed({ user, claims, secondFactor }: Grant, { accounts }: IdentityState): void {
  if (!accounts.isEnabled(user)) throw new StsFailure(50057);
  const barred = accounts.barredBy(user);
  if (barred !== undefined) throw new StsFailure(barred, {}, { error: 'invalid_grant' });
  if ((accounts.needsSecondFactor(user) || claims.secondFactor) && !secondFactor) {
    throw new StsFailure(50076, {}, { error: 'invalid_grant', claims: stepUpClaims(claims) });
  }
}

/** @throws StsFailure 65001, as `invalid_grant`: MSAL asks the user when it reads the suberror. */
function requireConsent({ user, scopes }: Grant, { application }: Client, { consents }: IdentityState): void {
  const { clientId: x, name: y } = application;
  const asked = scopesToGrant(scopes, application, user, consents);
  if (consents.missing(user, x, asked).length === 0) return;
  throw new StsFailure(65001, { x, y }, { error: 'invalid_grant', suberror: 'consent_required' });
}
