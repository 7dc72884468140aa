import type { Page, Request } from '@playwright/test';
import { expect, expectAccessible, test as base } from '../support/journey';
import { startPortal, type Portal } from '../support/portal';

const test = base.extend<{ readonly portal: Portal }>({
  portal: async ({ site }, use) => {
    const portal = await startPortal(site);
    await use(portal);
    await portal.close();
  },
});

/** A portal that has signed its user in already: it keeps a token for each set of scopes. */
const PORTAL = `
globalThis.asked = [];
globalThis.user ??= 'work@contoso.example';
const kept = new Map();
globalThis.getAccessToken = async (request) => {
  asked.push(request);
  if (user === '') throw new Error('Nobody is signed in here.');
  const key = user + request.scopes;
  if (request.forceRefresh) kept.delete(key);
  const query = new URLSearchParams({ user, scope: request.scopes.join(' ') });
  if (!kept.has(key)) {
    kept.set(key, fetch(EMULATOR + '/_emulator/token?' + query).then((answer) => answer.json()));
  }
  const { access_token: token, expires_in: seconds } = await kept.get(key);
  return { token, expiresOn: Date.now() + seconds * 1000 };
};
const control = document.createElement('onedrive-control');
Object.assign(control, { id: 'drive', getAccessToken, graph: EMULATOR + '/v1.0' });
document.querySelector('main').append(control);
`;

async function open(page: Page, portal: Portal, emulator: string): Promise<readonly Request[]> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  portal.setFile('/portal.js', `const EMULATOR = '${emulator}';${PORTAL}`);
  portal.setPage(`<main></main><script type="module" src="/portal.js"></script>
    <script type="module" src="/onedrive/onedrive-control.js"></script>`);
  await page.goto(portal.origin);
  return requests;
}

interface Asked {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly forceRefresh: boolean;
}

function asked(page: Page): Promise<Asked[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'asked'));
}

function becomes(page: Page, user: string): Promise<void> {
  return page.evaluate((address) => void Reflect.set(globalThis, 'user', address), user);
}

/** Calls a method of the element. */
function call(page: Page, method: string): Promise<void> {
  return page
    .locator('onedrive-control')
    .evaluate((element, name) => Reflect.get(element, name).call(element), method);
}

test('F003 a portal that has signed its user in shows the files at once, without MSAL and without a window', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  const requests = await open(page, portal, site.emulator);
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expectAccessible(page);

  await oneDrive.button('New folder').click();
  await page.getByRole('dialog').getByRole('textbox').fill('Of the portal');
  await page.keyboard.press('Enter');
  await expect(oneDrive.row('Of the portal')).toBeVisible();
  expect((await asked(page)).map(({ scopes, forceRefresh }) => [scopes.join(' '), forceRefresh])).toEqual([
    ['User.Read Files.Read', false],
    ['User.Read Files.Read Files.ReadWrite', false],
  ]);

  await oneDrive.button('Account').click();
  await expect(page.getByText('Signed in by this page')).toBeVisible();
  await expect(page.getByRole('menuitem')).toHaveText(['Renew sign-in', 'Connection details']);

  expect(await page.evaluate(() => 'msal' in globalThis)).toBe(false);
  expect(requests.filter((request) => /msal|oauth2|openid-configuration/.test(request.url()))).toEqual([]);
});

test('F003 F008 a token that has ended is renewed by the portal, and a challenge is passed on to it', async ({
  page,
  oneDrive,
  portal,
  site,
  emulator,
}) => {
  await open(page, portal, site.emulator);
  await expect(oneDrive.row('Documents')).toBeVisible();
  await emulator.advanceClock(3 * 3600_000);
  await call(page, 'refresh');
  expect((await asked(page)).map(({ forceRefresh }) => forceRefresh)).toEqual([false, true]);
  await emulator.faults([
    { match: { path: '/children' }, phase: 'before', effect: { kind: 'claims-challenge' } },
  ]);
  await call(page, 'refresh');
  const [last] = (await asked(page)).slice(-1);
  expect(JSON.parse(last?.claims ?? '')).toHaveProperty('access_token');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('where nobody is signed in, the card says that the page does it, and its button asks the page', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  await page.addInitScript(() => void Reflect.set(globalThis, 'user', ''));
  await open(page, portal, site.emulator);
  await expect(page.getByText('This page signs you in.')).toBeVisible();
  await expectAccessible(page);
  await becomes(page, 'work@contoso.example');
  await oneDrive.button('Try again').click();
  await expect(oneDrive.row('Documents')).toBeVisible();

  await becomes(page, 'personal@outlook.example');
  await call(page, 'connect');
  await expect(oneDrive.row('Trip to Lisbon')).toBeVisible();
  await oneDrive.button('Account').click();
  await expect(page.getByText('personal@outlook.example')).toBeVisible();
  await page.keyboard.press('Escape');

  await call(page, 'disconnect');
  await expect(page.getByText('This page signs you in.')).toBeVisible();
  await expect(oneDrive.files).toBeHidden();
});
