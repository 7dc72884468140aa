import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import { SITES, type Site } from './test/support/sites';

const executablePath = findChromium();

function serve(site: Site, command: string) {
  return {
    command,
    url: `${site.page}/onedrive.config.json`,
    timeout: 120_000,
    reuseExistingServer: Boolean(process.env['REUSE_SERVERS']),
    stdout: 'ignore' as const,
    env: {
      PORT: String(site.port),
      EMULATOR_PORT: String(site.emulatorPort),
      BYTES_PORT: String(site.bytesPort),
      EMULATOR_STRICT: '1',
    },
  };
}

const COMMANDS = { development: 'npx vite', production: 'node scripts/preview.mjs' } as const;

/** `SITE=development` leaves the other one out, while one works on a journey. */
const sites = (['development', 'production'] as const).filter(
  (name) => (process.env['SITE'] ?? name) === name,
);

/** Journeys of real people in real Chromium, against the emulator over HTTP: on the dev server and on the build. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  // One slow moment of a shared machine must not hide what all the others found: it is printed as “flaky”, and is a bug.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...CHROMIUM_FLAGS],
      // A blocked pop-up must be seen to be blocked (auth.md 2.4).
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
  },
  projects: sites.map((name) => ({
    name,
    use: { baseURL: SITES[name].page },
    // What only the build holds: the element, and the pictures of the README.
    testIgnore: name === 'development' ? ['**/{element,host}*.spec.ts', '**/screenshots.spec.ts'] : [],
  })),
  webServer: sites.map((name) => serve(SITES[name], COMMANDS[name])),
});
