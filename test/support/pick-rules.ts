import type { PickRules } from '../../src/drive';

/** Rules that let every file through, with what matters to the test in `given`. */
export function buildRules(given: Partial<PickRules> = {}): PickRules {
  return {
    kind: 'files',
    accept: [],
    selection: 'multiple',
    maxCount: undefined,
    maxSize: undefined,
    filter: undefined,
    ...given,
  };
}
