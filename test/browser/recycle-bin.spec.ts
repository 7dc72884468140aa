import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

const changes = (page: Page) => page.getByRole('region', { name: 'Changes' });
const goToBin = (page: Page) =>
  page.getByRole('tree', { name: 'Places' }).getByRole('treeitem', { name: 'Recycle bin' }).click();

/** By the key, and gives the right to change files where it is asked for. */
async function remove(page: Page, oneDrive: OneDrivePage, name: string): Promise<void> {
  await oneDrive.row(name).getByRole('checkbox').click();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
}

test('F106 a personal recycle bin shows what was deleted here, and gives it back; a taken name is asked', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  await page.goto('/');
  await oneDrive.connect('personal@outlook.example');
  await remove(page, oneDrive, 'Recipe.txt');
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('Recipe.txt was moved to the recycle bin')).toBeVisible();
  await goToBin(page);
  await oneDrive.expectFolder('Recycle bin');
  await expect(oneDrive.row('Recipe.txt')).toContainText('My files');
  await expect(page.getByRole('link', { name: 'Open the recycle bin of OneDrive' })).toHaveAttribute(
    'href',
    'https://onedrive.live.com/?v=recyclebin',
  );
  await oneDrive.row('Recipe.txt').getByRole('checkbox').click();
  // Nothing else can be done with what is deleted.
  await expect(oneDrive.button('Download')).toHaveCount(0);
  await expectAccessible(page);
  const token = await emulator.token('personal@outlook.example');
  await request.put(`${site.emulator}/v1.0/me/drive/root:/Recipe.txt:/content`, {
    headers: { Authorization: `Bearer ${token}` },
    data: 'Another one.',
  });
  await oneDrive.button('Restore').click();
  await oneDrive.allowChanges();
  const dialog = page.getByRole('dialog', { name: 'One name is taken there' });
  await expect(dialog.getByText('Both stay. Yours becomes “Recipe 1.txt”.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(changes(page).getByText('Recipe.txt is back where it was')).toBeVisible();
  await expect(oneDrive.row('Recipe.txt')).toHaveCount(0);
  await expect(page.getByText('Nothing was deleted since you opened this page')).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Recipe 1.txt')).toBeVisible();
});

test('F106 what was deleted from somewhere else stands in a personal bin, too, with its name and its place', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const asked = async () =>
    (await emulator.log()).filter(
      ({ method, path, query }) => method === 'GET' && path.endsWith('/delta') && !query.includes('latest'),
    ).length;
  // Only the page's own clock is ever turned: nobody waits for it.
  await page.clock.install();
  await page.goto('/');
  await oneDrive.connect('personal@outlook.example');
  await expect(async () => {
    await page.clock.fastForward(31_000);
    expect(await asked()).toBeGreaterThan(0);
  }).toPass();
  const token = await emulator.token('personal@outlook.example');
  await request.delete(`${site.emulator}/v1.0/me/drive/root:/Documents/Household.csv:`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const before = await asked();
  await expect(async () => {
    await page.clock.fastForward(62_000);
    expect(await asked()).toBeGreaterThan(before);
  }).toPass();
  await goToBin(page);
  await expect(oneDrive.row('Household.csv')).toContainText('My files/Documents');
});

test('F107 right after deleting, Undo brings it back to a personal drive', async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect('personal@outlook.example');
  await oneDrive.row('Recipe.txt').getByRole('checkbox').click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete this item?' });
  await expect(dialog.getByText('You can undo this right afterwards.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Recipe.txt')).toHaveCount(0);
  await changes(page).getByRole('button', { name: 'Undo' }).click();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('Recipe.txt was restored')).toBeVisible();
  await expect(oneDrive.row('Recipe.txt')).toBeVisible();
});

test('F106 of a work drive it leads to Microsoft’s own page; deleting for ever asks in full, and minds changes', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await remove(page, oneDrive, 'Getting started.pdf');
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('Getting started.pdf was moved to the recycle bin')).toBeVisible();
  await goToBin(page);
  await oneDrive.row('Getting started.pdf').getByRole('checkbox').click();
  await expect(oneDrive.button('Restore')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('link', { name: 'Open the recycle bin of OneDrive' })).toHaveAttribute(
    'href',
    /\/personal\/[^/]+\/_layouts\/15\/onedrive\.aspx\?view=5$/,
  );
  await expectAccessible(page);
  await page.goBack();
  await oneDrive.expectFolder('My files');
  await oneDrive.row('Read me first.md').getByRole('checkbox').click();
  await page.keyboard.press('Shift+Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete this item for ever?' });
  await expect(dialog.getByText(/can’t be undone, neither here nor in OneDrive on the web/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  // Now, and not before: a listing that is still on its way would know of it.
  const token = await emulator.token('work@contoso.example');
  await request.put(`${site.emulator}/v1.0/me/drive/root:/Read%20me%20first.md:/content`, {
    headers: { Authorization: `Bearer ${token}` },
    data: 'Written by somebody else.',
  });
  await dialog.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(changes(page).getByText('1 item was not deleted')).toBeVisible();
  await changes(page).getByRole('button', { name: 'Try again' }).click();
  await expect(changes(page).getByText('Read me first.md was deleted for ever')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
  const called = (await emulator.log()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/permanentDelete'),
  );
  expect(called.map(({ status }) => status)).toEqual([204]);
  await goToBin(page);
  await oneDrive.expectFolder('Recycle bin');
  await expect(oneDrive.row('Getting started.pdf')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
});
