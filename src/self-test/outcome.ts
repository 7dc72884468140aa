import { whoCanFix, type Cause, type Who } from './causes';

/** What a self-test looks at, in the order in which it does. */
export const CHECK_IDS = [
  'configuration',
  'permissions',
  'secure-context',
  'framing',
  'storage',
  'policy',
  'redirect-page',
  'redirect-script',
  'redirect-headers',
  'redirect-frame',
  'authority',
  'registration',
  'popups',
  'sign-in',
  'scopes',
  'graph',
  'clock',
  'drive',
  'writing',
  'upload',
  'download',
  'clean-up',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Why something could not be checked, apart from another check that failed. */
export type Why =
  /** The page was closed over it, or the person gave up. */
  'cancelled' | 'no-click' | 'no-permission' | 'no-answer' | 'nothing-told' | 'unexpected' | Harmless;

/** There is nothing to check here, or no way to; what builds on it is checked all the same. */
const HARMLESS = ['not-needed', 'host-tokens', 'own-files-closed', 'opaque-token'] as const;
type Harmless = (typeof HARMLESS)[number];

/** Values of the sentences: addresses of the set-up, names of settings, codes. No secret, no name of a person. */
export type Facts = Readonly<Record<string, string>>;

export interface Passed {
  readonly status: 'passed';
  readonly facts: Facts;
}

export interface Failed {
  readonly status: 'failed';
  /** Cause and fix in words: {@link describeResult}. */
  readonly cause: Cause;
  readonly who: Who;
  readonly facts: Facts;
}

export interface Unchecked {
  readonly status: 'unchecked';
  readonly why: Why | { readonly because: CheckId };
  readonly facts: Facts;
}

/** What a check found. */
export type Outcome = Passed | Failed | Unchecked;

export type CheckResult = Outcome & { readonly id: CheckId };

export function passed(facts: Facts = {}): Passed {
  return { status: 'passed', facts };
}

export function failed(cause: Cause, facts: Facts = {}): Failed {
  return { status: 'failed', cause, who: whoCanFix(cause), facts };
}

export function unchecked(why: Unchecked['why'], facts: Facts = {}): Unchecked {
  return { status: 'unchecked', why, facts };
}

/** Whether what needs this may be checked. */
export function allowsNext(outcome: Outcome): boolean {
  if (outcome.status !== 'unchecked') return outcome.status === 'passed';
  return HARMLESS.some((why) => why === outcome.why);
}
