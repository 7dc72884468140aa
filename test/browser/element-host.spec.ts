import { secretsIn } from '../situations/support/marked-secrets';
import { expect, startPick, test, type OneDriveControlElement } from '../support/element-page';

const CONTROL = '<onedrive-control id="drive" folder="Documents"></onedrive-control>';

test('F075 F123 files of the page are uploaded into the folder that it names, and told', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element, heard } = await open(CONTROL);
  await oneDrive.expectFolder('Documents');
  const names = await element.evaluate(async (drive: OneDriveControlElement) => {
    const blob = Object.assign(new Blob(['three']), { name: 'three.txt' });
    const open = await drive.upload(new File(['one'], 'one.txt'));
    const named = await drive.upload([new File(['two'], 'two.txt'), blob], { folder: 'Notes' });
    return [...open, ...named].map(({ name, size }) => `${name} ${size}`);
  });
  expect(names).toEqual(['one.txt 3', 'two.txt 3', 'three.txt 5']);
  await expect(oneDrive.row('one.txt')).toBeVisible();
  expect(await heard('od-upload')).toMatchObject([
    { item: { name: 'one.txt' } },
    { item: { name: expect.stringMatching(/two|three/) } },
    { item: { name: expect.stringMatching(/two|three/) } },
  ]);
  await element.evaluate((drive: OneDriveControlElement) => drive.navigate('Notes'));
  await expect(oneDrive.row('two.txt')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeVisible();
});

