import type { Platform } from './applications';
import type { DirectoryUser } from './demo-directory';
import { randomToken } from './random-text';
import type { RequestedClaims } from './requested-claims';
import type { RequestedScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';

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

/** What the user and the request decided; the rest is added here. */
export type NewGrant = Omit<Grant, 'id' | 'issuedAt'>;

/** Why what a grant gave is void. */
interface Revocation {
  readonly by: 'code-reuse' | 'account';
  readonly at: number;
}

/** Every grant ever given, and which of them are void. */
export interface Grants {
  issue(grant: NewGrant): Grant;
  /** @throws StsFailure 70000 or 50173 for a void grant. */
  requireLive(grant: Grant): void;
  /** Voids a grant whose code came a second time (RFC 6749 4.1.2): somebody else has the code too. */
  revokeReused(grant: Grant): void;
  /** Voids everything given on behalf of a user until now. */
  revokeAccount(user: DirectoryUser): void;
  /** Remembers which grant an access token came from, so that a void grant takes it along. */
  recordAccessToken(tokenId: string, grantId: string): void;
  revocationOf(tokenId: string): Revocation | undefined;
  clear(): void;
}

export function createGrants(now: () => number): Grants {
  const grants = new Map<string, Grant>();
  const accessTokens = new Map<string, string>();
  const revocations = new Map<string, Revocation>();
  return {
    issue: (grant) => {
      const issued: Grant = { ...grant, id: randomToken(12), issuedAt: now() };
      grants.set(issued.id, issued);
      return issued;
    },
    requireLive: ({ id, issuedAt }) => {
      const revocation = revocations.get(id);
      if (revocation === undefined) return;
      if (revocation.by === 'code-reuse') throw new StsFailure(70000);
      throw new StsFailure(50173, { x: issueDate(issuedAt), y: issueDate(revocation.at) });
    },
    revokeReused: ({ id }) => revocations.set(id, { by: 'code-reuse', at: now() }),
    revokeAccount: (user) => {
      for (const { id, user: owner } of grants.values()) {
        if (owner.oid === user.oid && !revocations.has(id)) revocations.set(id, { by: 'account', at: now() });
      }
    },
    recordAccessToken: (tokenId, grantId) => accessTokens.set(tokenId, grantId),
    revocationOf: (tokenId) => revocations.get(accessTokens.get(tokenId) ?? ''),
    clear: () => {
      for (const map of [grants, accessTokens, revocations]) map.clear();
    },
  };
}

/** A time in a refusal: seven digits of seconds, as .NET writes them. */
export function issueDate(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}
