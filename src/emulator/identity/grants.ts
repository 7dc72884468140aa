import type { Platform } from './applications';
import type { DirectoryUser } from './demo-directory';
import { randomToken } from './random-text';
import type { RequestedClaims } from './requested-claims';
import type { RequestedScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';

const CODE_LIFETIME_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const REFRESH_LIFETIME_MS: Readonly<Record<Platform, number>> = {
  spa: DAY_MS,
  web: 90 * DAY_MS,
  native: 90 * DAY_MS,
};

/** What an authorization code and everything issued from it stands for. */
export interface Grant {
  readonly id: string;
  readonly user: DirectoryUser;
  readonly clientId: string;
  /** Empty where no browser came back: the device code flow. */
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly scopes: RequestedScopes;
  readonly claims: RequestedClaims;
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  readonly sid: string;
  readonly staySignedIn: boolean;
  /** Whether the user gave a second factor, not only the password. */
  readonly secondFactor: boolean;
  readonly issuedAt: number;
}

interface IssuedRefreshToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Why what a grant gave is void. */
interface Revocation {
  readonly by: 'code-reuse' | 'account';
  readonly at: number;
}

/** What the user and the request decided; the rest is added here. */
export type NewGrant = Omit<Grant, 'id' | 'issuedAt'>;

export interface Grants {
  issueCode(grant: NewGrant): string;
  /** A grant without a code, for the device code flow. */
  issue(grant: NewGrant): Grant;
  /** @throws StsFailure 70000 unknown, 54005 reused (revokes what it issued), 70008 too old. */
  findCode(code: string): Grant;
  /** From here on the code counts as used. */
  redeemCode(code: string): void;
  /** Begins the life of a refresh token, or continues it. */
  issueRefreshToken(grant: Grant, bornAt: number): IssuedRefreshToken;
  /** @throws StsFailure 70000 unknown or revoked, 50173 revoked with the account, 700084 or 700082 too old. */
  useRefreshToken(token: string, clientId: string): { readonly grant: Grant; readonly bornAt: number };
  /** Remembers which grant an access token came from, so that a revoked grant takes it along. */
  recordAccessToken(tokenId: string, grantId: string): void;
  revocationOf(tokenId: string): Revocation | undefined;
  /** Voids everything given on behalf of a user until now. */
  revokeAccount(user: DirectoryUser): void;
  clear(): void;
}

interface StoredCode {
  readonly grant: Grant;
  redeemed: boolean;
}

interface StoredRefreshToken {
  readonly grant: Grant;
  readonly bornAt: number;
}

export function createGrants(now: () => number): Grants {
  const grants = new Map<string, Grant>();
  const codes = new Map<string, StoredCode>();
  const refreshTokens = new Map<string, StoredRefreshToken>();
  const accessTokens = new Map<string, string>();
  const revocations = new Map<string, Revocation>();

  const issue = (grant: NewGrant): Grant => {
    const issued: Grant = { ...grant, id: randomToken(12), issuedAt: now() };
    grants.set(issued.id, issued);
    return issued;
  };

  return {
    issue,
    issueCode: (grant) => {
      const code = `1.${randomToken(32)}`;
      codes.set(code, { grant: issue(grant), redeemed: false });
      return code;
    },
    findCode: (code) => {
      const stored = codes.get(code);
      if (stored === undefined) throw new StsFailure(70000);
      const { grant } = stored;
      if (stored.redeemed) {
        // RFC 6749 4.1.2: a second use means that somebody else has the code too.
        revocations.set(grant.id, { by: 'code-reuse', at: now() });
        throw new StsFailure(54005);
      }
      refuseRevoked(grant, revocations.get(grant.id));
      if (now() - grant.issuedAt >= CODE_LIFETIME_MS) throw new StsFailure(70008);
      return grant;
    },
    redeemCode: (code) => {
      const stored = codes.get(code);
      if (stored !== undefined) stored.redeemed = true;
    },
    issueRefreshToken: (grant, bornAt) => {
      const token = `1.${randomToken(48)}`;
      refreshTokens.set(token, { grant, bornAt });
      const left = bornAt + REFRESH_LIFETIME_MS[grant.platform] - now();
      return { token, expiresInSeconds: Math.max(0, Math.round(left / 1000)) };
    },
    // Like Entra, an older token of the rotation keeps working until its end of life: two tabs may
    // renew at the same time, and an answer may get lost on the way.
    useRefreshToken: (token, clientId) => {
      const stored = refreshTokens.get(token);
      if (stored === undefined || stored.grant.clientId !== clientId) throw new StsFailure(70000);
      refuseRevoked(stored.grant, revocations.get(stored.grant.id));
      refuseExpired(stored, now());
      // A page's token ends a day after the sign-in, rotated or not; others begin a new life.
      return stored.grant.platform === 'spa' ? stored : { grant: stored.grant, bornAt: now() };
    },
    recordAccessToken: (tokenId, grantId) => accessTokens.set(tokenId, grantId),
    revocationOf: (tokenId) => revocations.get(accessTokens.get(tokenId) ?? ''),
    revokeAccount: (user) => {
      for (const { id, user: owner } of grants.values()) {
        if (owner.oid === user.oid && !revocations.has(id)) revocations.set(id, { by: 'account', at: now() });
      }
    },
    clear: () => {
      for (const map of [grants, codes, refreshTokens, accessTokens, revocations]) map.clear();
    },
  };
}

function refuseRevoked(grant: Grant, revocation: Revocation | undefined): void {
  if (revocation === undefined) return;
  if (revocation.by === 'code-reuse') throw new StsFailure(70000);
  throw new StsFailure(50173, { x: isoTime(grant.issuedAt), y: isoTime(revocation.at) });
}

function refuseExpired({ grant, bornAt }: StoredRefreshToken, now: number): void {
  if (now < bornAt + REFRESH_LIFETIME_MS[grant.platform]) return;
  throw new StsFailure(grant.platform === 'spa' ? 700084 : 700082, { x: isoTime(bornAt) });
}

/** Seven digits of seconds, as .NET writes them. */
function isoTime(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}
