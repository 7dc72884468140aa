import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

const PERSONAL = 'personal@outlook.example';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }, { title }) => {
  await page.goto('/');
  await oneDrive.connect(title.includes('personal account') ? PERSONAL : undefined);
});

const scope = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Search in' }).getByRole('button', { name, exact: true });
const crumbs = (oneDrive: OneDrivePage) => oneDrive.breadcrumb.getByRole('listitem').allTextContents();
const menuOf = (page: Page, name: string) => page.getByRole('menu', { name: `Actions for ${name}` });

async function search(oneDrive: OneDrivePage, words: string): Promise<void> {
  await oneDrive.search.fill(words);
  await oneDrive.search.press('Enter');
  await oneDrive.expectFolder(`Search “${words}”`);
}

/** Answers the question for the right to look into the drives of others. */
test('F034 what the service finds is a list that has an address; Back leads to the folder as it was', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Large folder').dblclick();
  await oneDrive.expectFolder('Large folder');
  await page.setViewportSize({ width: 1000, height: 400 });
  await oneDrive.files.evaluate((grid) => grid.scrollTo(0, 4400));
  const name = 'Item 00104.txt';
  await oneDrive.row(name).click();
  const top = await oneDrive.files.evaluate((grid) => grid.scrollTop);
  await oneDrive.search.fill('0042');
  await expect(page.getByText('1 selected')).toBeHidden();
  await page.getByRole('button', { name: 'Search in Large folder for “0042”' }).click();
  await oneDrive.expectFolder('Search “0042”');
  await expect(oneDrive.files.locator('mark').first()).toHaveText('0042');
  await expectAccessible(page);
  await page.reload();
  await oneDrive.expectFolder('Search “0042”');
  expect(await crumbs(oneDrive)).toEqual(['My files', 'Large folder', 'Search “0042”']);
  await expect(oneDrive.search).toHaveValue('0042');
  await page.goBack();
  await oneDrive.expectFolder('Large folder');
  await oneDrive.files.evaluate((grid) => grid.scrollTo(0, 4400));
  await oneDrive.row(name).click();
  await search(oneDrive, '0042');
  await oneDrive.search.press('Escape');
  await oneDrive.expectFolder('Large folder');
  await expect(oneDrive.search).toHaveValue('');
  await expect(oneDrive.row(name)).toHaveAttribute('aria-selected', 'true');
  expect(await oneDrive.files.evaluate((grid) => grid.scrollTop)).toBe(top);
});

test('F034 by keyboard alone: / leads to the box, Enter searches, Escape in the list leaves', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('/');
  await expect(oneDrive.search).toBeFocused();
  await page.keyboard.type('   ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type what you look for')).toBeAttached();
  await page.keyboard.press('Escape');
  await page.keyboard.type('website');
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Search “website”');
  await oneDrive.row('Website').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(/\d selected/)).toBeVisible();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Website');
  await page.keyboard.press('Backspace');
  await oneDrive.expectFolder('Search “website”');
  await page.keyboard.press('Escape');
  await oneDrive.expectFolder('My files');
});

test('F034 odd words find what is called so, or it is told why not', async ({ page, oneDrive }) => {
  const found = {
    "#1 100% 'quotes'": "100% #1 + more & 'quotes'.txt",
    '(final) [v2] {x}~ @': 'semi;colon, comma = equals @ home $5 (final) [v2] {x}~.txt',
    '🎉': '🎉 Party plan 🎂👩‍👩‍👧.txt',
    'תאבסל/בתכמ': undefined,
    'לסבתא/מכתב': 'מכתב לסבתא.txt',
    'CAFÉ résumé': 'Cafe\u0301 re\u0301sume\u0301.txt',
    [`long ${'x'.repeat(295)}`]: undefined,
  };
  for (const [words, name] of Object.entries(found)) {
    await search(oneDrive, words);
    if (name) await expect(oneDrive.row(name)).toBeVisible();
    else await expect(page.getByText('Nothing was found for')).toBeVisible();
  }
  await oneDrive.search.fill('"*"');
  await oneDrive.search.press('Enter');
  await expect(page.getByText(/signs such as/)).toBeVisible();
});

