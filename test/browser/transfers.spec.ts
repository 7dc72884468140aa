import { utimes } from 'node:fs/promises';
import { createFilesOnDisk, type FilesOnDisk } from '../support/files-on-disk';
import { expect, test } from '../support/journey';

let disk: FilesOnDisk;
test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  disk = await createFilesOnDisk();
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
});
test.afterEach(() => disk.end());

test('F069 F070 a name that is taken asks, with sizes and dates of both, also later, and both can be kept', async ({
  page,
  oneDrive,
}) => {
  const path = await disk.write('Twice.txt', 1_000);
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Twice.txt')).toBeVisible();
  await disk.write('Twice.txt', 2_560);
  await utimes(path, new Date(), new Date('2027-03-04T10:05:00Z'));
  await oneDrive.chooseFiles(path);
  const question = page.getByRole('dialog', { name: 'One item needs your answer' });
  await expect(question.getByText('Both stay. Yours becomes “Twice 1.txt”.')).toBeVisible();
  const clash = question.getByRole('group', { name: 'Twice.txt' });
  await expect(
    clash
      .getByText(/^Yours/)
      .locator('..')
      .locator('..'),
  ).toHaveText(/Yours.*newer.*2\.5 kB.*Mar 4, 2027, 11:05 AM/);
  await expect(
    clash
      .getByText(/^Already there/)
      .locator('..')
      .locator('..'),
  ).toHaveText(/Already there.*1,000 bytes.*\d{4}, \d+:\d\d [AP]M.*by Alex Wilber/);
  // Esc only puts it off: the row goes on asking.
  await page.keyboard.press('Escape');
  await expect(oneDrive.transfers.getByRole('button', { name: 'Keep both' })).toBeVisible();
  await oneDrive.transfers.getByRole('button', { name: 'Decide…' }).click();
  await question.getByRole('button', { name: 'Continue' }).click();
  await expect(oneDrive.row('Twice 1.txt')).toBeVisible();
  await expect(oneDrive.row('Twice.txt')).toBeVisible();
});

test('F066 a running upload can be cancelled, and leaves nothing behind', async ({
  oneDrive,
  emulator,
  site,
  request,
}) => {
  const path = await disk.write('Given up.bin', 40 * 1024 * 1024);
  await emulator.faults([
    {
      match: { method: 'PUT', origin: 'bytes' },
      nth: 2,
      phase: 'before',
      effect: { kind: 'delay', ms: 60_000 },
    },
  ]);
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await oneDrive.transfers.getByRole('button', { name: 'Expand' }).click();
  await expect(oneDrive.transfers.getByText(/% of/)).toBeVisible();
  await oneDrive.transfers.getByRole('button', { name: 'Cancel Given up.bin' }).click();
  await expect(oneDrive.transfers.getByText('Cancelled').first()).toBeVisible();
  await emulator.clearFaults();
  const openSessions = async () =>
    JSON.stringify(await (await request.get(`${site.emulator}/_emulator/state`)).json());
  await expect.poll(openSessions, { timeout: 30_000 }).not.toContain('Given up.bin');
});

