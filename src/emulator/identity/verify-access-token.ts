import { errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Caller } from '../caller';
import type { Accounts } from './accounts';
import { findUserByOid } from './demo-directory';
import type { DirectoryUser } from './demo-directory';
import type { Grants } from './grants';
import type { ProvedTokens } from './proved-tokens';
import { GRAPH_AUDIENCE, issuerOf } from './tokens';
import type { TokenPorts } from './tokens';

/** Why Graph refuses a token; `message` is the sentence Graph sends. */
export class AccessTokenRefused extends Error {
  override readonly name = 'AccessTokenRefused';
  /** The claims a client must ask for to be let in again; only clients that said they can are told. */
  readonly challenge: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly challenge?: string } = {}) {
    super(message, options);
    this.challenge = options.challenge;
  }
}

const claimsSchema = v.looseObject({
  oid: v.string(),
  tid: v.string(),
  upn: v.string(),
  appid: v.string(),
  scp: v.string(),
  uti: v.string(),
  iss: v.string(),
  xms_cc: v.optional(v.array(v.string()), []),
});

export interface VerifyPorts extends TokenPorts {
  readonly accounts: Accounts;
  readonly grants: Pick<Grants, 'revocationOf'>;
  readonly provedTokens: ProvedTokens;
}

/**
 * Verifies signature, audience, issuer and life time (by the emulator's clock) of an access token.
 * @throws AccessTokenRefused with Graph's sentence.
 */
export async function verifyAccessToken(token: string, ports: VerifyPorts): Promise<Caller> {
  if (token.split('.').length !== 3) {
    throw new AccessTokenRefused(
      'IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format.',
    );
  }
  const claims = v.safeParse(claimsSchema, await verifiedPayload(token, ports));
  if (!claims.success) throw new AccessTokenRefused('Access token validation failure.');
  const { oid, tid, upn, appid, scp, uti, iss, xms_cc: capabilities } = claims.output;
  const user = findUserByOid(oid);
  if (user === undefined || user.tenantId !== tid || iss !== issuerOf(ports.loginOrigin, tid)) {
    throw new AccessTokenRefused('Access token validation failure. Invalid issuer.');
  }
  refuseVoid(uti, user, capabilities.includes('cp1'), ports);
  return {
    oid,
    upn,
    clientId: appid,
    tenantId: tid,
    scopes: new Set(scp.split(' ').filter((name) => name !== '')),
    claims: claims.output,
  };
}

/**
 * Continuous access evaluation: a client that takes part hears at once that the sessions of an
 * account were revoked; another's token lives on until it expires. A stolen code ends both.
 */
function refuseVoid(
  tokenId: string,
  user: DirectoryUser,
  continuousAccess: boolean,
  { accounts, grants, now }: VerifyPorts,
): void {
  const revocation = grants.revocationOf(tokenId);
  if (revocation?.by === 'code-reuse') throw new AccessTokenRefused('Access token has been revoked.');
  const endedAt = revocation?.at ?? (accounts.isEnabled(user) ? undefined : now());
  if (!continuousAccess || endedAt === undefined) return;
  const notBefore = { essential: true, value: String(Math.floor(endedAt / 1000)) };
  throw new AccessTokenRefused(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { challenge: btoa(JSON.stringify({ access_token: { nbf: notBefore } })) },
  );
}

async function verifiedPayload(token: string, ports: VerifyPorts): Promise<unknown> {
  const proved = ports.provedTokens.payloadOf(token);
  if (proved !== undefined) return proved;
  try {
    const { payload } = await jwtVerify(token, ports.key.publicKey, {
      algorithms: ['RS256'],
      audience: [GRAPH_AUDIENCE, 'https://graph.microsoft.com'],
      currentDate: new Date(ports.now()),
      requiredClaims: ['exp', 'nbf', 'iss'],
    });
    ports.provedTokens.keep(token, payload);
    return payload;
  } catch (error) {
    throw new AccessTokenRefused(refusal(error), { cause: error });
  }
}

function refusal(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'Access token validation failure. Invalid audience.';
    if (error.claim === 'nbf') return 'Lifetime validation failed, the token is not yet valid.';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.';
  }
  return 'IDX14100: JWT is not well formed.';
}
