import { SCRIPT } from './host-pages';
import { test as base } from './journey';
import { startPortal, type Portal } from './portal';

export { SCRIPT };

/** docs/emulator.md */
export const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

interface ElementPortalFixtures {
  readonly portal: Portal;
  /** The control, which signs in by itself. */
  readonly tag: string;
}

/** A portal that holds the files of the element, and whose sign-in page is registered. */
export const test = base.extend<ElementPortalFixtures>({
  portal: async ({ site, emulator }, use) => {
    const portal = await startPortal(site);
    const spa = [`${portal.origin}/onedrive/oauth2callback.html`];
    await emulator.registerApp({ clientId: CLIENT_ID, spa });
    await use(portal);
    await portal.close();
  },
  tag: async ({ site }, use) => {
    await use(
      `<onedrive-control client-id="${CLIENT_ID}" authority="${site.emulator}/common"></onedrive-control>`,
    );
  },
});
