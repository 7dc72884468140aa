import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { reporters } from '../support/reporters';

const executablePath = findChromium();

/** The self-test on a page that is right but for one thing, in real Chromium. Each worker has servers of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/self-test',
  globalSetup: './build-pages.ts',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 3,
  retries: process.env['CI'] ? 1 : 0,
  reporter: reporters('self-test'),
  use: {
    locale: 'en-US',
    launchOptions: {
      ...(executablePath && { executablePath }),
      // A name that is neither https nor localhost, for the page that is not secure.
      args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP portal.example 127.0.0.1'],
      // A blocked pop-up must be seen to be blocked (auth.md 2.4).
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
  },
});
