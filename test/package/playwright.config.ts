import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { reporters } from '../support/reporters';

const executablePath = findChromium();

/** The package as others get it: packed, installed in the examples, built there, and used in real Chromium. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  globalSetup: './install-examples.ts',
  globalTimeout: 10 * 60_000,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: reporters('package'),
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    launchOptions: { ...(executablePath && { executablePath }), args: [...CHROMIUM_FLAGS] },
  },
});
