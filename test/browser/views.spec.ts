import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const tiles = (page: Page) => page.getByRole('listbox', { name: 'Files' });
const tile = (page: Page, name: string) => tiles(page).getByRole('option', { name, exact: true });
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const panel = (page: Page) => page.getByRole('dialog', { name: 'View options' });
const namesOf = (rows: Locator) =>
  rows.evaluateAll((all) =>
    all
      .filter((row) => row.hasAttribute('data-index'))
      .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
      .map((row) => row.getAttribute('aria-label') ?? ''),
  );

/** Does something in the view options, which are closed again. */
async function inView(page: Page, act: (options: Locator) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await act(panel(page));
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
}

const chooseLayout = (page: Page, name: string) =>
  inView(page, (options) => options.getByRole('radio', { name, exact: true }).check());
const choose = (page: Page, field: string, choice: string | RegExp) =>
  inView(page, async (options) => {
    const select = options.getByRole('combobox', { name: field, exact: true });
    const label = await select.locator('option', { hasText: choice }).first().innerText();
    await select.selectOption({ label });
  });

/** Opens the large folder, whose second page does not come before the returned function is called. */
async function openWithPageTwoPending(page: Page, oneDrive: OneDrivePage): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/skiptoken/i, async (route) => {
    await released;
    await route.continue();
  });
  await oneDrive.row('Large folder').dblclick();
  await oneDrive.expectFolder('Large folder');
  await expect(page.getByText('Loaded 200 items…')).toBeVisible();
  return release;
}

test('F024 F027 columns are chosen, moved and made wider, by pointer and keys, and stay so after a reload', async ({
  page,
  oneDrive,
}) => {
  const labels = () => page.getByRole('columnheader').getByRole('button').allInnerTexts();
  await inView(page, async (options) => {
    await options.getByRole('checkbox', { name: 'Type', exact: true }).check();
    await options.getByRole('checkbox', { name: 'Modified by', exact: true }).uncheck();
    await options.getByRole('button', { name: 'Move Type one place forward' }).click();
  });
  await expect.poll(labels).toEqual(['Name', 'Modified', 'Type', 'Size']);
  await expect(oneDrive.row('Getting started.pdf')).toContainText('PDF');

  const widthOf = async (name: string) => (await header(page, name).boundingBox())?.width ?? 0;
  const before = await widthOf('Type');
  await header(page, 'Type').getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => widthOf('Type')).toBe(before + 16);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(labels).toEqual(['Name', 'Type', 'Modified', 'Size']);
  await expect(header(page, 'Type').getByRole('button')).toBeFocused();

  const size = await header(page, 'Size').boundingBox();
  if (!size) throw new Error('The header has no place.');
  await page.mouse.move(size.x - 8, size.y + 20);
  await page.mouse.down();
  await page.mouse.move(size.x - 48, size.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf('Size')).toBeCloseTo(size.width + 40, -0.5);

  const type = await header(page, 'Type').boundingBox();
  const modified = await header(page, 'Modified').boundingBox();
  if (!type || !modified) throw new Error('The header has no place.');
  await page.mouse.move(type.x + 10, type.y + 20);
  await page.mouse.down();
  await page.mouse.move(type.x + 10 + modified.width, type.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(labels).toEqual(['Name', 'Modified', 'Type', 'Size']);
  // Letting go of it was no click that sorts.
  await expect(header(page, 'Type')).toHaveAttribute('aria-sort', 'none');

  await page.reload();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expect.poll(labels).toEqual(['Name', 'Modified', 'Type', 'Size']);
  await expectAccessible(page);
});

test('F025 the compact list has lower rows, at once and with page 2 pending, and the same keys', async ({
  page,
  oneDrive,
}) => {
  const release = await openWithPageTwoPending(page, oneDrive);
  const first = oneDrive.files.getByRole('row').nth(1);
  const heightOf = async () => (await first.boundingBox())?.height;
  expect(await heightOf()).toBe(44);
  await chooseLayout(page, 'Compact list');
  await expect.poll(heightOf).toBe(30);
  await first.click();
  await page.keyboard.press('End');
  await expect(oneDrive.files.locator('[aria-rowindex="201"]')).toBeFocused();
  release();
  await expect(oneDrive.files).toHaveAttribute('aria-rowcount', '10001', { timeout: 60_000 });
  await expect(oneDrive.files.locator('[aria-rowindex="201"]')).toBeFocused();
  await expectAccessible(page);
});

