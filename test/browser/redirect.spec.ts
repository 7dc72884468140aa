import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createFilesOnDisk, type FilesOnDisk } from '../support/files-on-disk';
import { signIn, type OneDrivePage } from '../support/one-drive-page';
import { expect, expectAccessible, test } from '../support/journey';

/** As where a browser lets no window open: the driver's clicks would open one (test/situations blocks for real). */
async function blockWindows(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.open = () => null;
  });
}

test('F009 a blocked window is offered in this one, which comes back to the same folder', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/?from=portal#/Documents/Projects');
  await blockWindows(page);
  await oneDrive.connectButton.click();
  await expect(page.getByText('The browser blocked the sign-in window')).toBeVisible();
  await expectAccessible(page);
  await oneDrive.button('Continue in this window').click();
  await signIn(page, 'work@contoso.example');
  await oneDrive.expectFolder('Projects');
  expect(page.url()).toMatch(/\/\?from=portal#\/Documents\/Projects$/);
});

test('declining in this window comes back to a sentence', async ({ page, oneDrive }) => {
  await page.goto('/');
  await blockWindows(page);
  await oneDrive.connectButton.click();
  await oneDrive.button('Continue in this window').click();
  await page.getByRole('button', { name: 'work@contoso.example' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Permission was not given')).toBeVisible();
  await expect(oneDrive.connectButton).toBeVisible();
});

test.describe('what the user was about to do goes on behind this window’s sign-in', () => {
  let disk: FilesOnDisk;
  test.beforeEach(async ({ page, oneDrive }) => {
    disk = await createFilesOnDisk();
    await page.goto('/');
    await oneDrive.connect();
    await oneDrive.row('Documents').dblclick();
    await oneDrive.expectFolder('Documents');
    await blockWindows(page);
  });
  test.afterEach(() => disk.end());

  async function goHere(page: Page, oneDrive: OneDrivePage) {
    const dialog = page.getByRole('dialog', { name: 'Allow changes to your files' });
    await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
    await dialog.getByRole('button', { name: 'Continue in this window' }).click();
    await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
    await expect(oneDrive.files).toBeHidden();
  }

  test('a folder is made, once', async ({ page, oneDrive }) => {
    await oneDrive.button('New folder').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Plans');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await goHere(page, oneDrive);
    await page.getByRole('button', { name: 'Accept' }).click();
    await oneDrive.expectFolder('Documents');
    await expect(oneDrive.row('Plans')).toBeVisible();
    await expect(page.getByText('Done after signing in: create the folder “Plans”')).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await oneDrive.expectFolder('Documents');
    await expect(page.getByText('Plans')).toHaveCount(1);
  });

  test('files are sent with every byte', async ({ page, oneDrive, site, emulator }) => {
    await oneDrive.chooseFiles([
      await disk.write('Small.txt', 900),
      await disk.write('Large.bin', 9_000_000),
    ]);
    await goHere(page, oneDrive);
    await page.getByRole('button', { name: 'Accept' }).click();
    await oneDrive.expectFolder('Documents');
    await expect(oneDrive.row('Small.txt')).toBeVisible();
    await expect(oneDrive.row('Large.bin')).toBeVisible();
    const authorization = `Bearer ${await emulator.token('work@contoso.example')}`;
    const answer = await page.request.get(
      `${site.emulator}/v1.0/me/drive/root:/Documents/Large.bin:/content`,
      {
        headers: { authorization },
      },
    );
    const original = await readFile(join(disk.folder, 'Large.bin'));
    expect((await answer.body()).equals(original)).toBe(true);
  });

  test('deleting is asked once more', async ({ page, oneDrive }) => {
    await oneDrive.row('Projects').click();
    await oneDrive.button('Delete').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await goHere(page, oneDrive);
    await page.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText('Not done yet: delete “Projects”')).toBeVisible();
    await expect(oneDrive.row('Projects')).toBeVisible();
    await oneDrive.button('Go on').click();
    await expect(oneDrive.row('Projects')).toBeHidden();
  });

  test('what was declined there, or left with Back, is offered again', async ({ page, oneDrive }) => {
    await oneDrive.chooseFiles(await disk.write('Kept.txt', 900));
    await goHere(page, oneDrive);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Not done yet: upload “Kept.txt”. Permission was not given.')).toBeVisible();
    await oneDrive.button('Go on').click();
    await blockWindows(page);
    await goHere(page, oneDrive);
    await page.goBack();
    await expect(page.getByText(/Not done yet: upload “Kept.txt”|needs your permission/)).toBeVisible();
  });
});

test('F009 a closed window is noticed within a second; with an opener policy nothing wrong is said', async ({
  page,
  oneDrive,
  emulator,
}) => {
  const hint = page.getByText('The sign-in window seems to be closed');
  const open = async () => {
    const opened = page.waitForEvent('popup');
    await oneDrive.connectButton.click();
    const window = await opened;
    await expect(window.getByRole('button', { name: 'work@contoso.example' })).toBeVisible();
    // Longer than it takes to learn that this handle shows Microsoft's page.
    await page.waitForTimeout(1_200);
    return window;
  };
  await page.goto('/');
  await (await open()).close();
  await expect(hint).toBeVisible({ timeout: 2_000 });
  await expectAccessible(page);
  await oneDrive.button('Cancel').click();

  // The handle says `closed` while somebody types a password there.
  await emulator.openerPolicy('always');
  const window = await open();
  await expect(hint).toBeHidden();
  await signIn(window, 'work@contoso.example');
  await expect(oneDrive.files).toBeVisible();
});
