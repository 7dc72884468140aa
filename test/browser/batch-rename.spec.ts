import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const changes = (page: Page) => page.getByRole('region', { name: 'Changes' });
const preview = (page: Page) => page.getByRole('table', { name: 'New names' });

/** Whatever an item is called, its size stays. */
async function sizeOf(oneDrive: OneDrivePage, name: string): Promise<string> {
  const description = await oneDrive.row(name).getAttribute('aria-description');
  return description?.split(', ').at(-1) ?? '';
}

/** As the list shows them. */
function rowNames(oneDrive: OneDrivePage): Promise<readonly string[]> {
  return oneDrive.files
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.getAttribute('aria-label') ?? ''));
}

test('F088 renames several by one rule, seen beforehand; swapped names go round, and come back', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Pictures').getByText('Pictures').click();
  await oneDrive.expectFolder('Pictures');
  const before = await rowNames(oneDrive);
  const [first = '', , third = ''] = before.filter((name) => name.endsWith('.jpg'));
  const sizes = [await sizeOf(oneDrive, first), await sizeOf(oneDrive, third)];
  expect(sizes[0]).not.toBe(sizes[1]);
  await oneDrive.row(first).click();
  await oneDrive.row(third).click({ modifiers: ['Shift'] });
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename 3 items' });
  await expect(dialog.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Rename' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('combobox', { name: 'How' }).selectOption('Name and number');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Trip: ');
  await expect(preview(page).getByText('Left out. A name can’t contain the character :')).toHaveCount(3);
  await expect(dialog.getByRole('status')).toHaveText('No item gets a new name, 3 are left out.');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Trip ');
  await dialog.getByRole('combobox', { name: 'Digits' }).selectOption('001');
  await expect(preview(page).getByRole('row', { name: `${first} Trip 001.jpg` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('3 items have new names')).toBeVisible();
  for (const name of ['Trip 001.jpg', 'Trip 002.jpg', 'Trip 003.jpg'])
    await expect(oneDrive.row(name)).toBeVisible();
  expect(await rowNames(oneDrive)).toHaveLength(before.length);
  const trips = async () => [await sizeOf(oneDrive, 'Trip 001.jpg'), await sizeOf(oneDrive, 'Trip 003.jpg')];
  expect(await trips()).toEqual(sizes);

  // From the last to the first they are counted anew: each wants the name of another.
  await oneDrive.files.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click();
  await oneDrive.row('Trip 003.jpg').click();
  await oneDrive.row('Trip 001.jpg').click({ modifiers: ['Shift'] });
  await page.keyboard.press('F2');
  await dialog.getByRole('combobox', { name: 'How' }).selectOption('Name and number');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Trip ');
  await dialog.getByRole('combobox', { name: 'Digits' }).selectOption('001');
  await expect(dialog.getByRole('status')).toHaveText('2 items get a new name.');
  await expect(preview(page).getByRole('row', { name: 'Trip 002.jpg Keeps its name' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Rename 2 items' }).click();
  await expect(changes(page).getByText('2 items have new names')).toBeVisible();
  expect(await trips()).toEqual(sizes.toReversed());
  await changes(page).getByRole('button', { name: 'Undo' }).click();
  await expect(changes(page).getByText('2 items have their names back')).toBeVisible();
  await oneDrive.button('Refresh').click();
  await oneDrive.expectFolder('Pictures');
  expect(await trips()).toEqual(sizes);
  expect((await rowNames(oneDrive)).filter((name) => name.includes('~'))).toEqual([]);
});
