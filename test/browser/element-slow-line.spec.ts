import type { Page } from '@playwright/test';
import { SCRIPT, test } from '../support/element-portal';
import { expect } from '../support/journey';

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
