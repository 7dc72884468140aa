import type { Locator, Page } from '@playwright/test';
import { expect, test, type OneDriveControlElement } from '../support/element-page';
import { expectAccessible } from '../support/journey';

const CONTROL = '<onedrive-control folder="Documents"></onedrive-control>';
const SENTENCE = 'Contract.pdf belongs to <b>case 7</b>.';

/** The line of what waits for the page, or was refused by it. */
const lineOf = (page: Page, title: string) =>
  page.getByRole('region', { name: 'What this page is asked' }).locator('[data-task]', { hasText: title });

const namesOf = (element: Locator, list: string) =>
  element.evaluate((_drive, name) => Reflect.get(globalThis, name), list);

test('F122 the page is asked before its users do something: it refuses in its own words, lets them wait, or does it itself', async ({
  page,
  oneDrive,
  emulator,
  open,
}) => {
  const { element } = await open(CONTROL);
  await oneDrive.expectFolder('Documents');
  await element.evaluate((drive: OneDriveControlElement, sentence) => {
    const told: string[] = [];
    Reflect.set(globalThis, 'told', told);
    drive.addEventListener('od-before-delete', ({ detail: { respondWith } }) =>
      respondWith(Promise.reject(new Error(sentence))),
    );
    drive.addEventListener('od-before-rename', ({ detail: { names, respondWith } }) => {
      const isRight = names[0]?.startsWith('C7 ');
      respondWith(isRight ? Promise.resolve() : Promise.reject(new Error('Begin with C7.')));
    });
    drive.addEventListener('od-before-upload', ({ detail: { files, folder, respondWith } }) => {
      told.push(`before ${files[0]?.name} to ${folder.name}`);
      respondWith(new Promise((resolve) => Reflect.set(globalThis, 'allow', resolve)));
    });
    drive.addEventListener('od-before-open', (event) => {
      if (event.detail.item.file) event.preventDefault();
    });
    drive.addEventListener('od-open', ({ detail: { item } }) => told.push(`opened ${item.name}`));
  }, SENTENCE);

  // Refused: the page's sentence is text, and nothing has happened.
  await oneDrive.row('Contract.pdf').click();
  // The keys come with the bar.
  await expect(oneDrive.button('Delete')).toBeVisible();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  const refused = lineOf(page, 'Delete: Contract.pdf');
  await expect(refused).toContainText(SENTENCE);
  await expect(oneDrive.row('Contract.pdf')).toBeVisible();
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Close' }).click();
  await expect(refused).toHaveCount(0);

  // A dialog says it itself, and keeps what was typed.
  await oneDrive.row('Contract.pdf').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await dialog.getByRole('textbox').fill('Signed.pdf');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Begin with C7.');
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill('C7 signed.pdf');
  await page.keyboard.press('Enter');
  await expect(oneDrive.row('C7 signed.pdf')).toBeVisible();

  // Waiting: whoever gives up has uploaded nothing, whatever the page says afterwards.
  const text = { mimeType: 'text/plain', buffer: Buffer.from('x') };
  await oneDrive.chooseFiles({ name: 'given up.txt', ...text });
  const waiting = lineOf(page, 'Upload: given up.txt');
  await expect(waiting).toContainText('This page is working on it');
  await expectAccessible(page);
  await waiting.getByRole('button', { name: 'Cancel' }).click();
  await expect(waiting).toHaveCount(0);
  const allow = () => element.evaluate(() => Reflect.get(globalThis, 'allow')());
  await allow();
  await oneDrive.chooseFiles({ name: 'allowed.txt', ...text });
  await expect(lineOf(page, 'Upload: allowed.txt')).toBeVisible();
  await allow();
  await expect(oneDrive.row('allowed.txt')).toBeVisible();
  await expect(oneDrive.row('given up.txt')).toHaveCount(0);

  // Done by the page: nothing opens. Folders are gone into, and that is told.
  await oneDrive.row('allowed.txt').dblclick();
  await oneDrive.row('Projects').dblclick();
  await oneDrive.expectFolder('Projects');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await namesOf(element, 'told')).toEqual([
    'before given up.txt to Documents',
    'before allowed.txt to Documents',
    'opened Projects',
  ]);
  const deleted = (await emulator.log()).filter(({ method }) => method === 'DELETE');
  expect(deleted).toEqual([]);
});

