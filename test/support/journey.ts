import { test as base, expect, type Page } from '@playwright/test';
import { axeFor } from './axe-for';
import { createEmulatorAdmin, type EmulatorAdmin } from './emulator-admin';
import { OneDrivePage } from './one-drive-page';
import { ReturningPage } from './returning-page';
import { isSiteName, SITES, type Site } from './sites';

interface Fixtures {
  /** Whether somebody has signed in before in this tab, and allowed changes: for journeys about something else. */
  readonly signedInBefore: boolean;
  readonly site: Site;
  readonly emulator: EmulatorAdmin;
  readonly oneDrive: OneDrivePage;
  /**
   * Fails the test on any console error that is not the browser's own line about an answer's status. Who provokes others
   * takes them out.
   */
  readonly quietConsole: string[];
}

/**
 * Network lines of answers that a test provokes, and of the monitor of a copy, which no page may read here (protocol
 * 6.1); everything else on the console is a defect.
 */
const NETWORK_LINE = /^(Failed to load resource: |Access to fetch at '[^']+\/monitor\/)/;

export const test = base.extend<Fixtures>({
  signedInBefore: [false, { option: true }],
  site: async ({}, use, { project }) => {
    if (!isSiteName(project.name)) throw new Error(`No site is called ${project.name}.`);
    await use(SITES[project.name]);
  },
  emulator: async ({ request, site }, use) => {
    const emulator = createEmulatorAdmin(request, site.emulator);
    await emulator.reset();
    await use(emulator);
  },
  oneDrive: async ({ page, emulator, site, signedInBefore }, use) => {
    await use(signedInBefore ? await ReturningPage.open(page, { emulator, site }) : new OneDrivePage(page));
  },
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        const line = message.text();
        if (message.type() === 'error' && !NETWORK_LINE.test(line)) errors.push(line);
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(errors);
      expect(errors, 'console errors').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Nothing serious may be wrong in the state that the page is in, once what comes in has faded in. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const animations = [document, ...roots].flatMap((root) => root.getAnimations());
    const ending = animations.filter(
      ({ effect, playState }) =>
        playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
    );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await axeFor(page).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect
    .soft(
      serious.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html).slice(0, 3) })),
      'accessibility violations',
    )
    .toEqual([]);
}
