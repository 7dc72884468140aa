import type { DirectoryUser } from './demo-directory';

/** What an organisation's conditional access says about an account. */
export const conditionalAccessRules = ['allow', 'require-mfa', 'block'] as const;
type ConditionalAccess = (typeof conditionalAccessRules)[number];

/** What `POST /_emulator/accounts` changes; what is left out stays. */
export interface AccountChange {
  /** Address of the account. */
  readonly user: string;
  readonly enabled?: boolean | undefined;
  readonly conditionalAccess?: ConditionalAccess | undefined;
  /** Ends every session and refresh token, as an administrator or a new password does. */
  readonly revokeSignIns?: boolean | undefined;
}

const LOCK_AFTER = 10;
const LOCK_MS = 60_000;

/** What changes about the accounts of the directory while the emulator runs. */
export interface Accounts {
  isEnabled(user: DirectoryUser): boolean;
  isBlocked(user: DirectoryUser): boolean;
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
      wrongPasswords: 0,
      lockedUntil: 0,
    };
    states.set(user.oid, fresh);
    return fresh;
  };
  return {
    isEnabled: (user) => of(user).enabled,
    isBlocked: (user) => of(user).conditionalAccess === 'block',
    needsSecondFactor: (user) => of(user).conditionalAccess === 'require-mfa',
    change: (user, { enabled, conditionalAccess }) => {
      const state = of(user);
      state.enabled = enabled ?? state.enabled;
      state.conditionalAccess = conditionalAccess ?? state.conditionalAccess;
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
