import type { Application } from './applications';
import type { DirectoryUser } from './demo-directory';
import type { Grant } from './grants';
import { base64UrlText, randomToken, sha256Base64Url } from './random-text';
import type { RequestedClaims } from './requested-claims';
import type { SigningKey } from './signing-key';

export const GRAPH_AUDIENCE = '00000003-0000-0000-c000-000000000000';
export const ACCESS_TOKEN_SECONDS = 3600;

export interface TokenPorts {
  readonly loginOrigin: string;
  readonly key: SigningKey;
  readonly now: () => number;
}

export interface AccessTokenRequest {
  readonly user: DirectoryUser;
  readonly application: Application;
  readonly scopes: readonly string[];
  readonly sid: string;
  readonly claims: RequestedClaims;
  readonly secondFactor: boolean;
}

export interface SignedAccessToken {
  readonly token: string;
  /** The token's `uti`. */
  readonly id: string;
}

/** The `login_hint` claim of an ID token: opaque to clients, accepted back as a hint. */
export function opaqueLoginHint(user: DirectoryUser): string {
  return base64UrlText(`O.${user.oid}`);
}

/** The `client_info` of an answer: MSAL makes its account key from it. */
export function clientInfo(user: DirectoryUser): string {
  return base64UrlText(JSON.stringify({ uid: user.oid, utid: user.tenantId }));
}

export function issuerOf(loginOrigin: string, tenantId: string): string {
  return `${loginOrigin}/${tenantId}/v2.0`;
}

export async function signAccessToken(
  request: AccessTokenRequest,
  ports: TokenPorts,
): Promise<SignedAccessToken> {
  const { user, application, claims, secondFactor } = request;
  const id = randomToken(16);
  const token = await ports.key.sign({
    ...(await commonClaims(user, application.clientId, ports)),
    aud: GRAPH_AUDIENCE,
    acct: 0,
    amr: secondFactor ? ['pwd', 'mfa'] : ['pwd'],
    app_displayname: application.name,
    appid: application.clientId,
    appidacr: application.secret === undefined ? '0' : '1',
    azp: application.clientId,
    idtyp: 'user',
    scp: request.scopes.join(' '),
    sid: request.sid,
    upn: user.upn,
    uti: id,
    ver: '1.0',
    ...(claims.continuousAccess ? { xms_cc: ['cp1'] } : {}),
    ...(claims.authenticationContexts.length > 0 ? { acrs: claims.authenticationContexts } : {}),
  });
  return { token, id };
}

export async function signIdToken(grant: Grant, ports: TokenPorts): Promise<string> {
  const { user } = grant;
  return ports.key.sign({
    ...(await commonClaims(user, grant.clientId, ports)),
    aud: grant.clientId,
    login_hint: opaqueLoginHint(user),
    preferred_username: user.upn,
    rh: '1.emulator.',
    sid: grant.sid,
    uti: randomToken(16),
    ver: '2.0',
    ...(grant.scopes.openId.includes('email') ? { email: user.upn } : {}),
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
    ...(grant.staySignedIn ? { signin_state: ['kmsi'] } : {}),
  });
}

async function commonClaims(
  user: DirectoryUser,
  clientId: string,
  ports: TokenPorts,
): Promise<Record<string, string | number>> {
  const seconds = Math.floor(ports.now() / 1000);
  return {
    iss: issuerOf(ports.loginOrigin, user.tenantId),
    iat: seconds,
    nbf: seconds,
    exp: seconds + ACCESS_TOKEN_SECONDS,
    name: user.name,
    oid: user.oid,
    // Pairwise, as Entra's: another application sees another subject.
    sub: await sha256Base64Url(`${user.oid} ${clientId}`),
    tid: user.tenantId,
  };
}
