import { expect, test, type Page } from '@playwright/test';
import { createEmulatorAdmin, type EmulatorAdmin } from '../support/emulator-admin';
import { OneDrivePage, signIn } from '../support/one-drive-page';
import { PORTALS } from './portals';

const { app, url } = PORTALS.accountSettings;
const WORK = 'work@contoso.example';
const HOUR = 3_600_000;
let emulator: EmulatorAdmin;

test.beforeEach(async ({ request }) => {
  emulator = createEmulatorAdmin(request, PORTALS.emulator);
  await emulator.reset();
  await emulator.registerApp(app);
});

async function signInAtPortal(page: Page, user: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: user }).click();
  await expect(page.getByRole('heading', { name: 'Account settings: Microsoft' })).toBeVisible();
}

test('F165 an account-settings page connects by the control’s own sign-in, tells until when, disconnects and connects again', async ({
  page,
}) => {
  await page.goto(`${url}/own-sign-in.html`);
  const card = new OneDrivePage(page, page.locator('#account'));
  const files = new OneDrivePage(page, page.locator('#files'));
  const connect = async (andAccept: boolean) => {
    await expect(card.place.getByText('See and open your files')).toBeVisible();
    const window = page.waitForEvent('popup');
    await card.button('Connect to Microsoft').click();
    const login = await window;
    // Microsoft still knows who it is after a disconnect, and has its consent.
    if (andAccept) await signIn(login, WORK);
  };
  await connect(true);
  await expect(card.place.getByText('Connected successfully!').first()).toBeVisible();
  await expect(card.place.getByText(WORK)).toBeVisible();
  await expect(card.place.getByText(/\(in \d+ minutes\), then renewed by itself/)).toBeVisible();
  await expect(card.place.getByText('Connected since')).toBeVisible();
  await expect(card.place.getByText('Files.Read – asked for and given')).toBeVisible();
  await expect(files.row('Documents')).toBeVisible();

  const since = card.place.locator('dd').nth(2);
  const begun = await since.textContent();
  await page.reload();
  await expect(since).toHaveText(begun ?? '');

  await card.button('Disconnect').click();
  await expect(page.locator('#files')).toBeHidden();
  const kept = await page.evaluate(
    (id) => [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => key.includes(id)),
    app.clientId,
  );
  expect(kept).toEqual([]);
  await connect(false);
  await expect(card.place.getByText('Connected successfully!').first()).toBeVisible();
});

test('F165 a portal whose server keeps secret and refresh token connects, renews, and is told of by its administrator', async ({
  page,
}) => {
  await signInAtPortal(page, 'Anna');
  const answers: string[] = [];
  page.on('request', (request) => answers.push(request.url()));
  await page.getByRole('button', { name: 'Connect to Microsoft' }).click();
  await signIn(page, WORK);
  await expect(page.getByRole('status').first()).toHaveText('Connected successfully!');
  await expect(page.getByText(`Connected as ${WORK}.`)).toBeVisible();
  const drive = new OneDrivePage(page);
  await expect(drive.row('Documents')).toBeVisible();
  // Neither tokens nor, in the end, the code stand in an address.
  expect(page.url()).toBe(`${url}/server-sign-in.html`);
  expect(answers.filter((address) => /access_token|refresh_token|client_secret/.test(address))).toEqual([]);

  // What Microsoft refuses now, the server renews without anybody.
  await emulator.advanceClock(2 * HOUR);
  await drive.button('Refresh').click();
  await drive.row('Documents').getByText('Documents', { exact: true }).click();
  await drive.expectFolder('Documents');

  // A page of another site is not handed a token.
  const foreign = await page.request.post(`${url}/api/microsoft/token`, {
    data: {},
    headers: { Origin: 'https://evil.example' },
  });
  expect(foreign.status()).toBe(403);

  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('Not connected.')).toBeVisible();
  await page.getByRole('button', { name: 'Connect to Microsoft' }).click();
  await page.getByRole('button', { name: WORK }).click();
  await expect(page.getByRole('status').first()).toHaveText('Connected successfully!');

  await signInAtPortal(page, 'Administrator');
  await page.goto(`${url}/administrator.html`);
  await expect(page.getByRole('row', { name: new RegExp(`Anna ${WORK} .* Connected`) })).toBeVisible();
});

test('a wrong secret, and an answer that nobody asked for, are told in words', async ({ page }) => {
  await emulator.registerApp({ ...app, secret: 'a newer secret' });
  await signInAtPortal(page, 'Ben');
  await page.getByRole('button', { name: 'Connect to Microsoft' }).click();
  await signIn(page, WORK);
  await expect(page.getByRole('alert')).toContainText('The client secret is wrong');
  await page.goto(`${url}/auth/oauth2/microsoft/callback/?code=x&state=y`);
  await expect(page.getByRole('alert')).toContainText('This answer was not asked for here');
});
