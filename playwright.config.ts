import { defineConfig, type Project } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import { leavesOutLong } from './scripts/long-journeys.mjs';
import { reporters } from './test/support/reporters';
import { SITES, type SiteName } from './test/support/sites';

const executablePath = findChromium();

/** The sources and their build are the same program: `npm test` plays on the former what could differ. The long journey is the build's. */
const isWhole = process.env['SITE'] === 'development';

/** Journeys on the build that are played beside the others, where nobody asks for a single site. */
const OF_FILES = '**/{actions,bad-input,details,list,operations,search,sharing,views}.spec.ts';

/** How each site is served, what of it answers first, and which journeys are its own. */
const SERVED: Record<SiteName, { command: string; ready: string; project: Project }> = {
  development: {
    command: 'npx vite',
    ready: `${SITES.development.page}/onedrive.config.json`,
    project: isWhole
      ? { testIgnore: ['**/{element,host}*.spec.ts', '**/screenshots.spec.ts'] }
      : {
          testMatch: '**/{journal,journey,setup}.spec.ts',
          grepInvert: /from an empty registration|a newcomer connects/,
        },
  },
  production: {
    ...ofBuild('production'),
    // `journal` plays with the sources: of a control without a look.
    project: {
      testIgnore: ['**/{{element,host}*,journal}.spec.ts', ...(process.env['SITE'] ? [] : [OF_FILES])],
    },
  },
  files: { ...ofBuild('files'), project: { testMatch: OF_FILES } },
  element: aroundElement('element'),
  host: aroundElement('host', leavesOutLong ? ['**/host-pages.spec.ts'] : []),
};

/** What `npm run build` has made last, under its real headers. */
function ofBuild(name: 'production' | 'files') {
  return { command: 'npx vite preview', ready: `${SITES[name].page}/onedrive.config.json` };
}

function aroundElement(name: 'element' | 'host', testIgnore: string[] = []) {
  return {
    command: 'node scripts/emulator.mjs --strict',
    ready: `${SITES[name].emulator}/_emulator/state?items=false`,
    project: { testMatch: `**/${name}*.spec.ts`, testIgnore },
  };
}

/** `SITE=development` plays all of its journeys and leaves the other sites out, while one works on a journey. */
const names = (['host', 'files', 'production', 'element', 'development'] as const).filter(
  (name) => (process.env['SITE'] ?? name) === name,
);

function serve(name: SiteName) {
  const { port, emulatorPort, bytesPort } = SITES[name];
  return {
    command: SERVED[name].command,
    url: SERVED[name].ready,
    timeout: 120_000,
    reuseExistingServer: Boolean(process.env['REUSE_SERVERS']),
    stdout: 'ignore' as const,
    env: {
      PORT: String(port),
      EMULATOR_PORT: String(emulatorPort),
      BYTES_PORT: String(bytesPort),
      EMULATOR_STRICT: '1',
      PUBLIC_HOSTS: 'tunnel.example',
    },
  };
}

/**
 * Journeys of real people in real Chromium, against the emulator over HTTP: on the dev server, on the build, and in
 * pages around the element. A site has one emulator, so its journeys follow one another; the sites run side by side.
 */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 3,
  // One slow moment of a shared machine must not hide what all the others found: it is printed as “flaky”, and is a bug.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: reporters('browser'),
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
  projects: names.map((name) => ({
    name,
    workers: 1,
    use: { baseURL: SITES[name].page },
    ...SERVED[name].project,
  })),
  webServer: names.map(serve),
});