test('F122 Choose waits for the page, and what it refuses stays picked', async ({ page, oneDrive, open }) => {
  const { element, choose, heard } = await open(
    '<onedrive-control mode="pick" folder="Documents"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await element.evaluate((drive: OneDriveControlElement) => {
    let count = 0;
    drive.addEventListener('od-before-pick', ({ detail }) => {
      count += 1;
      detail.respondWith(count > 1 ? Promise.resolve() : Promise.reject(new Error('Virus scan failed.')));
    });
  });
  await oneDrive.row('Contract.pdf').click();
  await choose.click();
  await expect(lineOf(page, 'Choose: Contract.pdf')).toContainText('Virus scan failed.');
  expect(await heard('od-pick')).toEqual([]);
  await choose.click();
  await expect.poll(() => heard('od-pick')).toMatchObject([{ items: [{ name: 'Contract.pdf' }] }]);
  await expect(page.getByRole('region', { name: 'What this page is asked' })).toHaveCount(0);
});

test('F129 actions of the page stand in the menus and, where it says so, in the bar; what they wait for and fail of is seen', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open(CONTROL);
  await oneDrive.expectFolder('Documents');
  await element.evaluate((drive: OneDriveControlElement) => {
    const told: string[] = [];
    Reflect.set(globalThis, 'told', told);
    drive.actions = [
      {
        key: 'sign',
        label: 'Sign <i>now</i>',
        icon: 'M3 17h14v1H3zM14 2l4 4-9 9H5v-4z',
        selection: 'single',
        filters: ['.pdf'],
        where: ['bar'],
        run: () => new Promise((_resolve, reject) => Reflect.set(globalThis, 'fail', reject)),
      },
      { key: 'archive', label: 'Archive', filters: ['folder', 'file'] },
      { key: 'link', label: 'Link to the record', selection: 'current' },
      { key: 'off', label: 'Not now', mode: 'none' },
      // What a page without types might give.
      JSON.parse('{ "key": "bad", "label": "Bad icon", "icon": "javascript:alert(1)" }'),
    ];
    drive.addEventListener('od-action', ({ detail: { key, items, folder } }) =>
      told.push(`${key} ${items.map(({ name }) => name).join()} in ${folder?.name}`),
    );
  });

  // In the bar, for what it is meant for alone.
  const sign = page.getByRole('toolbar').getByRole('button', { name: 'Sign <i>now</i>' });
  await oneDrive.row('Expenses 2025.csv').click();
  await expect(oneDrive.button('Rename')).toBeVisible();
  await expect(sign).toHaveCount(0);
  await oneDrive.row('Contract.pdf').click();
  await sign.click();
  const line = lineOf(page, 'Sign <i>now</i>: Contract.pdf');
  await expect(line).toContainText('This page is working on it');
  await element.evaluate(() => Reflect.get(globalThis, 'fail')(new Error('Nobody can sign today.')));
  await expect(line).toContainText('Nobody can sign today.');

  // In the menus: of rows, of the folder, and of the bar.
  const menuitems = page.getByRole('menuitem', { name: /Archive|Sign|Link|Not now|Bad/ });
  await oneDrive.row('Expenses 2025.csv').click({ button: 'right' });
  await expect(menuitems).toHaveText(['Archive']);
  await expectAccessible(page);
  await menuitems.click();
  await oneDrive.button('More commands').click();
  await expect(menuitems).toHaveText(['Archive', 'Link to the record']);
  await menuitems.nth(1).click();
  expect(await namesOf(element, 'told')).toEqual([
    'sign Contract.pdf in Documents',
    'archive Expenses 2025.csv in Documents',
    'link Documents in Documents',
  ]);
});