test('F026 F031 tiles show pictures, take the arrows in both directions, and are as large as wished', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  const names = await namesOf(oneDrive.files.getByRole('row'));
  await chooseLayout(page, 'Tiles');
  const picture = tiles(page).locator('img').first();
  await expect
    .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(90);
  const [first = '', second = ''] = names;
  const topOf = async (name: string) => (await tile(page, name).boundingBox())?.y;
  expect(await topOf(second)).toBe(await topOf(first));

  await tile(page, first).click({ position: { x: 20, y: 60 } });
  await expect(tile(page, first)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(tile(page, second)).toBeFocused();
  await expect(tile(page, second)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const below = await page.evaluate(() =>
    document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'),
  );
  const left = async (name: string) => (await tile(page, name).boundingBox())?.x;
  expect(await left(below ?? '')).toBe(await left(second));
  expect(await topOf(below ?? '')).toBeGreaterThan((await topOf(second)) ?? 0);
  await page.keyboard.press('Shift+Home');
  await expect(page.getByText(/\d+ selected/)).toBeVisible();
  await expectAccessible(page);

  const width = (await tile(page, first).boundingBox())?.width ?? 0;
  await inView(page, async (options) => {
    await options.getByRole('slider', { name: 'Size of tiles' }).fill('280');
  });
  await expect.poll(async () => (await tile(page, first).boundingBox())?.width).toBeGreaterThan(width + 60);
});

test('F026 a folder of 10,000 is smooth as tiles too: few exist, page 2 moves nothing, the end is one key away', async ({
  page,
  oneDrive,
}) => {
  const release = await openWithPageTwoPending(page, oneDrive);
  await chooseLayout(page, 'Tiles');
  await tiles(page)
    .getByRole('option')
    .first()
    .click({ position: { x: 20, y: 60 } });
  await page.keyboard.press('PageDown');
  const active = tiles(page).locator('[data-active]');
  const before = await active.boundingBox();
  const name = await active.getAttribute('aria-label');
  release();
  await expect(active).toHaveAttribute('aria-setsize', '10000', { timeout: 60_000 });
  expect(await active.getAttribute('aria-label')).toBe(name);
  expect(await active.boundingBox()).toEqual(before);
  expect(await tiles(page).getByRole('option').count()).toBeLessThan(120);
  await page.keyboard.press('End');
  await expect(tiles(page).locator('[aria-posinset="10000"]')).toBeFocused();
});

test('F026 a picture whose address is over is asked for anew, all of a screen in one request', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await page.route('**', (route) =>
    route.request().resourceType() === 'image' ? route.abort() : route.fallback(),
  );
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  const asked = page.waitForResponse(/\$batch/);
  await chooseLayout(page, 'Tiles');
  expect((await asked).status()).toBe(200);
  const batches = (await emulator.log()).filter(({ path }) => path.endsWith('/$batch'));
  expect(batches).toHaveLength(1);
});

test('F028 sorts by any column from the menu too, and says what the order covers while page 2 is pending', async ({
  page,
  oneDrive,
}) => {
  const release = await openWithPageTwoPending(page, oneDrive);
  await choose(page, 'Sort by', 'Size');
  await choose(page, 'Order', 'Descending');
  await expect(header(page, 'Size')).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByText(/^Among the first 200 items/)).toBeVisible();
  release();
  await expect(page.getByText(/^Among the first/)).toHaveCount(0, { timeout: 60_000 });
  await expect(oneDrive.files).toHaveAttribute('aria-rowcount', '10001');
});

