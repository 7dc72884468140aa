import type { Account } from './connection';

/** The claims challenge that only a window can answer, kept until one has. */
export interface ChallengeMemory {
  of(account: Account): string | undefined;
  keep(account: Account, claims: string | undefined): void;
  forget(): void;
}

export function createChallengeMemory(): ChallengeMemory {
  let kept: { readonly accountId: string; readonly claims: string } | undefined;
  return {
    of: ({ id }) => (kept?.accountId === id ? kept.claims : undefined),
    keep: ({ id }, claims) => {
      if (claims !== undefined) kept = { accountId: id, claims };
    },
    forget: () => {
      kept = undefined;
    },
  };
}
