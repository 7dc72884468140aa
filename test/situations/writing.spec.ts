import type { OneDrivePage } from '../support/one-drive-page';
import { expect, test } from './support/situation';
import { requests } from './support/sign-in-steps';

async function createFolder(oneDrive: OneDrivePage, name: string): Promise<void> {
  await oneDrive.button('New folder').click();
  await oneDrive.page.getByRole('dialog').getByRole('textbox').fill(name);
  await oneDrive.page.keyboard.press('Enter');
}

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