test('with keep-transfers an upload goes on without the element in the page, and is shown when it is back', async ({
  oneDrive,
  emulator,
  open,
}) => {
  const { element } = await open('<onedrive-control folder="Documents" keep-transfers></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  const delay = { kind: 'delay', ms: 700 } as const;
  await emulator.faults(
    [2, 5].map((nth) => ({ match: { method: 'PUT', origin: 'bytes' }, nth, phase: 'before', effect: delay })),
  );
  const seen = await element.evaluate(async (drive: OneDriveControlElement) => {
    const parent = drive.parentElement;
    const told = (type: string) =>
      new Promise((resolve) => drive.addEventListener(type, resolve, { once: true }));
    const send = async (name: string) => {
      const sent = drive.upload(new File([new Uint8Array(12 * 1024 * 1024)], name));
      await told('od-upload-progress');
      drive.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { sent };
    };
    const first = await send('Shown again.bin');
    parent?.append(drive);
    await told('od-transfers');
    const shown = drive.transfers?.tasks.map(({ name, state }) => `${name} ${state.status}`);
    const items = [...(await first.sent)];
    const second = await send('Arrived alone.bin');
    await told('od-upload');
    items.push(...(await second.sent));
    return { shown, sizes: items.map(({ name, size }) => `${name} ${size}`), isConnected: drive.isConnected };
  });
  expect(seen).toEqual({
    shown: ['Shown again.bin sending'],
    sizes: ['Shown again.bin 12582912', 'Arrived alone.bin 12582912'],
    isConnected: false,
  });
});

test('an upload that fails says which file, and what arrived all the same', async ({ oneDrive, open }) => {
  const { element } = await open('<onedrive-control folder="Documents" readonly></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.button('Upload')).toBeHidden();
  const failure = await element.evaluate(async (drive: OneDriveControlElement) => {
    const files = ['Contract.pdf', 'new.txt'].map((name) => new File(['x'], name));
    return drive.upload(files, { conflictBehavior: 'fail' }).catch((error) => ({
      code: error.code,
      uploaded: error.uploaded.map(({ name }: { readonly name: string }) => name),
      failed: error.failed.map(({ file }: { readonly file: File }) => file.name),
    }));
  });
  expect(failure).toEqual({ code: 'name-conflict', uploaded: ['new.txt'], failed: ['Contract.pdf'] });
  const codes = await element.evaluate(async (drive: OneDriveControlElement) => {
    const code = (error: unknown) =>
      error instanceof TypeError ? 'TypeError' : Reflect.get(Object(error), 'code');
    const file = new File(['x'], 'x.txt');
    const stop = new AbortController();
    const stopped = drive.upload([file], { signal: stop.signal }).catch(code);
    stop.abort();
    return [
      await stopped,
      await drive.upload([file], { folder: 'Nowhere' }).catch(code),
      await drive.upload(JSON.parse('"x.txt"')).catch(code),
    ];
  });
  expect(codes).toEqual(['cancelled', 'not-found', 'TypeError']);
});

test('what a page hears and sees of transfers carries no token and no preauthenticated address', async ({
  page,
  oneDrive,
  emulator,
  open,
}) => {
  const { element } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(sent.url()));
  // One upload meets a fault that becomes its error; what an error hangs on to is looked through, too.
  await emulator.faults([
    {
      match: { method: 'PUT', origin: 'bytes' },
      nth: 2,
      phase: 'before',
      effect: { kind: 'status', status: 403 },
    },
  ]);
  await element.evaluate((drive: OneDriveControlElement) => {
    const all: string[] = [];
    Reflect.set(globalThis, 'told', all);
    const textOf = (value: unknown, seen = new Set<unknown>()): string => {
      if (typeof value !== 'object' || value === null) return String(value);
      if (seen.has(value)) return '';
      seen.add(value);
      const names = Object.getOwnPropertyNames(value);
      return names.map((name) => `${name} ${textOf(Reflect.get(value, name), seen)}`).join(' ');
    };
    const markupOf = (root: Element | ShadowRoot): string =>
      root.innerHTML +
      [...root.querySelectorAll('*')]
        .map(({ shadowRoot }) => (shadowRoot ? markupOf(shadowRoot) : ''))
        .join('');
    drive.addEventListener('od-transfers', ({ detail }) => {
      all.push(textOf(detail), markupOf(document.body));
    });
  });
  const sent = await element.evaluate((drive: OneDriveControlElement) =>
    Promise.allSettled(
      ['One.bin', 'Two.bin'].map((name) => drive.upload(new File([new Uint8Array(12 * 1024 * 1024)], name))),
    ).then((all) => all.length),
  );
  expect(sent).toBe(2);
  const told = await page.evaluate(() => (Reflect.get(globalThis, 'told') as string[]).join('\n'));
  expect(told).toContain('Two.bin');
  expect(secretsIn(told)).toEqual([]);
  expect(asked.flatMap(secretsIn)).toContain('preauthenticated address');
});

test('what nobody is signed in for is refused, and refused again when the element has gone', async ({
  page,
  open,
}) => {
  const { element } = await open(CONTROL);
  await expect(page.getByRole('grid', { name: 'Files' })).toBeVisible();
  const codes = await element.evaluate(async (drive: OneDriveControlElement) => {
    const code = (error: unknown) =>
      error instanceof TypeError ? 'TypeError' : Reflect.get(Object(error), 'code');
    await drive.disconnect();
    const file = new File(['x'], 'x.txt');
    const refused = [await drive.upload(file).catch(code), await drive.navigate('Notes').catch(code)];
    drive.remove();
    return [...refused, await drive.pick().catch(code), await drive.refresh().catch(code)];
  });
  expect(codes).toEqual(['sign-in-needed', 'sign-in-needed', 'TypeError', 'TypeError']);
});

test('F123 navigate() goes to an item that an event or a call has given', async ({ oneDrive, open }) => {
  const { element, heard } = await open(CONTROL);
  await oneDrive.expectFolder('Documents');
  await element.evaluate((drive: OneDriveControlElement) =>
    drive.navigate('Documents/Projects/2026/Website'),
  );
  const website = (await heard('od-navigate')).at(-1)?.item;
  await element.evaluate((drive: OneDriveControlElement) => drive.navigate(''));
  await oneDrive.expectFolder('My files');
  if (!website) throw new Error('The folder was not told.');
  await element.evaluate((drive: OneDriveControlElement, item) => drive.navigate(item), website);
  await oneDrive.expectFolder('Website');
  expect((await heard('od-navigate')).at(-1)?.path).toBe('Documents/Projects/2026/Website');
});

test('F117 the page hears what is changed through the control, by whatever way, and nothing that has failed', async ({
  page,
  oneDrive,
  emulator,
  open,
}) => {
  const { heard } = await open(CONTROL);
  await oneDrive.expectFolder('Documents');
  const dialog = page.getByRole('dialog');
  const changes = async () =>
    (await heard('od-change')).map(({ kind, items }) => [kind, ...items.map(({ name }) => name)].join(' '));
  await oneDrive.button('New folder').click();
  await dialog.getByRole('textbox').fill('Case 7');
  await page.keyboard.press('Enter');
  await expect.poll(changes).toEqual(['create Case 7']);
  await oneDrive.chooseFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await expect(oneDrive.row('a.txt')).toBeVisible();
  await oneDrive.row('a.txt').click();
  await page.keyboard.press('F2');
  await dialog.getByRole('textbox').fill('b.txt');
  await page.keyboard.press('Enter');
  await expect(oneDrive.row('b.txt')).toBeVisible();
  await oneDrive.row('b.txt').click();
  await page.keyboard.press('Control+x');
  await oneDrive.row('Case 7').click();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Case 7');
  await page.keyboard.press('Control+v');
  await expect.poll(changes).toEqual(['create Case 7', 'upload a.txt', 'rename b.txt', 'move b.txt']);
  // What has failed is told as an error alone.
  await emulator.faults([
    { match: { method: 'DELETE' }, nth: 1, phase: 'before', effect: { kind: 'status', status: 423 } },
  ]);
  await oneDrive.row('b.txt').click();
  await page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await heard('od-error')).length).toBe(1);
  expect(await changes()).toHaveLength(4);
  await oneDrive.breadcrumb.getByRole('button', { name: 'Documents' }).click();
  await oneDrive.row('Contract.pdf').click();
  await page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await changes()).slice(4)).toEqual(['delete Contract.pdf']);
});

