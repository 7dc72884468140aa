import type { PlaywrightTestConfig } from '@playwright/test';

const REPORTS = new URL('../../test-reports', import.meta.url).pathname;

/** A line for each test, and the report that `npm test` reads at its end (scripts/check-features.mjs). */
export function reporters(name: string): PlaywrightTestConfig['reporter'] {
  return [['list'], ['json', { outputFile: `${REPORTS}/${name}.json` }]];
}
