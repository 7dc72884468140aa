import { defineConfig } from '@playwright/test';
import situations from './playwright.config';

/** The situations that hold in Firefox as well: `npm run test:firefox`. */
export default defineConfig({
  ...situations,
  outputDir: '../../test-results/firefox',
  projects: [{ name: 'firefox', use: { realBrowser: 'firefox' } }],
});
