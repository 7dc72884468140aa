import { authorizeGraphRequest } from './graph-authorization';
import type { IdentityState } from './identity-state';
import { sha256Base64Url } from './random-text';
import { verifyAccessToken } from './verify-access-token';

/** `/oidc/userinfo`, which the service keeps on Graph's host: the ID token's facts for a Graph token. */
export async function userinfoEndpoint(request: Request, state: IdentityState): Promise<Response> {
  const verifier = { verifyAccessToken: (token: string) => verifyAccessToken(token, state) };
  const caller = await authorizeGraphRequest(request, verifier, state);
  if (caller instanceof Response) return caller;
  const { claims, oid, clientId, upn } = caller;
  const body = {
    sub: await sha256Base64Url(`${oid} ${clientId}`),
    name: claims['name'],
    email: upn,
    picture: `${state.graphOrigin}/v1.0/me/photo/$value`,
  };
  return Response.json(body, {
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
  });
}
