import type { Page } from '@playwright/test';
import { expect, test, type OneDriveControlElement } from '../support/element-page';
import { createFilesOnDisk } from '../support/files-on-disk';
import { shootSheet } from './sheet';

const WIDE = { width: 1000, height: 640 };

test.use({ viewport: WIDE });

test.beforeEach(async ({ page, oneDrive, open }) => {
  await page.setViewportSize(WIDE);
  await open(
    '<onedrive-control sources="my-files recent shared favourites sites teams link recycle-bin"></onedrive-control>',
  );
  await page.evaluate(() => {
    const drive = document.querySelector<OneDriveControlElement>('onedrive-control');
    document.documentElement.style.colorScheme = 'light dark';
    document.body.style.margin = '0';
    if (drive) Object.assign(drive.style, { display: 'block', height: '100vh' });
  });
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.button('Upload')).toBeVisible();
});

async function arePicturesThere(page: Page): Promise<void> {
  const images = page.locator('onedrive-control img');
  await expect(images.first()).toBeVisible();
  await expect
    .poll(() =>
      images.evaluateAll((all) => all.every((image) => image instanceof HTMLImageElement && image.complete)),
    )
    .toBe(true);
}

test('lists', async ({ page, oneDrive, emulator }) => {
  await oneDrive.row('Names of the world').dblclick();
  await oneDrive.expectFolder('Names of the world');
  await oneDrive.files.getByRole('row').nth(2).click();
  await shootSheet(page, 'list');
  await oneDrive.files.getByRole('row').nth(3).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await shootSheet(page, 'menu');
  await page.keyboard.press('Escape');
  await oneDrive.button('View').click();
  await page.getByRole('radio', { name: 'Tiles' }).click();
  await shootSheet(page, 'view');
  await page.keyboard.press('Escape');
  await oneDrive.button('My files').click();
  await oneDrive.expectFolder('My files');
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await shootSheet(page, 'empty');
  await oneDrive.button('My files').click();
  await oneDrive.expectFolder('My files');
  await emulator.faults([
    { match: { method: 'GET', path: '/children' }, phase: 'before', effect: { kind: 'status', status: 403 } },
  ]);
  await oneDrive.row('Music').dblclick();
  await expect(page.getByRole('alert')).toBeVisible();
  await shootSheet(page, 'refused');
});

test('pictures, details and two panes', async ({ page, oneDrive }) => {
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  await oneDrive.button('View').click();
  await page.getByRole('radio', { name: 'Tiles' }).click();
  await page.keyboard.press('Escape');
  await arePicturesThere(page);
  await page.getByRole('option', { name: 'Dunes.jpg' }).click();
  await page.keyboard.press('Alt+Enter');
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText(/pixels/)).toBeVisible();
  await arePicturesThere(page);
  await shootSheet(page, 'details');
  await details.getByRole('button', { name: 'Close details' }).click();
  await page.getByRole('option', { name: 'Dunes.jpg' }).click();
  await page.keyboard.press('Alt+s');
  await expect(page.getByRole('button', { name: 'Close the second pane' })).toBeVisible();
  await arePicturesThere(page);
  await shootSheet(page, 'two-panes');
  await page.keyboard.press('Alt+s');
});

test('looking inside', async ({ page, oneDrive }) => {
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  await oneDrive.row('Autumn forest.jpg').dblclick();
  const image = page.getByRole('dialog').getByRole('img', { name: 'Autumn forest.jpg' });
  await expect(image).toHaveAttribute('src', /^blob:/);
  await shootSheet(page, 'image');
  await page.keyboard.press('Escape');
  await oneDrive.button('My files').click();
  await oneDrive.expectFolder('My files');
  await oneDrive.row('Read me first.md').dblclick();
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
  await shootSheet(page, 'text');
});

test('dialogs', async ({ page, oneDrive }) => {
  const disk = await createFilesOnDisk();
  const dialog = page.getByRole('dialog');
  await oneDrive.row('Read me first.md').click();
  await oneDrive.button('Share').click();
  await expect(dialog.getByRole('button', { name: 'Create link' })).toBeVisible();
  await shootSheet(page, 'share');
  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  await expect(dialog.getByText('Owner')).toBeVisible();
  await shootSheet(page, 'access');
  await page.keyboard.press('Escape');
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await oneDrive.button('Move to').click();
  await expect(dialog.getByRole('group', { name: 'Folders in My files' })).toBeVisible();
  await shootSheet(page, 'move');
  await page.keyboard.press('Escape');
  await oneDrive.button('Rename').click();
  await dialog.getByRole('textbox', { name: 'Find' }).fill('e');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('E');
  await shootSheet(page, 'rename');
  await page.keyboard.press('Escape');
  await oneDrive.chooseFiles([
    await disk.write('Read me first.md', 900_000),
    await disk.write('Plan.pdf', 300_000),
  ]);
  await expect(dialog.getByText(/Both stay/)).toBeVisible();
  await shootSheet(page, 'conflict');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(oneDrive.transfers.getByText(/2 items uploaded/)).toBeVisible();
  await shootSheet(page, 'transfers');
  await disk.end();
});

test('search, keys and the bin', async ({ page, oneDrive }) => {
  await oneDrive.search.fill('plan');
  await oneDrive.search.press('Enter');
  await oneDrive.expectFolder('Search “plan”');
  await shootSheet(page, 'search');
  await oneDrive.search.press('Escape');
  await oneDrive.expectFolder('My files');
  await oneDrive.row('Music').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await shootSheet(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('treeitem', { name: 'Recycle bin' }).click();
  await oneDrive.expectFolder('Recycle bin');
  await shootSheet(page, 'recycle-bin');
});

test('in a column of a page', async ({ page, oneDrive }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await oneDrive.row('Read me first.md').getByRole('checkbox').click();
  await shootSheet(page, 'narrow');
});
