import { expect, startPick, test, valueOf, type OneDriveControlElement } from '../support/element-page';
import { expectAccessible } from '../support/journey';

test('F039 F054 one file is picked, heard of and becomes the value', async ({ page, oneDrive, open }) => {
  const { element, choose, heard } = await open(
    '<onedrive-control mode="pick" folder="Documents"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await expectAccessible(page);
  await oneDrive.row('Contract.pdf').click();
  await choose.click();
  const [picked] = await heard('od-pick');
  expect(picked).toMatchObject({ items: [{ name: 'Contract.pdf', file: { mimeType: 'application/pdf' } }] });
  const { driveId, id, name } = picked?.items[0] ?? {};
  expect(await valueOf(element)).toBe(JSON.stringify({ driveId, id, name }));
  expect(JSON.stringify(picked)).not.toContain('downloadUrl');
});

test('F039 F043 several are picked across folders, and Cancel puts back what was chosen', async ({
  oneDrive,
  open,
}) => {
  const { element, choose, cancel, heard } = await open(
    '<onedrive-control mode="pick" folder="Documents" max-count="3"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Contract.pdf').click();
  await element.evaluate((drive: OneDriveControlElement) => drive.navigate('Notes'));
  await oneDrive.expectFolder('Notes');
  await oneDrive.row('Bread.txt').getByRole('checkbox').click();
  await choose.click();
  const names = () =>
    element.evaluate((drive: OneDriveControlElement) => [
      drive.selectedItems.map(({ name }) => name),
      JSON.parse(drive.value).map(({ name }: { readonly name: string }) => name),
    ]);
  expect(await names()).toEqual([
    ['Contract.pdf', 'Bread.txt'],
    ['Contract.pdf', 'Bread.txt'],
  ]);
  await oneDrive.row('Shopping.txt').getByRole('checkbox').click();
  await expect.poll(async () => (await names())[0]).toHaveLength(3);
  await cancel.click();
  await expect.poll(names).toEqual([
    ['Contract.pdf', 'Bread.txt'],
    ['Contract.pdf', 'Bread.txt'],
  ]);
  expect(await heard('od-cancel')).toEqual([{}]);
});

test('F051 the open folder is picked where folders are', async ({ page, oneDrive, open }) => {
  const { element } = await open(
    '<onedrive-control mode="pick" pick-kind="folders" folder="Documents/Projects"></onedrive-control>',
  );
  await oneDrive.expectFolder('Projects');
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  await expect
    .poll(async () => JSON.parse((await valueOf(element)) || '{}'))
    .toMatchObject({ name: 'Projects' });
  // Walking on, the button means the folder that is open then.
  await oneDrive.row('2026').getByText('2026', { exact: true }).click();
  await oneDrive.expectFolder('2026');
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  await expect.poll(async () => JSON.parse(await valueOf(element))).toMatchObject({ name: '2026' });
});

test('F046 F048 F049 F050 what may not be picked is greyed and says why', async ({ oneDrive, open }) => {
  const { element, choose } = await open(
    '<onedrive-control mode="pick" folder="Documents" accept=".csv" max-size="100000"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Contract.pdf')).toHaveAttribute('aria-disabled', 'true');
  await expect(oneDrive.row('Contract.pdf')).toHaveAttribute('aria-description', /csv/i);
  await expect(oneDrive.row('Expenses 2025.csv')).not.toHaveAttribute('aria-disabled');
  await oneDrive.row('Contract.pdf').click({ force: true });
  await expect(choose).toHaveAttribute('aria-disabled', 'true');

  // The page's own say, which may change at any time.
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.itemFilter = ({ name }) => name.includes('2024') || 'Only of 2024';
  });
  await expect(oneDrive.row('Expenses 2025.csv')).toHaveAttribute('aria-description', /Only of 2024/);
  await oneDrive.row('Expenses 2024.csv').click();
  await expect(choose).not.toHaveAttribute('aria-disabled');
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.maxSize = 1;
  });
  await expect(oneDrive.row('Expenses 2024.csv')).toHaveAttribute('aria-disabled', 'true');
  await expect(choose).toHaveAttribute('aria-disabled', 'true');
});