test('F130 F123 a page with buttons and a path of its own drives the control, back and forward too', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element, heard } = await open(
    '<onedrive-control root="Documents" hide-command-bar hide-breadcrumb></onedrive-control>',
  );
  await expect(oneDrive.row('Projects')).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await expect(oneDrive.breadcrumb).toHaveCount(0);
  await expectAccessible(page);
  const call = (method: 'back' | 'forward' | 'up') =>
    element.evaluate((drive: OneDriveControlElement, name) => drive[name](), method);
  const where = () =>
    element.evaluate((drive: OneDriveControlElement) => {
      const { path, canGoBack, canGoForward } = drive.navigation ?? {};
      return `${path} ${canGoBack ? 'back' : ''} ${canGoForward ? 'forward' : ''}`.trim();
    });

  // By the keys and the mouse of the control, within its root and never out of the page.
  await oneDrive.row('Projects').dblclick();
  await expect.poll(where).toBe('Projects back');
  await oneDrive.files.getByRole('row').nth(1).click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(oneDrive.row('Contract.pdf')).toBeVisible();
  expect(await where()).toBe('forward');
  await expect(oneDrive.row('Projects')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(where).toBe('Projects back');
  const press = (button: number) =>
    oneDrive.files.evaluate((list, which) => {
      const release = new MouseEvent('mouseup', {
        button: which,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      return !list.dispatchEvent(release);
    }, button);
  expect(await press(3)).toBe(true);
  await expect.poll(where).toBe('forward');
  // Where its history ends, the button is the browser's.
  expect(await press(3)).toBe(false);

  // By methods.
  await call('forward');
  await call('up');
  expect(await where()).toBe('back');
  await call('up');
  await call('back');
  expect(await where()).toBe('Projects back forward');
  await call('back');
  await call('back');
  expect(await where()).toBe('forward');
  expect((await heard('od-navigate')).at(-1)).toMatchObject({
    path: '',
    canGoBack: false,
    canGoForward: true,
  });

  // What its buttons did.
  const run = (command: string) =>
    element.evaluate(
      (drive: OneDriveControlElement, name) =>
        drive.run(name).catch((error: unknown) => (error instanceof TypeError ? 'TypeError' : 'error')),
      command,
    );
  expect(await run('rename')).toBe(false);
  expect(await run('nonsense')).toBe('TypeError');
  await oneDrive.row('Contract.pdf').click();
  expect(await run('rename')).toBe(true);
  await expect(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Contract.pdf')).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  expect(await run('upload')).toBe(true);
  await (await chooser).setFiles({ name: 'by hand.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect(oneDrive.row('by hand.txt')).toBeVisible();
});

test('F134 in a page the focus stays in what is open, and goes back to where it came from', async ({
  page,
  oneDrive,
  open,
}) => {
  await open(
    '<button id="before">Before</button><onedrive-control folder="Documents"></onedrive-control><button>After</button>',
  );
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.button('New folder')).toBeVisible();
  const isInside = (place: Locator) =>
    place.evaluate((box) => {
      const root = box.getRootNode();
      return root instanceof ShadowRoot && root.activeElement !== null && box.contains(root.activeElement);
    });
  /** Around it, in both directions, and never out of it. */
  const expectTrap = async (place: Locator) => {
    for (const key of [...Array<string>(6).fill('Tab'), ...Array<string>(8).fill('Shift+Tab')]) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.press(key);
      // oxlint-disable-next-line no-await-in-loop
      expect(await isInside(place), key).toBe(true);
    }
  };
  const row = oneDrive.row('Contract.pdf');
  await row.click();
  await expect(oneDrive.button('Rename')).toBeVisible();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expectTrap(dialog);
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await oneDrive.button('New folder').click();
  await expectTrap(page.getByRole('dialog', { name: 'New folder' }));
  await page.keyboard.press('Escape');
  await expect(oneDrive.button('New folder')).toBeFocused();

  const table = oneDrive.row('Expenses 2025.csv');
  await table.dblclick();
  const preview = page.getByRole('dialog', { name: 'Expenses 2025.csv' });
  await expect(preview).toBeVisible();
  await expectTrap(preview);
  // The hint of a button that has the focus takes Escape for itself.
  await preview.focus();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(table).toBeFocused();

  // With nothing open, Tab leaves the control: only what is modal keeps the focus.
  for (let count = 0; count < 30; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await page.getByRole('button', { name: 'Before' }).evaluate((it) => it === document.activeElement))
      break;
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Shift+Tab');
  }
  await expect(page.getByRole('button', { name: 'Before' })).toBeFocused();
});
