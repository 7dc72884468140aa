import type { APIRequestContext } from '@playwright/test';
import { expect, startSave, test } from '../support/element-page';
import { expectAccessible } from '../support/journey';

/** What the drive holds: the emulator's own answer. */
async function contentOf(request: APIRequestContext, emulator: string, token: string, path: string) {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await request.get(`${emulator}/v1.0/me/drive/root:/${path}:/content`, { headers });
  return answer.ok() ? (await answer.body()).toString() : answer.status();
}

test('F052 save() lets the user choose folder and name, and the file is there', async ({
  page,
  oneDrive,
  open,
  request,
  site,
  emulator,
}) => {
  const { element, heard } = await open('<onedrive-control></onedrive-control>');
  await expect(oneDrive.row('Documents')).toBeVisible();
  const saved = await startSave(element, { name: 'Scan.pdf', size: 900 });
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Contract.pdf')).toHaveAttribute('aria-disabled', 'true');
  await name.press('ControlOrMeta+a');
  await name.pressSequentially('Contract.pdf');
  await expectAccessible(page);
  await name.press('Enter');
  await expect(page.getByRole('group', { name: /already a file called Contract.pdf/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  expect(await saved()).toBe('Contract 1.pdf');
  await expect(oneDrive.row('Contract 1.pdf')).toBeVisible();
  expect(await heard('od-save')).toMatchObject([
    { item: { name: 'Contract 1.pdf' }, folder: { name: 'Documents' }, name: 'Contract 1.pdf' },
  ]);
  const token = await emulator.token('work@contoso.example', 'Files.Read');
  expect(await contentOf(request, site.emulator, token, 'Documents/Contract 1.pdf')).toBe('x'.repeat(900));
});

test('a connection that is lost in the middle is waited for; Cancel gives up, and nothing is left', async ({
  page,
  oneDrive,
  open,
  emulator,
}) => {
  const { element, heard } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  const slowly = { match: { method: 'PUT', origin: 'bytes' }, phase: 'before' } as const;
  await emulator.faults([{ ...slowly, nth: 2, effect: { kind: 'delay', ms: 2_000 } }]);
  // Three fragments: one has arrived, one is slow, and one is left for the time without a connection.
  const saved = await startSave(element, { name: 'Film.bin', size: 32 * 1024 * 1024 });
  const tray = page.getByRole('region', { name: 'Saving' });
  await tray.getByRole('button', { name: 'Save here' }).click();
  await expect(tray.getByText(/^Saving Film.bin: \d+% of/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(tray.getByText('Saving Film.bin: Waiting for the connection')).toBeVisible();
  await page.context().setOffline(false);
  expect(await saved()).toBe('Film.bin');

  await emulator.faults([{ ...slowly, effect: { kind: 'delay', ms: 60_000 } }]);
  const givenUp = await startSave(element, { name: 'Never.bin', size: 12 * 1024 * 1024 });
  await tray.getByRole('button', { name: 'Save here' }).click();
  await expect(tray.getByText(/^Saving Never.bin/)).toBeVisible();
  await tray.getByRole('button', { name: 'Cancel' }).click();
  expect(await givenUp()).toBe('cancelled');
  await emulator.clearFaults();
  expect(await heard('od-cancel')).toEqual([{}]);
  await expect.poll(async () => JSON.stringify(await emulator.state())).not.toContain('Never.bin');
});

test('F052 F137 F139 mode save has what the page gives, in 320 pixels, from the right', async ({
  page,
  oneDrive,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { element, heard } = await open(
    '<onedrive-control mode="save" folder="Empty folder" dir="rtl"></onedrive-control>',
  );
  await oneDrive.expectFolder('Empty folder');
  const save = page.getByRole('button', { name: 'Save here' });
  await expect(save).toHaveAttribute('aria-description', 'There is nothing to save yet.');
  await element.evaluate((drive: HTMLElement) =>
    Object.assign(drive, { files: new File(['pages'], 'Scan.pdf') }),
  );
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Scan.pdf');
  await expectAccessible(page);
  await save.click();
  await expect.poll(() => heard('od-save')).toMatchObject([{ name: 'Scan.pdf' }]);
  await expect(page.getByRole('region', { name: 'Saving' })).toContainText(
    'Scan.pdf is saved in Empty folder.',
  );
});
