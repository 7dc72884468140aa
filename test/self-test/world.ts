import { test as base, expect, type Page } from '@playwright/test';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { hostPageDirectives, resolveCloud } from '../../src/core';
import { createEmulatorAdmin, type EmulatorAdmin } from '../support/emulator-admin';
import { signIn } from '../support/one-drive-page';
import type { PageOutcome, PageTask } from './page';
import { startPortal, type Portal } from './portal';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

interface Servers {
  readonly emulator: RunningEmulator;
  readonly portal: Portal;
}

/** A set-up in which everything is right, to be broken in one place. */
export interface World extends Servers {
  readonly page: Page;
  readonly admin: EmulatorAdmin;
  readonly redirectUri: string;
  /** What the page is told; a case changes it. */
  task: PageTask;
  /** Where the page is opened. */
  address: string;
  /** What the person does in the sign-in window. */
  answerWindow: (window: Page) => Promise<void>;
}

/** Milliseconds. Short: nothing here is far away, and what never answers is waited for as long as this. */
const DEADLINE = 3_000;

export const test = base.extend<{ world: World }, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      const [emulator, portal] = await Promise.all([startEmulator({ port: 0, strict: true }), startPortal()]);
      await use({ emulator, portal });
      await Promise.all([emulator.close(), portal.close()]);
    },
    { scope: 'worker' },
  ],
  world: async ({ page, request, servers }, use) => {
    const { emulator, portal } = servers;
    const admin = createEmulatorAdmin(request, emulator.loginOrigin);
    await admin.reset();
    const redirectUri = `${portal.origin}/oauth2callback.html`;
    emulator.registerApp({ clientId: CLIENT_ID, spa: [redirectUri] });
    portal.breakage = (answer) => answer;
    portal.policy = policyOf(servers);
    const authority = `${emulator.loginOrigin}/common`;
    await use({
      ...servers,
      page,
      admin,
      redirectUri,
      address: portal.origin,
      task: {
        settings: { clientId: CLIENT_ID, redirectUri, authority },
        deadline: DEADLINE,
        bytesOrigins: [emulator.bytesOrigin],
        person: 'there',
      },
      answerWindow: (window) => signIn(window, 'work@contoso.example'),
    });
  },
});

export { expect };

/** As the directives are published for pages that embed the control. `connect-src` has the page's own files, too. */
function policyOf({ emulator }: Servers): Portal['policy'] {
  const cloud = resolveCloud({ authority: `${emulator.loginOrigin}/common` });
  const needed = hostPageDirectives({ cloud, bytesOrigins: [emulator.bytesOrigin] });
  return {
    'default-src': ["'none'"],
    ...needed,
    'connect-src': ["'self'", ...needed['connect-src']],
    'img-src': [...needed['img-src']],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  };
}

/** Runs the test as a person would: clicks what it asks for, and answers the windows. */
export async function runOnPage({ page, address, task, answerWindow }: World): Promise<PageOutcome> {
  let windows = 0;
  page.on('popup', (window) => {
    windows += 1;
    // The second one asks no more than the permission to change files.
    (windows === 1 ? answerWindow(window) : accept(window)).catch(() => undefined);
  });
  const press = (button: string) => page.getByRole('button', { name: button }).click({ timeout: 25_000 });
  await page.goto(address);
  await page.waitForFunction(() => 'testPage' in globalThis);
  const outcome = page.evaluate((given) => globalThis.testPage(given), task);
  // Buttons come only in runs that get so far. Looking for one counts as a click of the user's: where nobody is to click,
  // the browser would let a window open that it has to block.
  if (task.person !== 'spent' && task.person !== 'absent')
    for (const button of ['sign-in', 'permission']) void press(button).catch(() => undefined);
  return outcome;
}

async function accept(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Accept' }).click();
}
