import { CHECK_IDS, type CheckId } from '../../src/self-test';

export type Found = Readonly<Record<string, string>>;

const FILES = ['upload', 'download'] as const;
const ACCOUNT = ['scopes', 'drive', 'writing', ...FILES] as const;
const SIGN_IN = ['popups', 'sign-in', ...ACCOUNT] as const;

const EVERYTHING = [
  'storage',
  'policy',
  'redirect-page',
  'redirect-script',
  'redirect-headers',
  'redirect-frame',
  'authority',
  'registration',
  'graph',
  ...SIGN_IN,
] as const;

/** What can't be told where a check has failed. Written down, not computed: it is what the test holds the product to. */
const DEPENDANTS: Partial<Record<CheckId, readonly CheckId[]>> = {
  configuration: ['permissions', ...EVERYTHING],
  'secure-context': EVERYTHING,
  storage: SIGN_IN,
  framing: ['storage', 'redirect-frame', 'registration', ...SIGN_IN],
  policy: ['redirect-frame', 'authority', 'registration', 'graph', ...SIGN_IN],
  'redirect-page': ['redirect-script', 'redirect-headers', 'redirect-frame', 'registration', ...SIGN_IN],
  'redirect-script': ['redirect-frame', 'registration', ...SIGN_IN],
  'redirect-frame': ['registration', ...SIGN_IN],
  authority: ['registration', ...SIGN_IN],
  registration: SIGN_IN,
  popups: ['sign-in', ...ACCOUNT],
  'sign-in': ACCOUNT,
  scopes: ['drive', 'writing', ...FILES],
  graph: ['drive', 'writing', ...FILES],
  drive: ['writing', ...FILES],
  writing: FILES,
  upload: ['download'],
};

/** Everything right. */
export const ALL_PASSED: Found = Object.fromEntries(CHECK_IDS.map((id) => [id, 'passed']));

/** What becomes of all checks where one says something else: those that build on it are not checked, all others pass. */
export function butFor(id: CheckId, line: string, others: Found = {}): Found {
  const waiting = DEPENDANTS[id] ?? [];
  return {
    ...ALL_PASSED,
    [id]: line,
    ...Object.fromEntries(waiting.map((other) => [other, `unchecked: because ${id}`])),
    ...(waiting.includes('upload') && { 'clean-up': 'unchecked: not-needed' }),
    ...others,
  };
}