test('F063 F149 an upload waits without a network and goes on by itself', async ({
  page,
  oneDrive,
  emulator,
}) => {
  // Three fragments: one has arrived, one is slow, and one is left for the time without a network.
  const path = await disk.write('Patient.bin', 40 * 1024 * 1024);
  await oneDrive.chooseFiles(await disk.write('First.txt', 10));
  await oneDrive.allowChanges();
  await expect(oneDrive.row('First.txt')).toBeVisible();
  await emulator.faults([
    {
      match: { method: 'PUT', origin: 'bytes' },
      nth: 2,
      phase: 'before',
      effect: { kind: 'delay', ms: 3_000 },
    },
  ]);
  await oneDrive.chooseFiles(path);
  await expect(oneDrive.transfers.getByText(/% of/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(oneDrive.transfers.getByText('Waiting for the connection').first()).toBeVisible({
    timeout: 30_000,
  });
  await page.context().setOffline(false);
  await expect(oneDrive.row('Patient.bin')).toBeVisible({ timeout: 60_000 });
});

test('F077 an upload goes on while the user walks through folders, searches and comes back', async ({
  page,
  oneDrive,
  site,
}) => {
  const path = await disk.write('Walked.bin', 12 * 1024 * 1024);
  let goOn = () => {};
  const walked = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let fragments = 0;
  await page.route(`${site.bytes}/**`, async (route) => {
    fragments += Number(route.request().method() === 'PUT');
    if (fragments === 2) await walked;
    await route.continue();
  });
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await expect.poll(() => fragments).toBe(2);
  const onItsWay = () => expect(oneDrive.transfers.getByText(/% of|MB of 12 MB/).first()).toBeVisible();
  await onItsWay();
  await oneDrive.breadcrumb.getByRole('button', { name: 'My files' }).click();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await onItsWay();
  await oneDrive.search.fill('Contract');
  await expect(oneDrive.row('Contract.pdf')).toBeVisible();
  await onItsWay();
  goOn();
  await expect(oneDrive.transfers.getByText(/1 item uploaded/)).toBeVisible();
  await oneDrive.search.fill('');
  await page.goBack();
  await page.goBack();
  await oneDrive.expectFolder('Empty folder');
  await expect(oneDrive.row('Walked.bin')).toBeVisible();
});

test('F064 a file from the browser’s own picker goes on by itself behind a reload', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const size = 12 * 1024 * 1024;
  await emulator.faults([
    {
      match: { method: 'PUT', origin: 'bytes' },
      nth: 2,
      phase: 'before',
      effect: { kind: 'delay', ms: 60_000 },
    },
  ]);
  // No driver can press anything in the real one. A file of the origin's own is read again without a question.
  await page.evaluate(async (size) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('Picked.bin', { create: true });
    const writing = await handle.createWritable();
    await writing.write(Uint32Array.from({ length: size / 4 }, (_, at) => Math.imul(at, 2_654_435_761)));
    await writing.close();
    Reflect.set(globalThis, 'showOpenFilePicker', async () => [handle]);
  }, size);
  await oneDrive.button('Upload').click();
  await page.getByRole('menuitem', { name: 'Files' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.transfers.getByText(/MB of 12 MB/)).toBeVisible();
  await page.reload();
  await emulator.clearFaults();
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const address = `${site.emulator}/v1.0/me/drive/root:/Empty folder/Picked.bin`;
  const status = async () => (await request.get(address, { headers })).status();
  await expect.poll(status, { timeout: 60_000 }).toBe(200);
  const item = await (await request.get(address, { headers })).json();
  const remote = await (await request.get(item['@microsoft.graph.downloadUrl'])).body();
  const sent = Uint32Array.from({ length: size / 4 }, (_, at) => Math.imul(at, 2_654_435_761));
  expect(Buffer.compare(remote, Buffer.from(sent.buffer))).toBe(0);
});

test('F148 a throttled service is waited for, as long as it says', async ({ oneDrive, emulator }) => {
  const path = await disk.write('Throttled.txt', 500);
  await oneDrive.chooseFiles(await disk.write('First.txt', 10));
  await oneDrive.allowChanges();
  await expect(oneDrive.row('First.txt')).toBeVisible();
  await emulator.faults([
    {
      match: { method: 'PUT', path: '/content$' },
      phase: 'before',
      effect: { kind: 'status', status: 429, headers: { 'Retry-After': '2' } },
    },
  ]);
  await oneDrive.chooseFiles(path);
  await expect(oneDrive.row('Throttled.txt')).toBeVisible({ timeout: 60_000 });
});

test('no preauthenticated address reaches the document, the storage, the console or the history', async ({
  page,
  oneDrive,
  site,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await oneDrive.chooseFiles(await disk.write('Secret.bin', 6 * 1024 * 1024));
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Secret.bin')).toBeVisible({ timeout: 60_000 });
  await oneDrive.row('Secret.bin').click();
  const download = page.waitForEvent('download');
  await oneDrive.button('Download').click();
  expect((await download).url()).toContain(site.bytes);
  const seen = await page.evaluate(() => {
    const texts: string[] = [location.href, document.referrer];
    const read = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        texts.push(...[...element.attributes].map(({ value }) => value));
        if (element.shadowRoot) read(element.shadowRoot);
      }
    };
    read(document);
    texts.push(
      ...Object.values(sessionStorage),
      ...Object.values(localStorage),
      JSON.stringify(history.state),
    );
    return texts.join('\n');
  });
  expect(seen).toContain('/#/Empty%20folder');
  expect(seen).not.toContain(site.bytes);
  expect(lines.join('\n')).not.toContain(site.bytes);
});