test('F029 filters by type, person and date, tells it, and takes it back', async ({ page, oneDrive }) => {
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  const rows = oneDrive.files.getByRole('row');
  const all = await namesOf(rows);
  await choose(page, 'Type', /^PDF/);
  await expect.poll(() => namesOf(rows)).toEqual(all.filter((name) => name.endsWith('.pdf')));
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('PDF');
  await choose(page, 'Modified', 'Today');
  await expect(page.getByText('Nothing here passes the filters')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the filter “Today”' }).click();
  await expect.poll(() => namesOf(rows)).toEqual(all.filter((name) => name.endsWith('.pdf')));
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect.poll(() => namesOf(rows)).toEqual(all);
});

test('F029 with page 2 pending, a filter says of how many it speaks', async ({ page, oneDrive }) => {
  const release = await openWithPageTwoPending(page, oneDrive);
  await choose(page, 'Modified', 'Today');
  await expect(page.getByText(/^Among the first 200 items/)).toHaveCount(2);
  release();
  await expect(page.getByText('10,000 items are in this folder.')).toBeVisible({ timeout: 60_000 });
});

test('F030 groups by type, date and first letter, in list and tiles, with page 2 pending', async ({
  page,
  oneDrive,
}) => {
  await choose(page, 'Group by', 'Type');
  const folders = page.getByRole('button', { name: /^Folder, \d+ items/ });
  await expect(folders).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await folders.click();
  await expect(folders).toHaveAttribute('aria-expanded', 'false');
  await expect(oneDrive.row('Documents')).toHaveCount(0);
  await expect(oneDrive.row('Getting started.pdf')).toBeVisible();
  await folders.press('Enter');
  await expect(oneDrive.row('Documents')).toBeVisible();
  await chooseLayout(page, 'Tiles');
  await expect(folders).toBeVisible();
  await expectAccessible(page);
  await chooseLayout(page, 'List');

  const release = await openWithPageTwoPending(page, oneDrive);
  await choose(page, 'Group by', 'Date modified');
  await expect(page.getByText(/^Among the first 200 items/)).toBeVisible();
  await choose(page, 'Group by', 'First letter');
  const heading = page.getByRole('button', { name: /^\p{L}, [\d,]+ items/u }).first();
  await expect(heading).toBeVisible();
  release();
  await expect(page.getByText(/^Among the first/)).toHaveCount(0, { timeout: 60_000 });
  await expect(heading).toBeVisible();
});

test('F032 every folder keeps its own view, and one can be given to all', async ({ page, oneDrive }) => {
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  await chooseLayout(page, 'Tiles');
  await expect(tiles(page)).toBeVisible();
  await oneDrive.button('My files').click();
  await expect(oneDrive.row('Pictures')).toBeVisible();
  await page.reload();
  await oneDrive.row('Pictures').dblclick();
  await expect(tiles(page)).toBeVisible();
  await inView(page, (options) => options.getByRole('button', { name: 'Use for all folders' }).click());
  await oneDrive.button('My files').click();
  await expect(tile(page, 'Documents')).toBeVisible();
  await tile(page, 'Documents').dblclick({ position: { x: 20, y: 60 } });
  await expect(tile(page, 'Contract.pdf')).toBeVisible();
});

test('F033 all files below a folder stand in one list, each with where it lies, and it says how far it has come', async ({
  page,
  oneDrive,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await page.route(/\/children/, async (route) => {
    // The folder itself is read at once, those below it when the test says so.
    if ((await oneDrive.files.getByRole('row', { name: 'Contract.pdf' }).count()) > 0) await released;
    await route.continue();
  });
  await inView(page, (options) =>
    options.getByRole('switch', { name: 'All files below in one list' }).click(),
  );
  await oneDrive.expectFolder('All files below');
  await expect(page.getByText(/files? so far; folders are still being read/)).toBeVisible();
  release();
  await expect(page.getByText(/files in this folder and below/)).toBeVisible();
  await expect(oneDrive.row('Projects')).toHaveCount(0);
  const deep = oneDrive.files.getByRole('row').filter({ hasText: 'My files/Documents/Projects' });
  await expect(deep.first()).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await oneDrive.expectFolder('All files below');
  await expect(page.getByText(/files in this folder and below/)).toBeVisible();
  await page.getByRole('button', { name: 'Show folders' }).click();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
});
