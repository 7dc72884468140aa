import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { atomicIcons } from './scripts/atomic-icons.mjs';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();

/** What the control is to the page around it: each of these files has a frame where none has ever been. */
const APART = ['test/unit/ui/realm/*.test.tsx'];

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
        test: {
          name: 'node',
          include: ['test/{unit,contract,fault,fuzz}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          globalSetup: ['test/support/trusted-certificate.ts'],
        },
      },
      // Files follow one another in one frame: each of its own would load Fluent UI and the product anew.
      components({
        name: 'components',
        include: ['test/unit/**/*.test.tsx'],
        exclude: APART,
        isolate: false,
      }),
      components({ name: 'components apart', include: APART, isolate: true }),
    ],
  },
});

/** Which files, and whether each of them has a frame of its own. */
interface ComponentFiles {
  readonly name: string;
  readonly include: string[];
  readonly exclude?: string[];
  readonly isolate: boolean;
}

function components({ name, include, exclude = [], isolate }: ComponentFiles): TestProjectConfiguration {
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
      include,
      exclude,
      isolate,
      // A browser has pages for its own number of workers, which is not inherited.
      maxWorkers: '100%',
      setupFiles: ['test/support/load-later-parts.ts'],
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
