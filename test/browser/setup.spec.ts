import { expect, expectAccessible, test } from '../support/journey';
import { signIn } from '../support/one-drive-page';

test('F011 F172 from an empty registration to a working control, with a mistake on the way', async ({
  page,
  oneDrive,
  request,
  site,
}) => {
  // Four pages and two windows, one after the other.
  test.slow();
  await page.route('**/onedrive.config.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set-up assistant' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Cloud').selectOption({ label: 'The emulator on this computer (for development)' });
  await page.getByLabel('Address of the emulator').fill(site.emulator);
  await page.getByRole('radio', { name: 'Accounts of any organisation', exact: true }).check();
  await page.getByRole('button', { name: 'Next: Name and address' }).click();
  await expect(page.getByRole('heading', { name: 'Name and address' })).toBeFocused();
  const redirectUri = `${site.page}/oauth2callback.html`;
  await expect(page.getByRole('region', { name: 'Redirect URI of this page' })).toHaveText(redirectUri);
  await page.getByLabel('Name of the app').fill("O'Brien’s files");
  await page.getByRole('button', { name: 'Next: Permissions' }).click();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Next: Register' }).click();
  await page.getByRole('radio', { name: 'Request' }).check();
  const registration =
    (await page.getByRole('region', { name: 'Request' }).innerText()).split('\n\n')[1] ?? '';
  const clientId = await page.getByLabel('Application (client) ID').inputValue();
  expect(JSON.parse(registration)).toMatchObject({ clientId, name: "O'Brien’s files", spa: [redirectUri] });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Next: Copy the ids' }).click();
  await page.getByLabel('Application (client) ID').fill('my-app');
  await expect(page.getByText('This is not an Application (client) ID')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Application (client) ID').fill(`Application (client) ID : ${clientId}`);
  await expect(page.getByText(`Understood: ${clientId}`)).toBeVisible();

  // What was entered outlives a reload.
  await page.reload();
  await page.getByRole('button', { name: '6. Use it' }).click();
  const file = page.getByRole('region', { name: 'This page: onedrive.config.json' });
  const authority = `${site.emulator}/organizations`;
  expect(JSON.parse(await file.innerText())).toEqual({ clientId, authority });
  await expectAccessible(page);

  // Forgotten to run the command: the window says so, and the way back leads to a working page.
  await page.getByRole('button', { name: 'Open OneDrive with these settings' }).click();
  await expect(page.getByRole('note')).toContainText('for this tab only');
  const refused = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await expect((await refused).getByText('AADSTS700016').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const answer = await request.post(`${site.emulator}/_emulator/apps`, { data: JSON.parse(registration) });
  expect(answer.ok()).toBe(true);
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await signIn(await opened, 'work@contoso.example');
  await expect(oneDrive.row('Documents')).toBeVisible();

  await page.getByRole('button', { name: 'Stop using them' }).click();
  await expect(page.getByRole('heading', { name: 'Set-up assistant' })).toBeVisible();
});

test('where the assistant is hidden, a page without a client id says who has to configure it', async ({
  page,
}) => {
  await page.route('**/onedrive.config.json', (route) => route.fulfill({ json: { setup: false } }));
  await page.goto('/?setup');
  await expect(page.getByRole('alert')).toContainText('Whoever administers it has to set the client id');
  await expect(page.getByRole('link', { name: 'Open the set-up assistant' })).toHaveCount(0);
});

test('F167 by a foreign name the development server answers only where it was allowed, and without the emulator', async ({
  request,
  site,
}) => {
  const ask = (host: string) => request.get(`${site.page}/onedrive.config.json`, { headers: { Host: host } });
  expect((await ask('rebound.example')).status()).toBe(403);
  expect((await ask('tunnel.example')).status()).toBe(404);
  expect((await ask(new URL(site.page).host)).status()).toBe(200);
});
