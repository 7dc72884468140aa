import type { ReporterDescription } from '@playwright/test';

const REPORTS = new URL('../../test-reports', import.meta.url).pathname;

/** A line for each test, and the report that `npm test` reads at its end (scripts/check-features.mjs). */
export function reporters(name: string): ReporterDescription[] {
  return [['list'], ['json', { outputFile: `${REPORTS}/${name}.json` }]];
}
