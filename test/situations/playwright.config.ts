import { defineConfig } from '@playwright/test';
import type { BrowserSettings } from './support/real-browser';
import { reporters } from '../support/reporters';

/** Every situation of signing in (docs/situations.md), in browsers that hide nothing; each worker has an emulator. */
export default defineConfig<object, BrowserSettings>({
  testDir: '.',
  outputDir: '../../test-results/situations',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 3,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: reporters('situations'),
  use: { viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'Europe/Berlin' },
  projects: [{ name: 'chromium', use: { realBrowser: 'chromium' } }],
});