test('F072 F073 before a byte is sent, a name that OneDrive would refuse is asked about, with a better one', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await oneDrive.chooseFiles(await disk.write('Minutes: May?.txt', 100));
  await oneDrive.allowChanges();
  const question = page.getByRole('dialog', { name: 'One item needs your answer' });
  await expect(question.getByRole('textbox')).toHaveValue('Minutes- May-.txt');
  const sent = async () =>
    (await emulator.log()).filter(({ method }) => method !== 'GET' && method !== 'OPTIONS');
  expect((await sent()).filter(({ path }) => path.startsWith('/v1.0'))).toEqual([]);
  await question.getByRole('button', { name: 'Continue' }).click();
  await expect(oneDrive.row('Minutes- May-.txt')).toBeVisible();
});

/** Where a small file is put. */
const isContentAddress = /\/content\b/;

test('F061 a picture of the clipboard is uploaded by Control and V, and gets a name', async ({
  page,
  context,
  oneDrive,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await oneDrive.files.click();
  await page.keyboard.press('Control+v');
  await oneDrive.allowChanges();
  await expect(oneDrive.files.getByRole('row', { name: /\.png$/ })).toBeVisible();
});

test('F068 F071 six small files are sent at a time, and the panel tells files, bytes, speed and time left', async ({
  page,
  oneDrive,
}) => {
  const paths = await Promise.all(
    Array.from({ length: 14 }, (_, place) => disk.write(`Small ${place + 1}.bin`, 300 * 1024)),
  );
  const sent = { now: 0, most: 0 };
  page.on('requestfinished', (request) => {
    if (isContentAddress.test(request.url()) && request.method() === 'PUT') sent.now -= 1;
  });
  await page.route(isContentAddress, async (route) => {
    sent.now += 1;
    sent.most = Math.max(sent.most, sent.now);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await oneDrive.chooseFiles(paths);
  await oneDrive.allowChanges();
  await expect(oneDrive.transfers.getByRole('heading')).toHaveText(/^Uploading \d+ of 14 – .+ left$/);
  await expect(oneDrive.transfers).toContainText(/[\d.]+ (kB|MB) of 4\.1 MB.*[\d.]+ (kB|MB)\/s/);
  await expect(oneDrive.transfers.getByRole('progressbar', { name: 'Overall progress' })).toBeVisible();
  await expect(oneDrive.transfers.getByText('14 items uploaded')).toBeVisible();
  expect(sent.most).toBe(6);
});

test.describe(() => {
  // Its session is asked once more.
  test.use({ signedInBefore: false });

  test('F152 a long upload outlives its token and its session, without a question', async ({
    page,
    oneDrive,
    emulator,
  }) => {
    const path = await disk.write('Long.bin', 24 * 1024 * 1024);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let fragments = 0;
    await page.route(/uploadSession/, async (route) => {
      fragments += route.request().method() === 'PUT' ? 1 : 0;
      if (fragments === 2) await released;
      await route.continue();
    });
    await oneDrive.chooseFiles(path);
    await oneDrive.allowChanges();
    await expect.poll(() => fragments).toBe(2);
    await emulator.advanceClock(2 * 3_600_000);
    release();
    await expect(oneDrive.row('Long.bin')).toBeVisible({ timeout: 30_000 });
    await expect(oneDrive.transfers.getByText('1 item uploaded')).toBeVisible();
    // The token was refused, and renewed without a word.
    const log = await emulator.log();
    expect(log.some(({ status, path: asked }) => status === 401 && asked.startsWith('/v1.0/'))).toBe(true);
    await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0);
  });
});
