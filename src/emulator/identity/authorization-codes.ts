import type { Grant, Grants, NewGrant } from './grants';
import { randomToken } from './random-text';
import { StsFailure } from './sts-failure';

const LIFETIME_MS = 10 * 60 * 1000;

export interface AuthorizationCodes {
  issue(grant: NewGrant): string;
  /**
   * What a code stands for; it stays good until it is redeemed.
   * @throws StsFailure 70000 unknown, 54005 reused, 70008 too old, 50173 revoked.
   */
  find(code: string): Grant;
  redeem(code: string): void;
  clear(): void;
}

export function createAuthorizationCodes(grants: Grants, now: () => number): AuthorizationCodes {
  const open = new Map<string, Grant>();
  const redeemed = new Map<string, Grant>();
  return {
    issue: (grant) => {
      const code = `1.${randomToken(32)}`;
      open.set(code, grants.issue(grant));
      return code;
    },
    find: (code) => {
      const used = redeemed.get(code);
      if (used !== undefined) {
        grants.revokeReused(used);
        throw new StsFailure(54005);
      }
      const grant = open.get(code);
      if (grant === undefined) throw new StsFailure(70000);
      grants.requireLive(grant);
      if (now() - grant.issuedAt >= LIFETIME_MS) throw new StsFailure(70008);
      return grant;
    },
    redeem: (code) => {
      const grant = open.get(code);
      if (grant !== undefined) redeemed.set(code, grant);
      open.delete(code);
    },
    clear: () => {
      open.clear();
      redeemed.clear();
    },
  };
}
