import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { reporters } from '../support/reporters';

const executablePath = findChromium();

/** The demo as a visitor gets it: built, on a server of files that knows nothing, in real Chromium. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/demo',
  globalSetup: './build-demo.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  reporter: reporters('demo'),
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    launchOptions: { ...(executablePath && { executablePath }), args: [...CHROMIUM_FLAGS] },
  },
});
