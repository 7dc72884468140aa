import type { Platform } from './applications';
import type { DirectoryUser } from './demo-directory';
import { randomToken } from './random-text';
import type { RequestedClaims } from './requested-claims';
import type { RequestedScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';

const CODE_LIFETIME_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A page's refresh token lives a day from the sign-in; a server's is kept alive for long. */
const REFRESH_LIFETIME_MS: Readonly<Record<Platform, number>> = { spa: DAY_MS, web: 90 * DAY_MS };

/** What an authorization code and everything issued from it stands for. */
export interface Grant {
  readonly id: string;
  readonly user: DirectoryUser;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly scopes: RequestedScopes;
  readonly claims: RequestedClaims;
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  readonly sid: string;
  readonly staySignedIn: boolean;
}

interface IssuedRefreshToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

export interface Grants {
  issueCode(grant: Omit<Grant, 'id'>): string;
  /** @throws StsFailure 70000 unknown, 54005 reused (revokes what it issued), 70008 too old. */
  redeemCode(code: string): Grant;
  /** Begins the life of a refresh token, or continues it: rotation does not extend it. */
  issueRefreshToken(grant: Grant, bornAt: number): IssuedRefreshToken;
  /** @throws StsFailure 70000 unknown or revoked, 700084 or 70008 too old. */
  useRefreshToken(token: string, clientId: string): { readonly grant: Grant; readonly bornAt: number };
  /** Remembers which grant an access token came from, so that a revoked grant takes it along. */
  recordAccessToken(tokenId: string, grantId: string): void;
  isRevoked(tokenId: string): boolean;
  clear(): void;
}

interface StoredCode {
  readonly grant: Grant;
  readonly issuedAt: number;
  redeemed: boolean;
}

export function createGrants(now: () => number): Grants {
  const codes = new Map<string, StoredCode>();
  const refreshTokens = new Map<string, { readonly grant: Grant; readonly bornAt: number }>();
  const accessTokens = new Map<string, string>();
  const revoked = new Set<string>();

  return {
    issueCode: (grant) => {
      const code = `1.${randomToken(32)}`;
      codes.set(code, { grant: { ...grant, id: randomToken(12) }, issuedAt: now(), redeemed: false });
      return code;
    },
    redeemCode: (code) => {
      const stored = codes.get(code);
      if (stored === undefined) throw new StsFailure(70000);
      if (stored.redeemed) {
        // RFC 6749 4.1.2: a second use means that somebody else has the code too.
        revoked.add(stored.grant.id);
        throw new StsFailure(54005);
      }
      stored.redeemed = true;
      if (now() - stored.issuedAt >= CODE_LIFETIME_MS) throw new StsFailure(70008);
      return stored.grant;
    },
    issueRefreshToken: (grant, bornAt) => {
      const token = `1.${randomToken(48)}`;
      refreshTokens.set(token, { grant, bornAt });
      const left = bornAt + REFRESH_LIFETIME_MS[grant.platform] - now();
      return { token, expiresInSeconds: Math.max(0, Math.round(left / 1000)) };
    },
    // Like Entra, an older token of the rotation keeps working until the common end of life:
    // two tabs may renew at the same time, and an answer may get lost on the way.
    useRefreshToken: (token, clientId) => {
      const stored = refreshTokens.get(token);
      if (stored === undefined || stored.grant.clientId !== clientId) throw new StsFailure(70000);
      if (revoked.has(stored.grant.id)) throw new StsFailure(70000);
      if (now() >= stored.bornAt + REFRESH_LIFETIME_MS[stored.grant.platform]) {
        throw new StsFailure(stored.grant.platform === 'spa' ? 700084 : 70008);
      }
      return stored;
    },
    recordAccessToken: (tokenId, grantId) => accessTokens.set(tokenId, grantId),
    isRevoked: (tokenId) => revoked.has(accessTokens.get(tokenId) ?? ''),
    clear: () => {
      codes.clear();
      refreshTokens.clear();
      accessTokens.clear();
      revoked.clear();
    },
  };
}
