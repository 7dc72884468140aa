import type { Parameters } from './parameters';

/** `asked`: unless the application says that it needs none, as Microsoft does; the others whatever it says. */
export const openerPolicies = ['asked', 'always', 'never'] as const;

/** Which pages of signing in part their window from the one that opened it (Cross-Origin-Opener-Policy). */
export type OpenerPolicy = (typeof openerPolicies)[number];

/** How the pages of signing in treat the window that opened them. */
export interface OpenerRule {
  set(policy: OpenerPolicy): void;
  /** Whether a request leaves its window's opener alone. */
  keepsOpener(parameters: Parameters | undefined): boolean;
  clear(): void;
}

export function createOpenerRule(): OpenerRule {
  let policy: OpenerPolicy = 'asked';
  return {
    set: (next) => {
      policy = next;
    },
    keepsOpener: (parameters) => {
      if (policy !== 'asked') return policy === 'never';
      // MSAL says with `pocd=1` that no foreign window holds a handle on this one.
      return parameters?.get('pocd') === '1';
    },
    clear: () => {
      policy = 'asked';
    },
  };
}
