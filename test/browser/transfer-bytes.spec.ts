import { readFile, utimes } from 'node:fs/promises';
import { createQuickXorHash } from '../../src/lib';
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

test('F062 F063 a fragment that was applied but never answered is not sent into the file twice', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const path = await disk.write('Lost answer.bin', 12 * 1024 * 1024);
  await emulator.faults([
    { match: { method: 'PUT', origin: 'bytes' }, nth: 2, phase: 'after', effect: { kind: 'cut' } },
  ]);
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Lost answer.bin')).toBeVisible({ timeout: 60_000 });
  await expect(oneDrive.files.getByRole('row')).toHaveCount(2);
  expect(page.workers(), 'its hash has a thread of its own, which the page’s policy allows').toHaveLength(1);
  const token = await emulator.token('work@contoso.example');
  const authorization = { Authorization: `Bearer ${token}` };
  const item = await request.get(`${site.emulator}/v1.0/me/drive/root:/Empty folder/Lost answer.bin`, {
    headers: authorization,
  });
  const remote = await request.get((await item.json())['@microsoft.graph.downloadUrl']);
  expect(Buffer.compare(await remote.body(), await readFile(path))).toBe(0);
});

test('F074 F076 a file keeps its own time, and its hash is the one of the service', async ({
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const path = await disk.write('Old.bin', 5 * 1024 * 1024);
  await utimes(path, new Date('2019-03-04T05:06:07Z'), new Date('2019-03-04T05:06:07Z'));
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Old.bin')).toBeVisible();
  const hash = createQuickXorHash();
  hash.update(await readFile(path));
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const answer = await request.get(`${site.emulator}/v1.0/me/drive/root:/Empty folder/Old.bin`, { headers });
  expect(await answer.json()).toMatchObject({
    fileSystemInfo: { lastModifiedDateTime: '2019-03-04T05:06:07Z' },
    file: { hashes: { quickXorHash: hash.digest() } },
  });
});

/** Where a small file is put. */
const isContentAddress = /\/content\b/;

test('F171 what arrives with other bytes is not taken for the file: it says so, and is sent again', async ({
  page,
  oneDrive,
  request,
  emulator,
  site,
}) => {
  const path = await disk.write('Changed on the way.bin', 300 * 1024);
  const original = await readFile(path);
  await page.route(isContentAddress, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const other = Buffer.from(original);
    other.writeUInt8(other.readUInt8(1_000) ^ 1, 1_000);
    return route.continue({ postData: other });
  });
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  const panel = page.getByRole('region', { name: 'Transfers' });
  await expect(panel).toContainText('What arrived differs from the original');
  await page.unroute(isContentAddress);
  await panel.getByRole('button', { name: 'Retry Changed on the way.bin' }).click();
  // What has arrived stays until somebody says otherwise: others may have opened it meanwhile.
  await panel.getByRole('button', { name: 'Replace' }).click();
  await expect(panel.getByText('What arrived differs from the original')).toHaveCount(0);
  await expect
    .poll(async () => {
      const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
      const answer = await request.get(
        `${site.emulator}/v1.0/me/drive/root:/Empty folder/Changed on the way.bin:/content`,
        { headers },
      );
      return Buffer.compare(await answer.body(), original);
    })
    .toBe(0);
});
