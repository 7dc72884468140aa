import { createFilesOnDisk } from '../support/files-on-disk';
import { expect, test } from './support/situation';
import { createFolder, HOUR, openWindow, press, requests } from './support/sign-in-steps';

test('#79 the first change asks for the right to it, once, and is done', async ({ emulator, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await createFolder(oneDrive, 'Plans');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Plans')).toBeVisible();
  await createFolder(oneDrive, 'More plans');
  await expect(oneDrive.row('More plans')).toBeVisible();
  expect(await requests(emulator, /\/authorize\b/)).toHaveLength(2);
});

test('#80 a change is met by a claims challenge: answered once, and done', async ({ emulator, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await createFolder(oneDrive, 'Plans');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Plans')).toBeVisible();
  await emulator.faults([
    {
      match: { method: 'POST', path: '/children' },
      phase: 'before',
      effect: { kind: 'claims-challenge' },
    },
  ]);
  await createFolder(oneDrive, 'Secret plans');
  await expect(oneDrive.row('Secret plans')).toBeVisible();
  expect(await requests(emulator, /\/authorize\b/)).toHaveLength(2);
});

test('#82 the sign-in has ended when files are uploaded: they wait, and are sent after it', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await createFolder(oneDrive, 'Plans');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Plans')).toBeVisible();
  await page.context().clearCookies({ domain: 'localhost' });
  await emulator.advanceClock(25 * HOUR);
  const disk = await createFilesOnDisk();
  await oneDrive.chooseFiles(await disk.write('Report.bin', 2_000));
  const dialog = page.getByRole('dialog', { name: 'Allow changes to your files' });
  const window = await openWindow(page, () => dialog.getByRole('button', { name: 'Continue' }).click());
  await press(window, 'Sign in');
  await expect(oneDrive.row('Report.bin')).toBeVisible();
  await disk.end();
});
