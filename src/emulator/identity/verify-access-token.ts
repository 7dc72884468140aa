import { errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Caller } from '../caller';
import { findUserByOid } from './demo-directory';
import { GRAPH_AUDIENCE, issuerOf } from './tokens';
import type { TokenPorts } from './tokens';

/** Why Graph refuses a token; `message` is the sentence Graph sends. */
export class AccessTokenRefused extends Error {
  override readonly name = 'AccessTokenRefused';
}

const claimsSchema = v.looseObject({
  oid: v.string(),
  tid: v.string(),
  upn: v.string(),
  appid: v.string(),
  scp: v.string(),
  uti: v.string(),
  iss: v.string(),
});

/**
 * Verifies signature, audience, issuer and life time (by the emulator's clock) of an access token.
 * @throws AccessTokenRefused with Graph's sentence.
 */
export async function verifyAccessToken(
  token: string,
  ports: TokenPorts & { isRevoked(tokenId: string): boolean },
): Promise<Caller> {
  if (token.split('.').length !== 3) {
    throw new AccessTokenRefused(
      'IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format.',
    );
  }
  const claims = v.safeParse(claimsSchema, await verifiedPayload(token, ports));
  if (!claims.success) throw new AccessTokenRefused('Access token validation failure.');
  const { oid, tid, upn, appid, scp, uti, iss } = claims.output;
  const user = findUserByOid(oid);
  if (user === undefined || user.tenantId !== tid || iss !== issuerOf(ports.loginOrigin, tid)) {
    throw new AccessTokenRefused('Access token validation failure. Invalid issuer.');
  }
  if (ports.isRevoked(uti)) throw new AccessTokenRefused('Access token has been revoked.');
  return {
    oid,
    upn,
    clientId: appid,
    tenantId: tid,
    scopes: new Set(scp.split(' ').filter((name) => name !== '')),
    claims: claims.output,
  };
}

async function verifiedPayload(token: string, ports: TokenPorts): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, ports.key.publicKey, {
      algorithms: ['RS256'],
      audience: [GRAPH_AUDIENCE, 'https://graph.microsoft.com'],
      currentDate: new Date(ports.now()),
      requiredClaims: ['exp', 'nbf', 'iss'],
    });
    return payload;
  } catch (error) {
    throw new AccessTokenRefused(refusal(error), { cause: error });
  }
}

function refusal(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.';
  }
  return 'IDX14100: JWT is not well formed.';
}
