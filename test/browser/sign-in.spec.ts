import { signIn } from '../support/one-drive-page';
import { expect, expectAccessible, test } from '../support/journey';

test('F001 Cancel and Try again work from the first second', async ({ page, oneDrive }) => {
  await page.goto('/');
  const first = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await expectAccessible(page);
  await first;
  const second = page.waitForEvent('popup');
  await oneDrive.button('Try again').click();
  const window = await second;
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
  await expect.poll(() => window.isClosed()).toBe(true);
  await oneDrive.connect();
});

test('a window closed by the user does not lock the page', async ({ page, oneDrive }) => {
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await (await opened).close();
  const again = page.waitForEvent('popup');
  await oneDrive.button('Try again').click();
  await signIn(await again, 'work@contoso.example');
  await expect(oneDrive.files).toBeVisible();
});

test('F012 declining the consent ends in a sentence, and can be done again', async ({ page, oneDrive }) => {
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const window = await opened;
  await window.getByRole('button', { name: 'work@contoso.example' }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Permission was not given')).toBeVisible();
  await expectAccessible(page);
});

test('F012 F015 an organisation that wants admin consent is told so', async ({ page, oneDrive }) => {
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const window = await opened;
  await window.getByRole('button', { name: 'adminconsent@contoso.example' }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: /without granting consent/i }).click();
  await expect(page.getByText('Your administrator has to approve this')).toBeVisible();
});

test('F005 F012 an account without a drive is told so, and can be switched', async ({ page, oneDrive }) => {
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await signIn(await opened, 'nodrive@contoso.example');
  await expect(page.getByRole('heading', { name: 'This account has no OneDrive' })).toBeVisible();
  await expectAccessible(page);
});

test('the second factor is part of the window', async ({ page, oneDrive }) => {
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const window = await opened;
  await window.getByRole('button', { name: 'mfa@contoso.example' }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Approve' }).click();
  await window.getByRole('button', { name: 'Accept' }).click();
  await expect(oneDrive.files).toBeVisible();
});

test('F006 a personal account sees its own drive', async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect('personal@outlook.example');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText('personal@outlook.example')).toBeVisible();
});

test('F007 a reload stays connected, and Disconnect forgets everything', async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
  await page.reload();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Disconnect' }).or(oneDrive.button('Disconnect')).click();
  await expect(oneDrive.connectButton).toBeVisible();
  const stored = await page.evaluate(() =>
    JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)]),
  );
  expect(stored).not.toMatch(/accesstoken|refreshtoken|"secret"/i);
});

test('signing out of Microsoft ends its session too: connecting again asks who it is', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out of Microsoft' }).click();
  const window = await opened;
  await expect.poll(() => window.isClosed()).toBe(true);
  await expect(oneDrive.connectButton).toBeVisible();
  const again = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await expect((await again).getByRole('button', { name: 'work@contoso.example' })).toBeVisible();
});

test('F005 another account takes the place of the first, which is not back after Disconnect and a reload', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Notes').dblclick();
  await oneDrive.expectFolder('Notes');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Switch account' }).click();
  await signIn(await opened, 'personal@outlook.example');
  await oneDrive.expectFolder('My files');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText('personal@outlook.example')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await expect(oneDrive.connectButton).toBeVisible();
  await page.reload();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('disconnecting leaves the session at Microsoft: connecting again asks nothing', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await oneDrive.connectButton.click();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('an expired token is renewed without a word', async ({ page, oneDrive, emulator }) => {
  await page.goto('/');
  await oneDrive.connect();
  await emulator.advanceClock(2 * 3_600_000);
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
});

test('F008 after a day the user signs in again and goes on where the work was', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await page.context().clearCookies({ domain: 'localhost' });
  await emulator.advanceClock(25 * 3_600_000);
  await oneDrive.button('Refresh').click();
  const again = page.getByRole('button', { name: 'Sign in again' }).first();
  await expect(again).toBeVisible({ timeout: 30_000 });
  const opened = page.waitForEvent('popup');
  await again.click();
  const window = await opened;
  await window.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0);
  await oneDrive.expectFolder('Documents');
});

test('F010 in a national cloud people sign in at its own place, and only its own Graph is asked', async ({
  page,
  oneDrive,
  request,
  site,
}) => {
  // The real places are out of reach: the emulator answers in their names.
  const login = 'https://login.partner.microsoftonline.cn';
  const graph = 'https://microsoftgraph.chinacloudapi.cn';
  const { clientId } = await (await request.get(`${site.page}/onedrive.config.json`)).json();
  const asked = new Set<string>();
  await page.context().route(/^https:/, async (route) => {
    const { origin, pathname, search } = new URL(route.request().url());
    asked.add(origin);
    const answer = await route.fetch({ url: `${site.emulator}${pathname}${search}`, maxRedirects: 0 });
    const headers = Object.entries(answer.headers()).map(([name, value]) => [
      name,
      value.replaceAll(site.emulator, login),
    ]);
    await route.fulfill({ response: answer, headers: Object.fromEntries(headers) });
  });
  await page.route('**/onedrive.config.json', (route) =>
    route.fulfill({ json: { clientId: clientId, tenant: 'common', cloud: 'china' } }),
  );
  // Its policy names the places of the emulator alone.
  await page.route(`${site.page}/`, async (route) => {
    const answer = await route.fetch();
    const { 'content-security-policy': _policy, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  expect([...asked].toSorted()).toEqual([login, graph]);
});
