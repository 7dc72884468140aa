import type { Page } from '@playwright/test';
import { expect, test as base } from '../support/journey';
import { startPortal, type Portal } from '../support/portal';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const SCRIPT = '<script type="module" src="/onedrive/onedrive-control.js"></script>';

const test = base.extend<{ readonly portal: Portal; readonly tag: string }>({
  portal: async ({ site, emulator }, use) => {
    const portal = await startPortal(site);
    await emulator.registerApp({
      clientId: CLIENT_ID,
      spa: [`${portal.origin}/onedrive/oauth2callback.html`],
    });
    await use(portal);
    await portal.close();
  },
  tag: async ({ site }, use) => {
    await use(
      `<onedrive-control client-id="${CLIENT_ID}" authority="${site.emulator}/common"></onedrive-control>`,
    );
  },
});

/** From here on no listing is answered. */
async function hangListings(page: Page): Promise<void> {
  await page.route('**/children?*', () => new Promise(() => undefined));
  await page.reload();
  await expect(page.locator('onedrive-control [role="grid"][aria-busy="true"]')).toBeAttached();
}

test('while the listing hangs, the bar and the account menu come nevertheless', async ({
  page,
  oneDrive,
  portal,
  tag,
}) => {
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect(oneDrive.button('Upload')).toBeVisible();
  await hangListings(page);
  await expect(oneDrive.button('Upload')).toBeVisible();
  await expect(page.locator('onedrive-control [role="grid"][aria-busy="true"]')).toBeAttached();
});

test('while the listing hangs, picking can be given up at once', async ({ page, oneDrive, portal, tag }) => {
  portal.setPage(SCRIPT + tag.replace('>', ' mode="pick">'));
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
  // The clock of the page stands still: no deadline passes.
  await page.clock.install();
  await hangListings(page);
  await expect(oneDrive.button('Cancel')).toBeVisible();
  await expect(oneDrive.button('Upload')).toBeHidden();
});

test('while the listing hangs, a permission that an upload needs is asked for at once', async ({
  page,
  oneDrive,
  portal,
  tag,
}) => {
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await page.clock.install();
  await hangListings(page);
  await page.evaluate(() => {
    const control: object | null = document.querySelector('onedrive-control');
    if (!control) throw new Error('There is no control.');
    const upload: unknown = Reflect.get(control, 'upload');
    if (typeof upload !== 'function') throw new TypeError('It can’t upload.');
    Reflect.apply(upload, control, [new File(['a'], 'a.txt'), { folder: 'Documents' }]);
  });
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(oneDrive.button('Upload')).toBeHidden();
});