test('F044 F045 F047 by type of content and no more than so many; what is chosen is shown, and taken out again', async ({
  page,
  oneDrive,
  open,
}) => {
  const { choose, heard } = await open(
    '<onedrive-control mode="pick" folder="Notes" accept="text/plain" max-count="2"></onedrive-control>',
  );
  await oneDrive.expectFolder('Notes');
  await expect(oneDrive.row('Reading list.md')).toHaveAttribute('aria-disabled', 'true');
  const other = oneDrive.row('Shopping.txt').getByRole('checkbox');
  await expect(other).not.toHaveAttribute('aria-disabled');
  for (const name of ['Bread.txt', 'empty.txt']) await oneDrive.row(name).getByRole('checkbox').click();
  await expect(page.getByText('2 of 2 chosen').first()).toBeVisible();
  await expect(other).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const basket = page.getByRole('list', { name: 'Chosen items' });
  await expect(basket.getByRole('listitem')).toHaveCount(2);
  await basket.getByRole('button', { name: 'Remove empty.txt' }).click();
  await expect(basket.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await other.click();
  await choose.click();
  const [picked] = await heard('od-pick');
  expect(picked?.items.map(({ name }) => name)).toEqual(['Bread.txt', 'Shopping.txt']);
});

test('F123 pick() of a control that browses resolves, and the control browses again', async ({
  oneDrive,
  open,
}) => {
  const { element, choose } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  await expect(choose).toBeHidden();
  const outcome = await startPick(element, { accept: '.pdf' });
  await expect(oneDrive.row('Expenses 2025.csv')).toHaveAttribute('aria-disabled', 'true');
  await oneDrive.row('Invoice 0042.pdf').click();
  await choose.click();
  expect(await outcome()).toBe('Invoice 0042.pdf');
  await expect(choose).toBeHidden();
  await expect(oneDrive.button('Upload')).toBeVisible();
});

test('pick() is over by Cancel, by cancel(), by its signal, by another call and with the element', async ({
  oneDrive,
  open,
}) => {
  const { element, cancel, heard } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await oneDrive.expectFolder('Documents');

  const byButton = await startPick(element);
  await cancel.click();
  expect(await byButton()).toBe('cancelled');

  const byMethod = await startPick(element);
  await element.evaluate((drive: OneDriveControlElement) => drive.cancel());
  expect(await byMethod()).toBe('cancelled');
  expect(await heard('od-cancel')).toHaveLength(2);

  const bySignal = element.evaluate(async (drive: OneDriveControlElement) => {
    const stop = new AbortController();
    const picked = drive.pick({ signal: stop.signal });
    stop.abort();
    return picked.catch(({ code }: { readonly code: string }) => code);
  });
  expect(await bySignal).toBe('cancelled');
  await expect(cancel).toBeHidden();

  const first = await startPick(element);
  const second = await startPick(element);
  expect(await first()).toBe('cancelled');
  await expect(cancel).toBeVisible();
  await element.evaluate((drive) => drive.remove());
  expect(await second()).toBe('cancelled');
});

test('pick() before the application has come waits for it', async ({ page, oneDrive, open }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/chunks/mount-control-*', async (route) => {
    await held;
    await route.continue();
  });
  const { element, choose } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await expect(page.locator('onedrive-control:defined')).toBeVisible();
  const outcome = await startPick(element);
  release();
  await oneDrive.row('Contract.pdf').click();
  await choose.click();
  expect(await outcome()).toBe('Contract.pdf');
});

test('an element made by a script, set before it stands in a page, picks and can be copied', async ({
  page,
  oneDrive,
  open,
}) => {
  await open('<main></main>');
  await page.waitForFunction(() => customElements.get('onedrive-control'));
  await page.evaluate(() => {
    const drive = document.createElement('onedrive-control');
    drive.mode = 'pick';
    drive.maxCount = 2;
    drive.readonly = true;
    drive.folder = 'Documents';
    drive.accept = '.pdf';
    drive.value = JSON.stringify({ driveId: 'x', id: 'y', name: 'Old.pdf' });
    Reflect.get(globalThis, 'give')(drive);
    document.querySelector('main')?.append(drive);
  });
  await oneDrive.expectFolder('Documents');
  const facts = (drive: OneDriveControlElement) => ({
    maxCount: drive.maxCount,
    readonly: drive.readonly,
    count: drive.getAttribute('max-count'),
    mode: drive.mode,
    value: drive.value,
  });
  const element = page.locator('onedrive-control');
  const set = { maxCount: 2, readonly: true, count: '2', mode: 'pick' };
  const value = JSON.stringify([{ driveId: 'x', id: 'y', name: 'Old.pdf' }]);
  expect(await element.evaluate(facts)).toEqual({ ...set, value });
  await element.evaluate((drive: OneDriveControlElement) => {
    const copy = drive.cloneNode() as OneDriveControlElement;
    drive.replaceWith(copy);
    copy.readonly = false;
    copy.removeAttribute('max-count');
  });
  expect(await element.evaluate(facts)).toEqual({
    ...set,
    maxCount: undefined,
    readonly: false,
    count: null,
    value: '',
  });
});

