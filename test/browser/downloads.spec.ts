import { createHash } from 'node:crypto';
import { expect, test } from '../support/journey';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { APIRequestContext } from '@playwright/test';
import type { Site } from '../support/sites';

const PART = Buffer.alloc(8 * 1024 * 1024, 'all of these bytes. ');
/** Above the size from which a zip is not collected in memory. */
const PARTS = 13;

interface Drive {
  readonly request: APIRequestContext;
  readonly emulator: EmulatorAdmin;
  readonly site: Site;
}

/** A folder of 104 MB, of which one file is uploaded and the others are its copies. */
async function makeLargeFolder({ request, emulator, site }: Drive): Promise<void> {
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const root = `${site.emulator}/v1.0/me/drive/root`;
  await request.post(`${root}/children`, { headers, data: { name: 'Large', folder: {} } });
  const { id } = await (await request.put(`${root}:/Large/1.bin:/content`, { headers, data: PART })).json();
  for (let number = 2; number <= PARTS; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a folder takes one at a time
    await request.post(`${site.emulator}/v1.0/me/drive/items/${id}/copy`, {
      headers,
      data: { name: `${number}.bin` },
    });
  }
}

test('F065 F087 a large folder is written as a zip into the file of the user’s choice, with a pause in between', async ({
  page,
  oneDrive,
  request,
  emulator,
  site,
}) => {
  await makeLargeFolder({ request, emulator, site });
  // Nobody can click in the system's own dialog: the file that is chosen lies in the page's private file system.
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
      if (!navigator.userActivation.isActive) throw new DOMException('No click.', 'SecurityError');
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle(suggestedName, { create: true });
    });
  });
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Large').click();
  await emulator.faults([
    {
      match: { method: 'GET', origin: 'bytes', path: 'download.aspx' },
      nth: 3,
      phase: 'before',
      effect: { kind: 'delay', ms: 3_000 },
    },
  ]);
  let asked = 0;
  const third = page.waitForRequest((sent) => sent.url().includes('download.aspx') && (asked += 1) === 3);
  await oneDrive.button('Download').click();
  await third;
  const { transfers } = oneDrive;
  await transfers.getByRole('button', { name: 'Expand' }).click();
  await transfers.getByRole('button', { name: 'Pause Large.zip' }).click();
  await expect(transfers).toContainText('Paused at 15%');
  const size = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle('Large.zip')).getFile()).size;
    });
  expect(await size(), 'nothing is there before it is whole').toBe(0);
  await transfers.getByRole('button', { name: 'Resume Large.zip' }).click();
  await expect(transfers).toContainText('Saved as Large.zip', { timeout: 60_000 });
  expect(await size()).toBeGreaterThan(PARTS * PART.length);
  const expected = createHash('sha256').update(PART).digest('base64');
  expect(await page.evaluate(hashEntries)).toEqual(Array.from({ length: PARTS }, () => expected));
});

/** The SHA-256 of each file in the zip, by the directory at its end. */
async function hashEntries(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle('Large.zip')).getFile();
  const read = async (start: number, length: number) =>
    new DataView(await file.slice(start, start + length).arrayBuffer());
  const end = await read(file.size - 22, 22);
  const directory = await read(end.getUint32(16, true), end.getUint32(12, true));
  const hashes: string[] = [];
  for (let at = 0; at < directory.byteLength;) {
    const size = directory.getUint32(at + 24, true);
    const header = directory.getUint32(at + 42, true);
    const lengths = [28, 30, 32].map((field) => directory.getUint16(at + field, true));
    at += lengths.reduce((sum, length) => sum + length, 46);
    // A folder has none.
    if (size === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that memory holds one
    const local = await read(header, 30);
    const start = header + 30 + local.getUint16(26, true) + local.getUint16(28, true);
    // oxlint-disable-next-line no-await-in-loop
    const digest = await crypto.subtle.digest('SHA-256', await read(start, size));
    hashes.push(btoa(String.fromCharCode(...new Uint8Array(digest))));
  }
  return hashes;
}
