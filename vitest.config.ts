import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { atomicIcons } from './scripts/atomic-icons.mjs';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();
const SET_UP = ['test/support/load-later-parts.ts'];

/**
 * Logic runs in Node. Components run in the real browser: Fluent's focus handling (Tabster) needs one.
 * Journeys against the emulator are Playwright's (playwright.config.ts).
 */
export default defineConfig({
  test: {
    // Of its own accord it leaves one core idle; tests of faults wait for sockets, and leave more of them idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        // Files of one process share its modules: to read them for each took half of the processor time.
        test: {
          name: 'node',
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['test/support/trusted-certificate.ts'],
          include: ['test/{unit,contract,fault,fuzz}/**/!(*.apart).test.ts'],
          restoreMocks: true,
          // On a tenant each file of rules makes a scratch folder, and deletes it at its end.
          isolate: process.env['GRAPH_ROOT'] !== undefined,
        },
      },
      // These put something in the place of a module, which has to be read anew for it.
      { test: { name: 'node-apart', environment: 'node', include: ['test/unit/**/*.apart.test.ts'] } },
      components('components', {
        include: ['test/unit/**/!(*.apart).test.tsx'],
        isolate: false,
        setupFiles: [...SET_UP, 'test/support/keep-tabster.tsx'],
      }),
      // What an earlier test of the same page would have touched: its body, its observers.
      components('components-apart', {
        include: ['test/unit/**/*.apart.test.tsx'],
        isolate: true,
        setupFiles: SET_UP,
      }),
    ],
  },
});

interface Files {
  readonly include: string[];
  readonly isolate: boolean;
  readonly setupFiles: string[];
}

/** Files that share a page share its modules and its frame: to make them for each took two thirds of the time. */
function components(name: string, files: Files): TestProjectInlineConfiguration {
  return {
    plugins: [atomicIcons('src'), react()],
    optimizeDeps: {
      // Found only in the middle of a run, they would make the browser load all tests again.
      include: [
        '@fluentui/react-components',
        '@formatjs/icu-messageformat-parser',
        '@griffel/shadow-dom',
        '@microsoft/microsoft-graph-client',
        '@testing-library/dom',
        '@testing-library/react',
        '@testing-library/user-event',
        'client-zip',
        'intl-messageformat',
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
        'tabster',
        'valibot',
      ],
    },
    test: {
      name,
      ...files,
      // A page is shared: what a test puts in the place of something of it would meet the next file.
      restoreMocks: true,
      // A browser has pages for its own number of workers, which is not inherited.
      maxWorkers: '100%',
      // What comes at once on a machine at rest takes longer where all of its cores are busy.
      expect: { poll: { timeout: 10_000 } },
      browser: {
        enabled: true,
        headless: true,
        // Its own minute is short where the rest of the suite runs beside it.
        connectTimeout: 180_000,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { ...(executablePath && { executablePath }), args: [...CHROMIUM_FLAGS] },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