test('F035 the same words in the folder, in the drive, and everywhere, which asks for its own right', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await search(oneDrive, 'notes');
  await expect(oneDrive.row('Kick-off notes.md')).toBeVisible();
  await expect(oneDrive.row('Notes')).toHaveCount(0);
  await scope(page, 'My files').click();
  await expect(oneDrive.row('Notes')).toHaveCount(1);
  await scope(page, 'Everywhere').click();
  await oneDrive.allow('Open files of others');
  await expect(oneDrive.row('Notes')).toHaveCount(2);
  await expect(scope(page, 'Everywhere')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await scope(page, 'Documents').click();
  await expect(oneDrive.row('Notes')).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(oneDrive.row('Kick-off notes.md')).toContainText('My files/Documents/Projects/2026/Website');
  await expect(scope(page, 'Everywhere')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('F035 a personal account is told why it can’t search everywhere', async ({ page, oneDrive }) => {
  await search(oneDrive, 'list');
  await expect(oneDrive.row('Packing list.txt')).toContainText('My files/Trip to Lisbon');
  await expect(scope(page, 'Everywhere')).toHaveAttribute('aria-disabled', 'true');
  await expect(scope(page, 'Everywhere')).toHaveAccessibleDescription(/Only work and school accounts/);
});

test('F036 what was found is narrowed by type, person and date, which say of how many they speak while page 2 is pending', async ({
  page,
  oneDrive,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/skiptoken/i, async (route) => {
    await released;
    await route.continue();
  });
  await search(oneDrive, 'e');
  await expect(page.getByText('100 items found so far…')).toBeVisible();
  await page.getByRole('button', { name: 'Filter the results' }).click();
  const results = page.getByRole('group', { name: 'Search results' });
  const people = results.getByRole('combobox', { name: 'Modified by' });
  const person = (await people.locator('option').nth(1).getAttribute('value')) ?? '';
  await people.selectOption(person);
  await expect(page.getByText('Among the first 100 items; more are coming…')).toBeVisible();
  await expectAccessible(page);
  release();
  await page.getByRole('button', { name: `Remove the filter “${person}”` }).click();
  await results.getByRole('combobox', { name: 'Type' }).selectOption('text');
  await expect(oneDrive.files.getByRole('row').nth(1)).toBeVisible();
  await results.getByRole('combobox', { name: 'Modified', exact: true }).selectOption('today');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page.getByText(/hits; there are more/)).toBeVisible();
});

test('F037 each row says where it lies, and its menu leads there, to the item itself', async ({
  page,
  oneDrive,
}) => {
  await search(oneDrive, 'kick notes');
  const row = oneDrive.row('Kick-off notes.md');
  await expect(row).toContainText('My files/Documents/Projects/2026/Website');
  await row.click({ button: 'right' });
  await menuOf(page, 'Kick-off notes.md').getByRole('menuitem', { name: 'Open containing folder' }).click();
  await oneDrive.expectFolder('Website');
  await expect(row).toBeFocused();
  await page.goBack();
  await oneDrive.expectFolder('Search “kick notes”');
  await expect(row).toBeVisible();
  await row.click({ button: 'right' });
  await menuOf(page, 'Kick-off notes.md').getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog', { name: 'Rename' }).getByRole('textbox').fill('Kick-off.md');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Kick-off.md')).toContainText('My files/Documents/Projects/2026/Website');
});

test('F038 after an empty result it says that the index is behind, and offers more', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Music').dblclick();
  await oneDrive.expectFolder('Music');
  await search(oneDrive, 'bread');
  await expect(page.getByText(/a few minutes ago may not be found yet/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Search everywhere' }).click();
  await oneDrive.allow('Open files of others');
  await expect(oneDrive.row('Bread.txt').first()).toBeVisible();
  await expect(page.getByText('Changes of the last minutes may be missing.')).toBeVisible();
});

test('F038 what is gone by the time it is found stays in the list, says so, and is not opened', async ({
  page,
  oneDrive,
  emulator,
  site,
  request,
}) => {
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  // Between the answer of the index and that of the drive.
  await page.route(/\$batch/, async (route) => {
    await request.delete(`${site.emulator}/v1.0/me/drive/root:/Notes/Bread.txt`, { headers });
    await route.continue();
  });
  await search(oneDrive, 'bread');
  const row = oneDrive.row('Bread.txt');
  await expect(row).toContainText('No longer there');
  await row.dblclick();
  const dialog = page.getByRole('dialog', { name: 'This is no longer here' });
  await expect(dialog).toContainText('Bread.txt');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await row.click({ button: 'right' });
  await expect(menuOf(page, 'Bread.txt')).toContainText('This can’t be reached any more, or not by you');
});
