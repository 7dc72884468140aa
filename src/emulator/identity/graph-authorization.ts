import type { Caller } from '../caller';
import type { IdentityPlatform } from './identity-platform';
import { AccessTokenRefused } from './verify-access-token';

/**
 * Who calls Graph: the verified caller, or Graph's 401 answer (without CORS headers, which Graph
 * adds to all of its answers).
 */
export async function authorizeGraphRequest(
  request: Request,
  identity: Pick<IdentityPlatform, 'verifyAccessToken'>,
  ports: { readonly loginOrigin: string; readonly now: () => number },
): Promise<Caller | Response> {
  const header = request.headers.get('authorization') ?? '';
  const token = /^Bearer +(\S+) *$/i.exec(header)?.[1];
  try {
    if (token === undefined) throw new AccessTokenRefused('Access token is empty.');
    return await identity.verifyAccessToken(token);
  } catch (error) {
    if (!(error instanceof AccessTokenRefused)) throw error;
    return unauthorizedAnswer(error.message, request, ports, error.challenge);
  }
}

/** Graph's 401 in Graph's words; `claims` makes it a claims challenge. */
export function unauthorizedAnswer(
  message: string,
  request: Request,
  ports: { readonly loginOrigin: string; readonly now: () => number },
  claims?: string,
): Response {
  const requestId = crypto.randomUUID();
  const clientRequestId = request.headers.get('client-request-id') ?? requestId;
  const body = {
    error: {
      code: 'InvalidAuthenticationToken',
      message,
      innerError: {
        date: new Date(ports.now()).toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
  const challenge = [
    'Bearer realm=""',
    `authorization_uri="${ports.loginOrigin}/common/oauth2/authorize"`,
    'client_id="00000003-0000-0000-c000-000000000000"',
    ...(claims === undefined ? [] : ['error="insufficient_claims"', `claims="${claims}"`]),
  ].join(', ');
  return Response.json(body, {
    status: 401,
    headers: {
      'www-authenticate': challenge,
      'request-id': requestId,
      'client-request-id': clientRequestId,
      'cache-control': 'no-store',
    },
  });
}