test('F126 F140 texts, actions and theme are the page’s, at any time', async ({ page, oneDrive, open }) => {
  const { element, heard } = await open(
    '<onedrive-control folder="Documents" can="download"></onedrive-control>',
  );
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.button('Upload')).toBeHidden();
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.can = 'upload rename';
    drive.strings = { 'command.upload': 'Hand in', 'list.label': '{broken' };
    drive.theme = 'teams-contrast';
  });
  await expect(oneDrive.button('Hand in')).toBeVisible();
  // What can't be read leaves ours.
  await expect(oneDrive.files).toBeVisible();
  await expect.poll(() => heard('od-error')).toMatchObject([{ code: 'configuration-invalid' }]);
  const background = () =>
    element.evaluate((drive) => {
      const view = drive.shadowRoot?.querySelector('section');
      return view ? getComputedStyle(view).backgroundColor : '';
    });
  await expect.poll(background).toBe('rgb(0, 0, 0)');
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.strings = undefined;
    drive.theme = 'light';
  });
  await expect(oneDrive.button('Upload')).toBeVisible();
  await expect.poll(background).toBe('rgb(255, 255, 255)');
  await oneDrive.row('Contract.pdf').click();
  await expect(page.getByRole('button', { name: 'Rename' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeHidden();
});

test('F141 sizes and dates follow the locale, also from the right to the left', async ({
  oneDrive,
  open,
}) => {
  const { element } = await open('<onedrive-control folder="Documents" locale="en"></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  /** Date and size of a file, without the marks that turn the writing round. */
  const said = async () => {
    const row = oneDrive.row('Contract.pdf').getByRole('gridcell');
    const texts = await row.evaluateAll((cells) => cells.map((cell) => cell.textContent));
    return [texts[2], texts[4]].map((text) => text?.replaceAll(/[\u200e\u200f]/g, ''));
  };
  await expect.poll(said).toEqual(['Aug 4, 2024', '1,018 bytes']);
  await element.evaluate((drive: OneDriveControlElement) => (drive.locale = 'de'));
  await expect.poll(said).toEqual(['04.08.2024', '1.018 Byte']);
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.locale = 'ar-EG';
    drive.dir = 'rtl';
  });
  await expect.poll(said).toEqual(['٠٤/٠٨/٢٠٢٤', '١٬٠١٨ بايت']);
  const placeOf = async (name: string) =>
    (await oneDrive.files.getByRole('columnheader', { name }).boundingBox())?.x ?? 0;
  await expect.poll(async () => (await placeOf('Name')) > (await placeOf('Size'))).toBe(true);
});

test('taken away while a dialog is open it leaves nothing behind, and put back it works again', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open(`<button id="before">Before</button>${CONTROL}`);
  await oneDrive.expectFolder('Documents');
  await oneDrive.button('New folder').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const drive = await element.elementHandle();
  await element.evaluate((target) => target.remove());
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Before' }).click();
  await expect(page.getByRole('button', { name: 'Before' })).toBeFocused();
  expect(await page.locator('[inert], [aria-hidden]').count()).toBe(0);
  await drive?.evaluate((target) => document.body.prepend(target));
  await oneDrive.expectFolder('Documents');
  await expect(page.getByRole('dialog')).toBeHidden();
  await oneDrive.button('New folder').click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('moved while it picks it goes on picking, by moveBefore and by append', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element, choose } = await open(`${CONTROL}<main></main>`);
  await oneDrive.expectFolder('Documents');
  const outcome = await startPick(element, { maxCount: 2 });
  await expect(choose).toBeVisible();
  await oneDrive.row('Contract.pdf').click();
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const drive = document.querySelector('onedrive-control');
    if (main && drive) Reflect.get(main, 'moveBefore').call(main, drive, null);
  });
  await page.evaluate(() => {
    const drive = document.querySelector('onedrive-control');
    if (drive) document.body.append(drive);
  });
  await oneDrive.row('Invoice 0042.pdf').getByRole('checkbox').click();
  await choose.click();
  expect(await outcome()).toBe('Contract.pdf,Invoice 0042.pdf');
});

test('its state is read by scripts and style sheets', async ({ page, open }) => {
  const { element } = await open(CONTROL);
  await expect(page.locator('onedrive-control:state(connected)')).toBeVisible();
  expect(await element.evaluate((drive: OneDriveControlElement) => drive.connection)).toMatchObject({
    state: 'connected',
    account: { username: 'work@contoso.example' },
  });
  await element.evaluate((drive: OneDriveControlElement) => drive.disconnect());
  await expect(page.locator('onedrive-control:state(signed-out)')).toBeVisible();
});