test('F115 files of this device are judged by the same rules, uploaded where the user says, and picked when they are there', async ({
  page,
  oneDrive,
  open,
  emulator,
}) => {
  const { choose, heard } = await open(
    '<onedrive-control mode="pick" folder="Documents" accept=".pdf,.txt" max-size="200000" max-count="3"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Contract.pdf').getByRole('checkbox').click();
  await page.getByRole('button', { name: 'This device…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose files of this device' });
  const give = async (...files: readonly { readonly name: string; readonly size: number }[]) => {
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await (
      await chooser
    ).setFiles(
      files.map(({ name, size }) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'x') })),
    );
  };
  await give(
    { name: 'notes.txt', size: 10 },
    { name: 'song.mp3', size: 10 },
    { name: 'long.txt', size: 200_001 },
  );
  const files = dialog.getByRole('list', { name: 'Files of this device' });
  await expect(files.getByRole('listitem').filter({ hasText: 'song.mp3' })).toContainText(
    'Only PDF and TXT files',
  );
  await expect(files.getByRole('listitem').filter({ hasText: 'long.txt' })).toContainText('Larger than');
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Change the folder' }).click();
  await dialog.getByRole('button', { name: 'My files' }).click();
  await dialog.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(dialog.getByRole('group', { name: 'Uploaded into' })).toContainText('Notes');
  await emulator.faults([
    { match: { method: 'PUT', path: 'notes.txt' }, phase: 'before', effect: { kind: 'status', status: 403 } },
  ]);
  await dialog.getByRole('button', { name: 'Upload 1 file' }).click();

  // Nothing is lost by a failure, and nothing chosen without it.
  const tray = page.getByRole('region', { name: 'Choosing' });
  await expect(tray).toContainText('1 file is not uploaded yet');
  await expect(choose).toHaveAttribute('aria-disabled', 'true');
  await tray.getByRole('button', { name: 'Show', exact: true }).click();
  await expectAccessible(page);
  await page
    .getByRole('list', { name: 'Not uploaded yet' })
    .getByRole('button', { name: 'Retry notes.txt' })
    .click();
  await expect(page.getByRole('list', { name: 'Chosen items' }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(tray).toContainText('2 of 3 chosen');
  await choose.click();
  const [picked] = await heard('od-pick');
  expect(picked?.items.map(({ name }) => name)).toEqual(['Contract.pdf', 'notes.txt']);
  expect(picked?.items[1]).toMatchObject({ size: 10, file: { mimeType: 'text/plain' } });
});

test('F115 a page that allows no upload, or names other sources, is not offered this device', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open(
    '<onedrive-control mode="pick" can="" folder="Documents"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  const device = page.getByRole('button', { name: 'This device…' });
  await expect(page.getByRole('button', { name: 'Open a link…' })).toBeVisible();
  await expect(device).toBeHidden();
  await element.evaluate((drive: OneDriveControlElement) => drive.removeAttribute('can'));
  await expect(device).toBeVisible();
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.sources = 'my-files link';
  });
  await expect(device).toBeHidden();
});

test('F116 the folder of the application is offered where the page names it, and made by the first upload', async ({
  page,
  oneDrive,
  open,
  site,
}) => {
  const { element } = await open('<onedrive-control can="upload"></onedrive-control>');
  await oneDrive.expectFolder('My files');
  const tree = page.getByRole('tree', { name: 'Places' });
  const place = tree.getByRole('treeitem', { name: 'Files of this app' });
  await expect(tree.getByRole('treeitem', { name: 'Recent' })).toBeVisible();
  await expect(place).toBeHidden();
  // A page with a token for each right, as the control asks for it.
  await element.evaluate((drive: OneDriveControlElement, emulatorAddress) => {
    drive.sources = 'my-files app-folder';
    drive.getAccessToken = async ({ scopes }) => {
      const query = new URLSearchParams({ user: 'work@contoso.example', scope: scopes.join(' ') });
      const answer = await fetch(`${emulatorAddress}/_emulator/token?${query}`);
      return (await answer.json()).access_token;
    };
  }, site.emulator);
  await place.click();
  await expect(page.getByText('Nothing has been put here yet')).toBeVisible();
  await expectAccessible(page);

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).click();
  await (await chooser).setFiles([{ name: 'first.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
  await expect(oneDrive.row('first.txt')).toBeVisible();
  // It lies in the drive like any other folder.
  expect(
    (await oneDrive.breadcrumb.getByRole('listitem').allTextContents()).filter(Boolean).slice(0, 2),
  ).toEqual(['My files', 'Apps']);
  await tree.getByRole('treeitem', { name: 'My files' }).click();
  await oneDrive.expectFolder('My files');
  await place.click();
  await expect(oneDrive.row('first.txt')).toBeVisible();
});
