import type { DirectoryUser } from './demo-directory';
import type { StsCode } from './sts-catalogue';

/** What an organisation's conditional access says about an account. */
export const conditionalAccessRules = [
  'allow',
  'require-mfa',
  'block',
  'block-risky-user',
  'require-compliant-device',
  'require-joined-device',
  'require-managed-device',
  'require-known-device',
] as const;
type ConditionalAccess = (typeof conditionalAccessRules)[number];

/** What who is kept out hears: no browser here has a device to show. */
const BARRED: Readonly<Record<ConditionalAccess, StsCode | undefined>> = {
  allow: undefined,
  'require-mfa': undefined,
  block: 53003,
  'block-risky-user': 53011,
  'require-compliant-device': 53000,
  'require-joined-device': 53001,
  'require-managed-device': 530003,
  'require-known-device': 50097,
};

/** What `POST /_emulator/accounts` changes; what is left out stays. */
export interface AccountChange {
  /** Address of the account. */
  readonly user: string;
  readonly enabled?: boolean | undefined;
  readonly conditionalAccess?: ConditionalAccess | undefined;
  readonly passwordExpired?: boolean | undefined;
  /** Ends every session and refresh token, as an administrator or a new password does. */
  readonly revokeSignIns?: boolean | undefined;
}

const LOCK_AFTER = 10;
const LOCK_MS = 60_000;

/** What changes about the accounts of the directory while the emulator runs. */
export interface Accounts {
  isEnabled(user: DirectoryUser): boolean;
  /** Why conditional access keeps the account out, if it does. */
  barredBy(user: DirectoryUser): StsCode | undefined;
  hasExpiredPassword(user: DirectoryUser): boolean;
  needsSecondFactor(user: DirectoryUser): boolean;
  change(user: DirectoryUser, change: AccountChange): void;
  /** Smart lockout: after ten wrong passwords a minute's pause. */
  isLocked(user: DirectoryUser): boolean;
  recordPassword(user: DirectoryUser, right: boolean): void;
  clear(): void;
}

interface AccountState {
  enabled: boolean;
  conditionalAccess: ConditionalAccess;
  passwordExpired: boolean;
  wrongPasswords: number;
  lockedUntil: number;
}

export function createAccounts(now: () => number): Accounts {
  const states = new Map<string, AccountState>();
  const of = (user: DirectoryUser): AccountState => {
    const known = states.get(user.oid);
    if (known !== undefined) return known;
    const fresh: AccountState = {
      enabled: user.enabled,
      conditionalAccess: user.secondFactor ? 'require-mfa' : 'allow',
      passwordExpired: false,
      wrongPasswords: 0,
      lockedUntil: 0,
    };
    states.set(user.oid, fresh);
    return fresh;
  };
  return {
    isEnabled: (user) => of(user).enabled,
    barredBy: (user) => BARRED[of(user).conditionalAccess],
    hasExpiredPassword: (user) => of(user).passwordExpired,
    needsSecondFactor: (user) => of(user).conditionalAccess === 'require-mfa',
    change: (user, { enabled, conditionalAccess, passwordExpired }) => {
      const state = of(user);
      state.enabled = enabled ?? state.enabled;
      state.conditionalAccess = conditionalAccess ?? state.conditionalAccess;
      state.passwordExpired = passwordExpired ?? state.passwordExpired;
    },
    isLocked: (user) => now() < of(user).lockedUntil,
    recordPassword: (user, right) => {
      const state = of(user);
      state.wrongPasswords = right ? 0 : state.wrongPasswords + 1;
      if (state.wrongPasswords < LOCK_AFTER) return;
      state.wrongPasswords = 0;
      state.lockedUntil = now() + LOCK_MS;
    },
    clear: () => states.clear(),
  };
}
