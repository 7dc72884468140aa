import type { Platform } from './applications';
import { issueDate } from './grants';
import type { Grant, Grants } from './grants';
import { randomToken } from './random-text';
import { StsFailure } from './sts-failure';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS: Readonly<Record<Platform, number>> = {
  spa: DAY_MS,
  web: 90 * DAY_MS,
  native: 90 * DAY_MS,
};

/** A grant as a refresh token carries it on. */
export interface RenewableGrant {
  readonly grant: Grant;
  /** When the life of its refresh tokens began. */
  readonly bornAt: number;
}

export interface RefreshTokens {
  issue(renewable: RenewableGrant): { readonly token: string; readonly expiresInSeconds: number };
  /** @throws StsFailure 70000 unknown or revoked, 50173 revoked with the account, 700084 or 700082 too old. */
  use(token: string, clientId: string): RenewableGrant;
  clear(): void;
}

export function createRefreshTokens(grants: Grants, now: () => number): RefreshTokens {
  const tokens = new Map<string, RenewableGrant>();
  const endOf = ({ grant, bornAt }: RenewableGrant): number => bornAt + LIFETIME_MS[grant.platform];
  return {
    issue: (renewable) => {
      const token = `1.${randomToken(48)}`;
      tokens.set(token, renewable);
      return { token, expiresInSeconds: Math.max(0, Math.round((endOf(renewable) - now()) / 1000)) };
    },
    // Like Entra, an older token of the rotation keeps working until its end of life: two tabs may
    // renew at the same time, and an answer may get lost on the way.
    use: (token, clientId) => {
      const stored = tokens.get(token);
      if (stored === undefined || stored.grant.clientId !== clientId) throw new StsFailure(70000);
      grants.requireLive(stored.grant);
      const page = stored.grant.platform === 'spa';
      if (now() >= endOf(stored)) {
        throw new StsFailure(page ? 700084 : 700082, { x: issueDate(stored.bornAt) });
      }
      // A page's tokens end a day after the sign-in, rotated or not; others begin a new life.
      return page ? stored : { grant: stored.grant, bornAt: now() };
    },
    clear: () => tokens.clear(),
  };
}
