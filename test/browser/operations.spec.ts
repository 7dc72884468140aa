import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const changes = (page: Page) => page.getByRole('region', { name: 'Changes' });

/** What the service has in a folder of the drive. */
async function namesIn(oneDrive: OneDrivePage, folder: string): Promise<readonly string[]> {
  await oneDrive.row(folder).dblclick();
  await oneDrive.expectFolder(folder);
  const labels = await oneDrive.files
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.getAttribute('aria-label') ?? ''));
  await oneDrive.button('My files').click();
  await oneDrive.expectFolder('My files');
  return labels;
}

test('F082 F085 moves by the dialog, says so in one line, and takes it back', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await oneDrive.button('Move to').click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 items' });
  await expect(dialog.getByText('It is here already')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move to My files' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Empty folder' }).click();
  await expect(dialog.getByText('No folders here.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Move to Empty folder' }).click();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('2 items were moved to Empty folder')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
  await expectAccessible(page);
  expect(await namesIn(oneDrive, 'Empty folder')).toEqual(['Getting started.pdf', 'Read me first.md']);
  // The line has outlived the change of folders.
  await changes(page).getByRole('button', { name: 'Undo' }).click();
  await expect(changes(page).getByText('2 items are back where they were')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
  expect(await namesIn(oneDrive, 'Empty folder')).toEqual([]);
});

test('F082 keyboard alone makes a folder in the dialog and moves into it', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await oneDrive.button('Move to').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move Read me first.md' });
  const rows = dialog.getByRole('group', { name: 'Folders in My files' });
  await rows.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(rows.getByRole('button', { name: 'Documents' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move to Documents' })).toBeVisible();
  await dialog.getByRole('button', { name: 'New folder' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('From the dialog');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await dialog.getByRole('button', { name: 'Move to From the dialog' }).press('Enter');
  await expect(changes(page).getByText('Read me first.md was moved to From the dialog')).toBeVisible();
  await changes(page).getByRole('button', { name: 'Open From the dialog' }).press('Enter');
  await oneDrive.expectFolder('From the dialog');
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
});

test('F082 copies into another folder', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await oneDrive.button('Copy to').click();
  const dialog = page.getByRole('dialog', { name: 'Copy Read me first.md' });
  await dialog.getByRole('button', { name: 'Empty folder' }).click();
  await dialog.getByRole('button', { name: 'Copy to Empty folder' }).click();
  await oneDrive.allowChanges();
  await expect(oneDrive.transfers.getByText('1 item copied')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
  expect(await namesIn(oneDrive, 'Empty folder')).toEqual(['Read me first.md']);
});

test('F081 F086 deletes several; what is locked stays, with the reason, and is tried again alone', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await emulator.faults([
    { match: { method: 'DELETE' }, phase: 'before', nth: 2, effect: { kind: 'status', status: 423 } },
  ]);
  await oneDrive.row('Read me first.md').click();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await page.keyboard.press('Delete');
  const confirmation = page.getByRole('dialog', { name: 'Delete 2 items?' });
  await expect(confirmation.getByText(/can’t be undone here/)).toBeVisible();
  await confirmation.getByRole('button', { name: 'Delete' }).click();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText(/1 item was not deleted/)).toBeVisible();
  const failures = changes(page).getByRole('list', { name: 'What has failed, and why' });
  await expect(failures.getByRole('listitem')).toHaveText(/The file is in use/);
  await expectAccessible(page);
  // A work drive gives nothing back.
  await expect(changes(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const before = (await emulator.log()).filter(({ method }) => method === 'DELETE').length;
  await changes(page).getByRole('button', { name: 'Try again' }).click();
  await expect(changes(page).getByText('2 items were moved to the recycle bin')).toBeVisible();
  expect((await emulator.log()).filter(({ method }) => method === 'DELETE').length).toBe(before + 1);
  await expect(oneDrive.row('Getting started.pdf')).toHaveCount(0);
});

test('F080 F085 Control and Z gives a renamed file its name back', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await dialog.getByRole('textbox').fill('Read me last.md');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('Read me first.md is now called Read me last.md')).toBeVisible();
  await oneDrive.row('Read me last.md').focus();
  await page.keyboard.press('Control+z');
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
  await expect(oneDrive.row('Read me last.md')).toHaveCount(0);
});

test('F083 cut and paste by keyboard; a taken name is asked once, with both sides', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('Control+c');
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await page.keyboard.press('Control+v');
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
  await oneDrive.button('My files').click();
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('Control+x');
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'One name is taken there' });
  await expect(dialog.getByRole('checkbox', { name: /Yours/ })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: /Already there/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(oneDrive.row('Read me first 1.md')).toBeVisible();
  await oneDrive.button('My files').click();
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
});

test('F084 drags what is selected onto a folder, and back onto the path', async ({ page, oneDrive }) => {
  await oneDrive.row('Read me first.md').click();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await oneDrive.row('Read me first.md').dragTo(oneDrive.row('Empty folder'));
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('2 items were moved to Empty folder')).toBeVisible();
  await oneDrive.row('Empty folder').dblclick();
  await oneDrive.expectFolder('Empty folder');
  await expect(oneDrive.files.getByRole('row')).toHaveCount(3);
  await oneDrive.row('Read me first.md').dragTo(oneDrive.breadcrumb.getByText('My files'));
  await expect(changes(page).getByText('Read me first.md was moved to My files')).toBeVisible();
  await expect(oneDrive.files.getByRole('row')).toHaveCount(2);
});

test('F084 a folder is not dropped into itself, and one that is held over opens', async ({
  page,
  oneDrive,
}) => {
  const from = await oneDrive.row('Empty folder').boundingBox();
  const onto = await oneDrive.row('Documents').boundingBox();
  if (!from || !onto) throw new Error('No rows.');
  await page.mouse.move(from.x + 120, from.y + 15);
  await page.mouse.down();
  await page.mouse.move(from.x + 140, from.y + 20, { steps: 4 });
  await expect(page.getByText('It can’t be moved into itself')).toHaveCount(1);
  await page.mouse.move(onto.x + 140, onto.y + 15, { steps: 4 });
  await expect(page.getByText('Move to Documents')).toBeVisible();
  await oneDrive.expectFolder('Documents');
  await page.mouse.move(onto.x + 150, onto.y + 250, { steps: 4 });
  await page.mouse.up();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('Empty folder was moved to Documents')).toBeVisible();
  await expect(oneDrive.row('Empty folder')).toBeVisible();
});
