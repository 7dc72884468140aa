import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createFilesOnDisk } from '../support/files-on-disk';
import { expect, test } from '../support/journey';

/** `npm run screenshots` writes the pictures of the README; every other run proves that they can be made. */
const folder = process.env['UPDATE_SCREENSHOTS'] ? 'docs/screenshots' : undefined;

async function shoot(page: Page, name: string): Promise<void> {
  const path = folder ? join(folder, `${name}.png`) : test.info().outputPath(`${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
}

test('the pictures of the README show the real thing', async ({ page, oneDrive }) => {
  const disk = await createFilesOnDisk();
  await page.goto('/');
  await expect(oneDrive.connectButton).toBeVisible();
  await shoot(page, 'connect');
  await oneDrive.connect();
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  await expect(oneDrive.files.locator('img').first()).toBeVisible();
  await oneDrive.files.getByRole('row').nth(2).click();
  await oneDrive.files
    .getByRole('row')
    .nth(4)
    .click({ modifiers: ['ControlOrMeta'] });
  const images = oneDrive.files.locator('img');
  await expect
    .poll(() =>
      images.evaluateAll((all) => all.every((image) => image instanceof HTMLImageElement && image.complete)),
    )
    .toBe(true);
  await shoot(page, 'files');
  await page.keyboard.press('Escape');
  await oneDrive.chooseFiles([await disk.write('Beach.jpg', 900_000), await disk.write('Plan.pdf', 300_000)]);
  await shoot(page, 'permission');
  await oneDrive.allowChanges();
  await expect(oneDrive.transfers.getByText(/2 items uploaded/)).toBeVisible();
  await shoot(page, 'transfers');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 720 });
  await shoot(page, 'narrow-dark');
  await disk.end();
});
