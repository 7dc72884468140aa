import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

function panesOf(page: Page) {
  const [first, second] = ['First pane', 'Second pane'].map((name) => page.getByRole('region', { name }));
  if (!first || !second) throw new Error('There are two.');
  return { first: new OneDrivePage(page, first), second: new OneDrivePage(page, second), place: second };
}

test('F021 two places side by side: items go over by drag and by paste, and both show what was done', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Empty folder').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open in the other pane' }).click();
  const { first, second, place } = panesOf(page);
  await second.expectFolder('Empty folder');
  await expect(place).toBeFocused();
  await expect(first.row('Documents')).toBeVisible();
  await expectAccessible(page);

  // By mouse, into the folder that is open there; a frame stands around that pane alone.
  await first.row('Read me first.md').hover();
  await page.mouse.down();
  const box = await place.boundingBox();
  if (!box) throw new Error('It has no place.');
  const there = { x: box.x + box.width / 2, y: box.y + box.height - 60 };
  await page.mouse.move(there.x, there.y, { steps: 4 });
  await page.mouse.move(there.x + 1, there.y);
  await expect(page.getByText('Move to Empty folder')).toBeVisible();
  const frame = await page.locator('[data-part="drop-frame"]').boundingBox();
  expect(Math.round(frame?.x ?? 0)).toBe(Math.round(box.x));
  await page.mouse.up();
  await oneDrive.allowChanges();
  await expect(second.row('Read me first.md')).toBeVisible();
  await expect(first.row('Read me first.md')).toHaveCount(0);

  // By keys, from the second to the first: they mean the pane that has the focus.
  await second.row('Read me first.md').click();
  await page.keyboard.press('Control+x');
  await first.row('Documents').click();
  await page.keyboard.press('Control+v');
  await expect(first.row('Read me first.md')).toBeVisible();
  await expect(second.row('Read me first.md')).toHaveCount(0);

  // What is pasted into the open folder of one is counted where the other shows that folder.
  await first.row('Read me first.md').click();
  await page.keyboard.press('Control+x');
  await place.focus();
  await page.keyboard.press('Control+v');
  await expect(second.row('Read me first.md')).toBeVisible();
  await expect(first.row('Empty folder')).toHaveAttribute('aria-description', /1 item$/);
  await first.row('Getting started.pdf').click();
  await page.keyboard.press('Control+c');
  await place.focus();
  await page.keyboard.press('Control+v');
  await expect(second.row('Getting started.pdf')).toBeVisible();
  await expect(first.row('Empty folder')).toHaveAttribute('aria-description', /2 items$/);
  // The copy was the last thing done: no older one is taken back in its stead.
  await page.keyboard.press('Control+z');
  await expect(second.row('Read me first.md')).toBeVisible();

  // A command of the bar means the pane in hand, and a change shows in both where both hold it.
  await second.breadcrumb.getByText('My files').click();
  await second.expectFolder('My files');
  await second.row('Getting started.pdf').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Beginning');
  await page.keyboard.press('Enter');
  await expect(second.row('Beginning.pdf')).toBeVisible();
  await expect(first.row('Beginning.pdf')).toBeVisible();
  await expect(first.row('Empty folder')).toHaveAttribute('aria-description', /2 items$/);

  await place.getByRole('button', { name: 'Close the second pane' }).click();
  await expect(place).toHaveCount(0);
  await expect(oneDrive.row('Beginning.pdf')).toBeVisible();

  // The same folder twice, from what says how it is looked at.
  await oneDrive.button('View').click();
  await page.getByRole('switch', { name: 'Split view' }).click();
  await expect(place).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await second.expectFolder('My files');
});

test('F021 by keyboard alone, with page 2 pending; the second pane has no part in the address', async ({
  page,
  oneDrive,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/skiptoken/i, async (route) => {
    await released;
    await route.continue();
  });
  await oneDrive.row('Large folder').focus();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Large folder');
  await expect(page.getByText('Loaded 200 items…')).toBeVisible();
  await page.keyboard.press('Alt+s');
  const { first, second, place } = panesOf(page);
  await expect(place).toBeFocused();
  await expect(second.files.getByRole('row').nth(1)).toBeVisible();
  await expect(first.files.getByRole('row').nth(1)).toBeVisible();
  await second.files.getByRole('row').nth(1).focus();
  await page.keyboard.press('Backspace');
  await second.expectFolder('My files');
  await first.expectFolder('Large folder');
  expect(new URL(page.url()).hash).toBe('#/Large%20folder');
  release();
  await expect(page.getByText(/^Loaded/)).toHaveCount(0, { timeout: 60_000 });

  // From the second pane the other one is the first; the same key makes one of two.
  await second.row('Documents').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Open in the other pane' }).press('Enter');
  await first.expectFolder('Documents');
  await second.expectFolder('My files');
  await expect(page.getByRole('region', { name: 'First pane' })).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/Documents');
  await page.keyboard.press('Alt+s');
  await expect(place).toHaveCount(0);
  await oneDrive.expectFolder('Documents');
});

test('F021 where there is no room for two, the pane in hand has it all; one that failed says so, goes on, and gives the focus back', async ({
  page,
  oneDrive,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await oneDrive.row('Documents').click({ button: 'right' });
  await page.route(/\/children/, (route) => route.abort());
  await page.getByRole('menuitem', { name: 'Open in the other pane' }).click();
  const { second, place } = panesOf(page);
  await expect(place.getByRole('alert')).toBeVisible();
  await expect(oneDrive.row('Documents')).toBeHidden();
  await expectAccessible(page);
  await page.unroute(/\/children/);
  await place.getByRole('button', { name: /^Try again|Retry now/ }).click();
  await second.expectFolder('Documents');
  await expect(second.files.getByRole('row').nth(1)).toBeVisible();
  await place.getByRole('button', { name: 'Other pane: My files' }).click();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expect(place).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Other pane: Documents' }).click();
  await expect(place).toBeFocused();
  await place.getByRole('button', { name: 'Close the second pane' }).click();
  await expect(oneDrive.row('Documents')).toBeVisible();
  // The keys go on where they were.
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: 'Rename' }).getByRole('textbox')).toHaveValue('Documents');
});
