import { expect, test as base, type Page } from '@playwright/test';
import { startEmulator, type RunningEmulator } from '../../../src/emulator/node/start-emulator';
import { CLIENT_ID, SCRIPT } from '../../support/element-portal';
import { createEmulatorAdmin, type EmulatorAdmin } from '../../support/emulator-admin';
import { OneDrivePage } from '../../support/one-drive-page';
import { startPortal, type PageAround, type Portal, type PortalOptions } from '../../support/portal';
import { openRealBrowser, type BrowserSettings } from './real-browser';
import { startSecretSearch } from './secret-search';

export { CLIENT_ID, expect };

/** Which page of somebody else's the control stands in. */
interface HostSetup {
  /** Of the control, besides who signs in. */
  readonly attributes?: string;
  /** Instead of the one control. */
  readonly body?: string;
  readonly around?: PageAround;
  /** Instead of the one on 127.0.0.1. */
  readonly portal?: Portal;
}

interface WorkerFixtures extends BrowserSettings {
  readonly running: RunningEmulator;
}

interface Fixtures {
  readonly emulator: EmulatorAdmin;
  /** A web server of somebody's, whose sign-in page is registered. */
  readonly serve: (options?: PortalOptions) => Promise<Portal>;
  /** Its page is on 127.0.0.1: for it the login on localhost is another site, as Microsoft's is. */
  readonly portal: Portal;
  /** The markup of a control that signs in by itself. */
  readonly control: (attributes?: string) => string;
  readonly open: (setup?: HostSetup) => Promise<OneDrivePage>;
  /** After each situation no secret may stand where others can read it. */
  readonly secrets: undefined;
}

/** What most situations are made of. */
export interface SituationParts extends Pick<Fixtures, 'emulator' | 'open'> {
  readonly page: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  realBrowser: ['chromium', { scope: 'worker', option: true }],
  thirdPartyCookies: ['blocked', { scope: 'worker', option: true }],
  browser: [
    async ({ realBrowser, thirdPartyCookies }, use) => {
      const opened = await openRealBrowser({ realBrowser, thirdPartyCookies });
      await use(opened.browser);
      await opened.close();
    },
    { scope: 'worker' },
  ],
  running: [
    async ({}, use) => {
      const emulator = await startEmulator({ port: 0, bytesPort: 0, strict: true, crossSiteCookie: true });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  emulator: async ({ request, running }, use) => {
    const emulator = createEmulatorAdmin(request, running.loginOrigin);
    await emulator.reset();
    await use(emulator);
  },
  serve: async ({ emulator, running }, use) => {
    const portals: Portal[] = [];
    await use(async (options) => {
      const site = { emulator: running.loginOrigin, bytes: running.bytesOrigin };
      const portal = await startPortal(site, options);
      portals.push(portal);
      await emulator.registerApp({
        clientId: CLIENT_ID,
        spa: [`${portal.origin}/onedrive/oauth2callback.html`],
      });
      return portal;
    });
    await Promise.all(portals.map((portal) => portal.close()));
  },
  portal: async ({ serve }, use) => {
    await use(await serve({ host: '127.0.0.1' }));
  },
  control: async ({ running }, use) => {
    await use(
      (attributes = '') =>
        `<onedrive-control client-id="${CLIENT_ID}" authority="${running.loginOrigin}/common" ${attributes}></onedrive-control>`,
    );
  },
  open: async ({ page, portal, control }, use) => {
    await use(async ({ attributes, body = control(attributes), around, portal: other } = {}) => {
      const host = other ?? portal;
      host.setPage(SCRIPT + body, around);
      await page.goto(host.origin);
      return new OneDrivePage(page);
    });
  },
  secrets: [
    // It needs the page to be open still when everything else has ended.
    async ({ page, running }, use) => {
      const search = startSecretSearch(page.context(), running.loginOrigin);
      await use(undefined);
      expect(await search.run(), 'secrets in the open').toEqual([]);
    },
    { auto: true },
  ],
});
