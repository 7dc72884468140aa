import { expect, test } from '@playwright/test';
import { createEmulatorAdmin, type EmulatorAdmin } from '../support/emulator-admin';
import { OneDrivePage, signIn } from '../support/one-drive-page';
import { PORTALS } from './portals';

const { app, base, url } = PORTALS.portalPage;
const WORK = 'work@contoso.example';
let emulator: EmulatorAdmin;

test.beforeEach(async ({ request }) => {
  emulator = createEmulatorAdmin(request, PORTALS.emulator);
  await emulator.reset();
  await emulator.registerApp(app);
});

test('F163 F164 a record has its folder and its files, which open again after they were renamed and moved', async ({
  page,
  request,
}) => {
  const drive = new OneDrivePage(page);
  await page.goto(url);
  const window = page.waitForEvent('popup');
  await drive.connectButton.click();
  await signIn(await window, WORK);
  // The folder is made: the right to write is asked for then, and no sooner.
  await drive.allowChanges();
  await drive.expectFolder('Case 7');
  await drive.chooseFiles({ name: 'Report.txt', mimeType: 'text/plain', buffer: Buffer.from('found') });
  await drive.row('Report.txt').click();
  await page.getByRole('button', { name: 'Link the selected files' }).click();
  await expect(page.getByText('Linked: Report.txt')).toBeVisible();

  // Somebody tidies up in OneDrive on the web.
  const headers = { Authorization: `Bearer ${await emulator.token(WORK)}` };
  const patch = async (path: string, data: object) => {
    const answer = await request.patch(`${PORTALS.emulator}/v1.0/me/drive/root:/${path}`, { headers, data });
    expect(answer.ok()).toBe(true);
    return answer.json();
  };
  const { id } = await (
    await request.get(`${PORTALS.emulator}/v1.0/me/drive/root:/Documents`, { headers })
  ).json();
  await patch('Cases/Case%207/Report.txt', { name: 'Final report.txt', parentReference: { id } });
  await patch('Cases/Case%207', { name: 'Fabrikam' });

  // The connector of the portal, with its secret, tells the new name without anybody at the control.
  await page.goto(`${base}connector`);
  await page.getByRole('button', { name: 'Connect the portal' }).click();
  await expect(page.getByRole('status')).toHaveText('Connected');

  await page.goto(url);
  await drive.expectFolder('Fabrikam');
  await page.getByRole('button', { name: 'Final report.txt' }).click();
  await drive.expectFolder('Documents');
  await expect(drive.row('Final report.txt')).toBeVisible();
});

test('a wrong secret of the connector is told in words, and the control works all the same', async ({
  page,
}) => {
  await emulator.registerApp({ ...app, secret: 'a newer secret' });
  await page.goto(`${base}connector`);
  await page.getByRole('button', { name: 'Connect the portal' }).click();
  await page.getByRole('button', { name: WORK }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('status')).toContainText('AADSTS7000215: Invalid client secret provided');
  await page.goto(`${base}cases/8`);
  const drive = new OneDrivePage(page);
  // Microsoft knows the user by now: this window comes and goes by itself.
  const window = page.waitForEvent('popup');
  await drive.connectButton.click();
  await window;
  await drive.allowChanges();
  await drive.expectFolder('Case 8');
});
