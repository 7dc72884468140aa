import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { PORTALS } from './portals';
import { reporters } from '../support/reporters';

const executablePath = findChromium();
const ROOT = new URL('../..', import.meta.url).pathname;

/** Whole portals of `examples/`, each with its own server, end to end against one emulator. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/portals',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: reporters('portals'),
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...CHROMIUM_FLAGS],
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
  },
  webServer: [
    {
      command: 'node scripts/emulator.mjs --strict',
      cwd: ROOT,
      url: `${PORTALS.emulator}/_emulator/state?items=false`,
      env: { EMULATOR_PORT: String(PORTALS.emulatorPort), BYTES_PORT: String(PORTALS.bytesPort) },
    },
    {
      command: 'node examples/portal-page/server.mjs',
      cwd: ROOT,
      url: PORTALS.portalPage.url,
      env: PORTALS.portalPage.environment,
    },
    {
      command: 'node examples/account-settings/server.mjs',
      cwd: ROOT,
      url: PORTALS.accountSettings.url,
      env: PORTALS.accountSettings.environment,
    },
  ],
});
