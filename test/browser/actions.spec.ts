import type { Locator, Page } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';
import { readZipEntries } from '../support/read-zip';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const menuOf = (page: Page, name: string) => page.getByRole('menu', { name, exact: true });

test('F020 the right mouse button opens the menu of a row, and of a whole selection', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Read me first.md').click({ button: 'right' });
  const menu = menuOf(page, 'Actions for Read me first.md');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await expect(page.getByText('1 selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(oneDrive.row('Read me first.md')).toBeFocused();
  await expect(page.getByText('1 selected')).toBeVisible();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await oneDrive.row('Read me first.md').click({ button: 'right' });
  const both = menuOf(page, 'Actions for 2 items');
  await expect(both.getByRole('menuitem', { name: 'Preview' })).toHaveAttribute('aria-disabled', 'true');
  await expect(both).toContainText('Select one item only');
  await expectAccessible(page);
  await both.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Getting started.pdf');
});

test('F020 Shift+F10 and the Menu key open the menu where the focus is; it is walked and left by keys', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Documents').focus();
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key);
    const menu = menuOf(page, 'Actions for Documents');
    await expect(menu.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(oneDrive.row('Documents')).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Documents');
});

test('F020 the place beside the rows has a menu for what is new; in an empty folder, too', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await page.getByText('This folder is empty').click({ button: 'right' });
  await menuOf(page, 'Actions in this folder').getByRole('menuitem', { name: 'New folder' }).click();
  await page.getByRole('dialog', { name: 'New folder' }).getByRole('textbox').fill('Made by the menu');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Made by the menu')).toBeVisible();
  const { x, y, width, height } = (await oneDrive.files.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2, y + height - 20, { button: 'right' });
  await expect(menuOf(page, 'Actions in this folder')).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test('F020 a long press selects, and the button of the row opens the menu, at 320 px', async ({
    page,
    oneDrive,
  }) => {
    const row = oneDrive.row('Read me first.md');
    await row.scrollIntoViewIfNeeded();
    const { x, y, height } = (await row.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    const session = await page.context().newCDPSession(page);
    const touchPoints = [{ x: x + 120, y: y + height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await expect(page.getByText('1 selected')).toBeVisible();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page.getByRole('menu')).toHaveCount(0);
    await row.getByRole('button', { name: 'More actions for Read me first.md' }).tap();
    const menu = menuOf(page, 'Actions for Read me first.md');
    await expect(menu).toBeVisible();
    const box = (await menu.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await menu.getByRole('menuitem', { name: 'Rename' }).tap();
    await expect(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
  });
});

test('F020 F132 menus and keys work while the second page of a long folder is still to come', async ({
  page,
  oneDrive,
  emulator,
}) => {
  const first = await openFirstPage(oneDrive, emulator);
  await first.click({ button: 'right' });
  await expect(page.getByRole('menu').getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(oneDrive.files).toHaveAttribute('aria-rowcount', '201');
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
});

test('F135 ? shows all keys, and single characters can be turned off for good', async ({
  page,
  oneDrive,
}) => {
  // From wherever the focus is.
  await page.getByRole('treeitem', { name: 'My files' }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('row', { name: /^Rename/ })).toContainText('F2');
  await expectAccessible(page);
  await sheet.getByRole('switch', { name: /^Single letters/ }).click();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Documents')).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.type('pic');
  await expect(sheet).toHaveCount(0);
  await expect(oneDrive.row('Documents')).toBeFocused();
  await page.reload();
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+/');
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('switch', { name: /^Single letters/ })).not.toBeChecked();
});

test('F078 F132 everything without a mouse: search, new folder, upload, rename, delete, the folder above', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Empty folder').focus();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Empty folder');
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog', { name: 'New folder' }).getByRole('textbox').fill('By keys');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('By keys')).toBeVisible();
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  await oneDrive.row('By keys').focus();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+u');
  await (await chooser).setFiles({ name: 'keys.txt', mimeType: 'text/plain', buffer: Buffer.from('keys') });
  await expect(oneDrive.row('keys.txt')).toBeVisible();
  await page.keyboard.press('/');
  await expect(oneDrive.search).toBeFocused();
  await page.keyboard.type('keys.txt');
  await expect(oneDrive.row('By keys')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await oneDrive.row('keys.txt').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('renamed');
  await page.keyboard.press('Enter');
  await expect(oneDrive.row('renamed.txt')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Empty folder')).toBeFocused();
});

for (const [kind, name, main] of [
  ['Word document', 'Document.docx', 'word/document.xml'],
  ['Excel workbook', 'Book.xlsx', 'xl/workbook.xml'],
  ['PowerPoint presentation', 'Presentation.pptx', 'ppt/presentation.xml'],
] as const) {
  test(`F079 a new ${kind} is named, made, and opened at Microsoft`, async ({
    page,
    oneDrive,
    emulator,
    site,
    request,
  }) => {
    await oneDrive.row('Empty folder').dblclick();
    await oneDrive.expectFolder('Empty folder');
    await oneDrive.button('New document').click();
    await page.getByRole('menuitem', { name: kind }).click();
    const dialog = page.getByRole('dialog', { name: kind });
    await expect(dialog.getByRole('textbox')).toHaveValue(name);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await oneDrive.allowChanges();
    await expect(oneDrive.row(name)).toBeVisible();
    const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
    const address = `${site.emulator}/v1.0/me/drive/root:/Empty folder/${name}:/content`;
    const content = await (await request.get(address, { headers })).body();
    expect([...readZipEntries(content).keys()]).toContain(main);
    // The second one meets the first: another name is proposed, and a taken one is refused at the field.
    await oneDrive.button('New document').click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect(dialog.getByRole('textbox')).toHaveValue(name.replace('.', ' 1.'));
    await dialog.getByRole('textbox').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(`There is already an item called ${name} here`);
    await dialog.getByRole('textbox').fill(`Second ${name}`);
    const window = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    await (await window).close();
    await expect(oneDrive.row(`Second ${name}`)).toBeVisible();
  });
}

test('F042 a frame drawn with the mouse selects rows, on past the edge of the list, while the second page is to come', async ({
  page,
  oneDrive,
  emulator,
}) => {
  const first = await openFirstPage(oneDrive, emulator);
  await expect(oneDrive.files).toHaveAttribute('aria-rowcount', '201');
  const { x, y, height } = (await first.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  // From the margin of the row on, which holds nothing.
  await page.mouse.move(x + 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 2.5 * height, { steps: 4 });
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.mouse.move(x + 60, y + 5_000);
  const top = () => oneDrive.files.evaluate((grid) => grid.scrollTop);
  await expect.poll(top).toBeGreaterThan(800);
  await page.mouse.up();
  await expect(page.getByText(/^\d\d+ selected$/)).toBeVisible();
  expect(await oneDrive.files.getByRole('row').count()).toBeLessThan(80);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/ selected$/)).toHaveCount(0);
});

test('F042 the frame begins on the free place below the rows, and Control adds to what is selected', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  const rows = oneDrive.files.getByRole('row');
  const count = (await rows.count()) - 1;
  await rows.nth(1).click();
  const last = (await rows.nth(count).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.down('Control');
  await page.mouse.move(last.x + last.width / 2, last.y + last.height + 40);
  await page.mouse.down();
  await page.mouse.move(last.x + 20, last.y + last.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(rows.nth(count)).toHaveAttribute('aria-selected', 'true');
});

/** A long folder whose second page does not come. @returns its first row */
async function openFirstPage(oneDrive: OneDrivePage, emulator: EmulatorAdmin): Promise<Locator> {
  await emulator.faults([
    { match: { path: '/children\\?.*skiptoken' }, phase: 'before', effect: { kind: 'delay', ms: 60_000 } },
  ]);
  await oneDrive.row('Large folder').dblclick();
  const first = oneDrive.files.getByRole('row').nth(1);
  await expect(first).toBeVisible();
  return first;
}
