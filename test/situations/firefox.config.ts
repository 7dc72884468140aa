import { defineConfig } from '@playwright/test';
import situations from './playwright.config';
import type { BrowserSettings } from './support/real-browser';

/**
 * What Playwright cannot do over BiDi: look at a page without that counting as a click (6, 72, 96), go back to a page
 * that comes out of the browser's memory (48, 75), hear of a window that a frame of another site has opened (78). Of a
 * frame that a server forbids (85) Firefox itself writes the whole address into the console, with the code that the
 * search for secrets finds there.
 */
const NOT_IN_FIREFOX = [6, 48, 72, 75, 78, 85, 96];

/** The situations that hold in Firefox as well: `npm run test:firefox`. */
export default defineConfig<object, BrowserSettings>({
  ...situations,
  grepInvert: [...NOT_IN_FIREFOX.map((number) => new RegExp(`#${number} `)), /the back button takes pages/],
  outputDir: '../../test-results/firefox',
  projects: [{ name: 'firefox', use: { realBrowser: 'firefox' } }],
});
