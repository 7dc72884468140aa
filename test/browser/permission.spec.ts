import { createFilesOnDisk, type FilesOnDisk } from '../support/files-on-disk';
import { expect, expectAccessible, test } from '../support/journey';

let disk: FilesOnDisk;
test.beforeEach(async ({ page, oneDrive }) => {
  disk = await createFilesOnDisk();
  await page.goto('/');
  await oneDrive.connect();
});
test.afterEach(() => disk.end());

test('F004 F059 dropped files wait for the permission, and are uploaded after it', async ({
  page,
  oneDrive,
}) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped by a person'], 'Dropped.txt', { type: 'text/plain' }));
    return transfer;
  });
  await oneDrive.files.dispatchEvent('dragenter', { dataTransfer: data });
  await oneDrive.files.dispatchEvent('dragover', { dataTransfer: data });
  await expect(page.getByText('Upload to My files')).toBeVisible();
  await oneDrive.files.dispatchEvent('drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Allow changes to your files' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Dropped.txt')).toBeVisible();
});

test('F004 F067 saying “Not now” loses nothing and asks again at the next write', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.button('New folder').click();
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await dialog.getByRole('textbox').fill('Plans');
  await dialog.getByRole('button', { name: 'Create' }).click();
  const permission = page.getByRole('dialog', { name: 'Allow changes to your files' });
  await permission.getByRole('button', { name: 'Not now' }).click();
  await expect(permission).toBeHidden();
  await expect(dialog.getByRole('textbox')).toHaveValue('Plans');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Plans')).toBeVisible();
});

test('an upload whose window was given up is kept, and goes on after a retry', async ({ page, oneDrive }) => {
  await oneDrive.chooseFiles(await disk.write('Report.bin', 2_000));
  const permission = page.getByRole('dialog', { name: 'Allow changes to your files' });
  const opened = page.waitForEvent('popup');
  await permission.getByRole('button', { name: 'Continue' }).click();
  const window = await opened;
  await permission.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => window.isClosed()).toBe(true);
  await expect(oneDrive.transfers.getByText('Permission was not given')).toBeVisible();
  await oneDrive.transfers.getByRole('button', { name: 'Retry failed' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Report.bin')).toBeVisible();
});

test('F004 F014 reading asks for Files.Read only, writing adds Files.ReadWrite, and what was asked and given is shown', async ({
  page,
  oneDrive,
  emulator,
}) => {
  const scopes = async () =>
    (await emulator.log())
      .filter(({ path }) => path.endsWith('/authorize'))
      .map(({ query }) => new URLSearchParams(query).get('scope') ?? '');
  const details = page.getByRole('dialog', { name: 'Your connection' });
  const expectGiven = async (...given: string[]) => {
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Connection details' }).click();
    for (const scope of given)
      await expect(details.getByText(`${scope} – asked for and given`)).toBeVisible();
    await expect(details.getByText('not given')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
  };
  await expectGiven('User.Read', 'Files.Read');
  expect((await scopes()).join(' ')).toContain('Files.Read');
  expect((await scopes()).join(' ')).not.toContain('ReadWrite');
  await oneDrive.button('New folder').click();
  await page.getByRole('dialog').getByRole('textbox').fill('Asked');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Asked')).toBeVisible();
  expect((await scopes()).join(' ')).toContain('Files.ReadWrite');
  await expectGiven('Files.ReadWrite');
});
