import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { reporters } from '../support/reporters';

const executablePath = findChromium();

/**
 * Signing in as several tabs of one browser share it: real MSAL, real Chromium, the emulator over HTTP, and no interface
 * around it. Each worker has servers of its own. `SEQUENCES` says how many random sequences of events are played, `SEED`
 * where they begin.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/tabs',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: reporters('tabs'),
  use: {
    locale: 'en-US',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...CHROMIUM_FLAGS],
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
  },
});
