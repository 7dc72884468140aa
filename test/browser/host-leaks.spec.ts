import type { Page } from '@playwright/test';
import { readHostFacts, rememberPlatform } from '../support/host-facts';
import { BARE } from '../support/host-pages';
import { expect, removeControl, test } from '../support/host-test';
import type { OneDrivePage } from '../support/one-drive-page';

/** What stays in a page: React's mark and its one listener, MSAL, and two lists shared by copies. */
const STAYS = [
  'document._reactListening…',
  'window.Symbol(@griffel/DEFINITION_LOOKUP_TABLE)',
  'window.Symbol(onedrive-control.msal)',
  'window.msal',
];

/** What Fluent UI needs to tell keyboard from mouse, as long as there is a control. */
const KEYBORG = ['HTMLElement.prototype.focus', 'window.__keyborg', 'window.__keyborgData'];

test('nothing of it leaks into the page, while it is there and when it is gone', async ({
  page,
  openHost,
  element,
}) => {
  const { oneDrive } = await openHost({ ...BARE, body: () => BARE.body('') }, '');
  await rememberPlatform(page);
  const before = await readHostFacts(page);
  await page.evaluate(
    async ([tag]) => {
      await Reflect.get(globalThis, 'load')('/onedrive/onedrive-control.js');
      const drive = document.createElement('onedrive-control');
      for (const [, name, value] of tag.matchAll(/([\w-]+)="([^"]*)"/g))
        drive.setAttribute(name ?? '', value ?? '');
      document.querySelector('#frame')?.append(drive);
    },
    [element] as const,
  );
  await oneDrive.connect();
  await oneDrive.button('New folder').click();
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  const during = await readHostFacts(page);
  await removeControl(page);
  const after = await readHostFacts(page);

  for (const facts of [during, after]) {
    expect({ ...facts, patches: [], listeners: [] }).toEqual({ ...before, listeners: [] });
  }
  expect(during.patches).toEqual([...STAYS, ...KEYBORG].sort());
  expect(after.patches).toEqual(STAYS);
  expect(after.listeners).toEqual([...before.listeners, 'document selectionchange'].sort());
});

type Opening = (page: Page, oneDrive: OneDrivePage) => Promise<void>;

/** What floats over the page while it is open, and how it is opened. */
const OPENINGS: Readonly<Record<string, Opening>> = {
  'a dialog': async (page, oneDrive) => {
    await oneDrive.button('New folder').click();
    await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  },
  'a menu': async (page, oneDrive) => {
    await oneDrive.button('Upload').click();
    await expect(page.getByRole('menuitem', { name: 'Files' })).toBeFocused();
  },
  'a tooltip': async (page, oneDrive) => {
    await page.keyboard.press('Tab');
    await oneDrive.button('Account').focus();
    await expect(page.getByRole('tooltip')).toBeVisible();
  },
  'the permission dialog': async (page, oneDrive) => {
    await oneDrive.chooseFiles('package.json');
    await expect(page.getByRole('dialog', { name: 'Allow changes to your files' })).toBeVisible();
  },
};

for (const [what, open] of Object.entries(OPENINGS)) {
  test(`taken away while ${what} is open it leaves the page as it was`, async ({ page, openHost }) => {
    const { oneDrive } = await openHost(BARE);
    await rememberPlatform(page);
    const before = await readHostFacts(page);
    await oneDrive.connect();
    await open(page, oneDrive);
    await removeControl(page);
    expect({ ...(await readHostFacts(page)), patches: [], listeners: [] }).toEqual({
      ...before,
      patches: [],
      listeners: [],
    });
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await expect(page.locator('#after')).toBeFocused();
    await page.keyboard.type('typed');
    await expect(page.locator('#after')).toHaveValue('typed');
  });
}
