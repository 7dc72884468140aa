import { join, relative } from 'node:path';
import { createFilesOnDisk, sha256, type FilesOnDisk } from '../support/files-on-disk';
import { expect, expectAccessible, test } from '../support/journey';
import { hashZipEntries } from '../support/read-zip';

let disk: FilesOnDisk;
test.beforeEach(async () => {
  disk = await createFilesOnDisk();
});
test.afterEach(() => disk.end());

test('F001 F002 F016 F017 F059 F060 F062 F087 F108 F133 F153 F169 a newcomer connects, opens three folders, uploads and downloads, and gets the same bytes', async ({
  page,
  oneDrive,
}) => {
  const large = await disk.write('Holiday film.mp4', 25 * 1024 * 1024);
  const small: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    small.push(await disk.write(`Fifty files/part ${index % 5}/file ${index}.bin`, 1_000 + index * 997));
  }

  await test.step('connects and consents', async () => {
    await page.goto('/');
    await expect(oneDrive.connectButton).toBeVisible();
    await expectAccessible(page);
    await oneDrive.connect();
    await expectAccessible(page);
  });

  await test.step('opens three folders', async () => {
    await oneDrive.row('Pictures').getByText('Pictures').click();
    await oneDrive.expectFolder('Pictures');
    await oneDrive.breadcrumb.getByRole('button', { name: 'My files' }).click();
    await oneDrive.row('Documents').dblclick();
    await oneDrive.expectFolder('Documents');
    await oneDrive.row('Projects').focus();
    await page.keyboard.press('Enter');
    await oneDrive.expectFolder('Projects');
  });

  await test.step('uploads a file of 25 MB, allowing changes first', async () => {
    await oneDrive.chooseFiles(large);
    await expectAccessible(page);
    await oneDrive.allowChanges();
    await expect(oneDrive.row('Holiday film.mp4')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('uploads a folder of 50 files', async () => {
    await oneDrive.chooseFolder(join(disk.folder, 'Fifty files'));
    await expect(oneDrive.row('Fifty files')).toBeVisible();
    await expect(oneDrive.transfers.getByText(/51 items uploaded/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });

  await test.step('downloads the file: the bytes are equal', async () => {
    await oneDrive.row('Holiday film.mp4').getByRole('checkbox').click();
    const download = page.waitForEvent('download');
    await oneDrive.button('Download').click();
    const saved = join(disk.folder, 'downloaded.mp4');
    await (await download).saveAs(saved);
    expect((await download).suggestedFilename()).toBe('Holiday film.mp4');
    expect(await sha256(saved)).toBe(await sha256(large));
  });

  await test.step('downloads the folder: all 50 are in the zip, their bytes equal', async () => {
    await page.keyboard.press('Escape');
    await oneDrive.row('Fifty files').click();
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await oneDrive.button('Download').click();
    const zip = join(disk.folder, 'fifty.zip');
    await (await download).saveAs(zip);
    const inZip = await hashZipEntries(zip);
    for (const path of small) {
      const name = relative(disk.folder, path).replaceAll('\\', '/');
      expect(inZip.get(name), name).toBe(await sha256(path));
    }
  });
});

test('F154 the sources themselves connect, upload and download', async ({ page, oneDrive }, { project }) => {
  test.skip(project.name !== 'development', 'The build plays the whole journey.');
  const path = await disk.write('Notes.txt', 2_000);
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.chooseFiles(path);
  await oneDrive.allowChanges();
  await oneDrive.row('Notes.txt').getByRole('checkbox').click();
  const download = page.waitForEvent('download');
  await oneDrive.button('Download').click();
  const saved = join(disk.folder, 'downloaded.txt');
  await (await download).saveAs(saved);
  expect(await sha256(saved)).toBe(await sha256(path));
});
