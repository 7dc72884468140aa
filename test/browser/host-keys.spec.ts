import type { Page } from '@playwright/test';
import { BARE } from '../support/host-pages';
import { expect, test } from '../support/host-test';

/** A page with shortcuts: it writes down every key that reaches it and that nobody has used yet. */
const SHORTCUTS = `
globalThis.shortcuts = [];
document.addEventListener('keydown', (event) => {
  if (!event.defaultPrevented && event.key !== 'Control') shortcuts.push((event.ctrlKey ? 'Control+' : '') + event.key);
});
`;

const WITH_SHORTCUTS = {
  ...BARE,
  around: { head: `${BARE.around?.head}<script src="/shortcuts.js"></script>` },
  files: { ...BARE.files, '/shortcuts.js': () => SHORTCUTS },
};

/** What the page has taken for its own since the last time. */
function shortcuts(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'shortcuts').splice(0));
}

test('keys that the control uses are no shortcuts of the page; all others are', async ({
  page,
  openConnected,
}) => {
  const { oneDrive } = await openConnected(WITH_SHORTCUTS);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return shortcuts(page);
  };

  await oneDrive.row('Documents').click();
  expect(await press('ArrowDown', 'p', 'End', 'Home', 'Control+a', 'Escape')).toEqual([]);
  expect(await press('Control+k', 'F6', 'Escape')).toEqual(['Control+k', 'F6', 'Escape']);

  await oneDrive.search.click();
  expect(await press('n', '/', 'Delete', 'ArrowLeft', 'Backspace', 'Control+a', 'Control+z')).toEqual([]);
  expect(await press('Control+k', 'F6')).toEqual(['Control+k', 'F6']);

  await oneDrive.button('New folder').click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  expect(await press('g', 'Delete', 'Escape')).toEqual([]);
  await expect(page.getByRole('dialog')).toBeHidden();

  await oneDrive.button('Upload').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Files' })).toBeFocused();
  await shortcuts(page);
  expect(await press('ArrowDown', 'Escape')).toEqual([]);
  await expect(page.getByRole('menu')).toBeHidden();
});

test('keys pressed elsewhere in the page are nothing to the control', async ({ page, openConnected }) => {
  const { oneDrive } = await openConnected(WITH_SHORTCUTS);
  await oneDrive.row('Documents').click();
  await expect(oneDrive.row('Documents')).toHaveAttribute('aria-selected', 'true');
  await page.locator('#before').focus();
  for (const key of ['ArrowDown', 'Delete', 'F2', 'Control+a', 'Backspace', 'Enter', 'Escape', 'p'])
    await page.keyboard.press(key);
  await expect(oneDrive.row('Documents')).toHaveAttribute('aria-selected', 'true');
  await expect(oneDrive.files.getByRole('row', { selected: true })).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#before')).toHaveValue('p');
});
