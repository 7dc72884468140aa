import { expect, expectAccessible, test } from '../support/journey';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

test('F142 F143 F147 a folder of 10,000 items shows its first rows at once and stays usable while the rest streams in', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Large folder').dblclick();
  await oneDrive.expectFolder('Large folder');
  const first = oneDrive.files.getByRole('row').nth(1);
  await expect(first).toBeVisible();
  await first.click();
  const name = await first.getAttribute('aria-label');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? '');
  const before = await focused();
  await expect(oneDrive.files).toHaveAttribute('aria-rowcount', '10001', { timeout: 60_000 });
  expect(await focused()).toBe(before);
  expect(name).not.toBe(before);
  expect(await oneDrive.files.getByRole('row').count()).toBeLessThan(80);
  await page.keyboard.press('End');
  await expect(oneDrive.files.locator('[aria-rowindex="10001"]')).toBeFocused();
  await expectAccessible(page);
});

test('F132 keyboard alone walks, selects, opens and goes back', async ({ page, oneDrive }) => {
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('ArrowDown');
  await expect(oneDrive.row('Empty folder')).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 selected')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(page.getByText('10 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('pic');
  await expect(oneDrive.row('Pictures')).toBeFocused();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Pictures');
  await page.keyboard.press('Backspace');
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Pictures')).toBeFocused();
});

test('F024 F028 sorts by a column, filters by name, and says when nothing is left', async ({
  page,
  oneDrive,
}) => {
  const names = () =>
    oneDrive.files
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => row.getAttribute('aria-label') ?? ''));
  await oneDrive.row('Notes').dblclick();
  await oneDrive.expectFolder('Notes');
  const ascending = await names();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect.poll(names).toEqual([...ascending].reverse());
  await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Size' })).toHaveAttribute('aria-sort', 'descending');
  await oneDrive.search.fill('nothing is called like this');
  await expect(page.getByRole('heading', { name: /nothing is called like this/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(async () => (await names()).length).toBe(ascending.length);
});

test('an empty folder says what can be done in it', async ({ page, oneDrive }) => {
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await expect(page.getByText('This folder is empty')).toBeVisible();
  await expectAccessible(page);
});

test('F146 pictures have thumbnails that load; names of the world are shown as they are', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  const thumbnail = oneDrive.files.locator('img').first();
  await expect(thumbnail).toBeVisible();
  await expect
    .poll(() => thumbnail.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(1);
  await oneDrive.button('My files').click();
  await oneDrive.row('Names of the world').dblclick();
  await oneDrive.expectFolder('Names of the world');
  await expect(oneDrive.row("100% #1 + more & 'quotes'.txt")).toBeVisible();
  const download = page.waitForEvent('download');
  await oneDrive.row("100% #1 + more & 'quotes'.txt").click();
  await oneDrive.button('Download').click();
  expect((await download).suggestedFilename()).toContain('more & ');
});

test('F080 F081 renames, and deletes after asking', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await dialog.getByRole('textbox').fill('Read me second.md');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Read me second.md')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
  await oneDrive.row('Read me second.md').click();
  await page.keyboard.press('Delete');
  const confirmation = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(confirmation).toContainText('Read me second.md');
  await expectAccessible(page);
  await confirmation.getByRole('button', { name: 'Delete' }).click();
  await expect(oneDrive.row('Read me second.md')).toHaveCount(0);
  await oneDrive.button('Refresh').click();
  await expect(oneDrive.row('Getting started.pdf')).toBeVisible();
  await expect(oneDrive.row('Read me second.md')).toHaveCount(0);
});

test('F019 the browser’s Back goes to the folder before, and a reload stays in the folder', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Projects').dblclick();
  await oneDrive.expectFolder('Projects');
  await page.goBack();
  await oneDrive.expectFolder('Documents');
  await page.reload();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
});

test('F040 F041 Shift selects a range, Control and A everything: also what is still to come', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Large folder').dblclick();
  await oneDrive.expectFolder('Large folder');
  await oneDrive.files.getByRole('row').nth(2).click();
  await oneDrive.files
    .getByRole('row')
    .nth(6)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('5 selected')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('10,000 selected')).toBeVisible({ timeout: 60_000 });
});
