import type { Page } from '@playwright/test';
import type { OneDrivePage } from '../support/one-drive-page';
import { expect, test } from './support/situation';
import {
  call,
  expectClosed,
  HOUR,
  openFolder,
  openWindow,
  press,
  requests,
  startConnect,
} from './support/sign-in-steps';

const DAY = 25 * HOUR;

function signInAgain(oneDrive: OneDrivePage) {
  return oneDrive.page.getByRole('button', { name: 'Sign in again' });
}

test('#27 the page is loaded again: connected without a question to Microsoft', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  const before = await requests(emulator, /oauth2/);
  await page.reload();
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(await requests(emulator, /oauth2/)).toEqual(before);
});

test('#28 the token has ended: it is renewed without a word', async ({ page, emulator, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.advanceClock(2 * HOUR);
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /\/token\b/)).toHaveLength(2);
  await expect(signInAgain(oneDrive)).toHaveCount(0);
  expect(page.context().pages()).toHaveLength(1);
});

test('#29 after a day, login of the same site: a hidden frame renews it', async ({
  serve,
  emulator,
  open,
}) => {
  const oneDrive = await open({ portal: await serve() });
  await oneDrive.connect();
  await emulator.advanceClock(DAY);
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /authorize\?.*prompt=none/)).toHaveLength(1);
});

test('#30 after a day, login of another site, cookies blocked: one window, and the work goes on', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await openFolder(oneDrive, 'Documents', 'Projects');
  await emulator.advanceClock(DAY);
  await oneDrive.button('Refresh').click();
  await expect(signInAgain(oneDrive).first()).toBeVisible();
  // The window has its own site’s cookies: nothing is asked.
  await expectClosed(openWindow(page, () => signInAgain(oneDrive).first().click()));
  await expect(signInAgain(oneDrive)).toHaveCount(0);
  await oneDrive.expectFolder('Documents');
});

test('#31 nobody is signed in at Microsoft any more: the password is asked once', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await page.context().clearCookies({ domain: 'localhost' });
  await emulator.advanceClock(DAY);
  await oneDrive.button('Refresh').click();
  const window = await openWindow(page, () => signInAgain(oneDrive).first().click());
  await press(window, 'Sign in');
  await expect(signInAgain(oneDrive)).toHaveCount(0);
  await openFolder(oneDrive, 'Documents', 'Projects');
});

test('#32 an administrator revoked the sign-ins: told at once, and one window', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.changeAccount({ user: 'work@contoso.example', revokeSignIns: true });
  await oneDrive.button('Refresh').click();
  const window = await openWindow(page, () => signInAgain(oneDrive).first().click());
  await press(window, 'Sign in');
  await expect(signInAgain(oneDrive)).toHaveCount(0);
  await openFolder(oneDrive, 'Documents', 'Projects');
});

test('#33 Graph asks for more (claims challenge): answered once, without a window where it can be', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.faults([
    { match: { path: '/children' }, phase: 'before', effect: { kind: 'claims-challenge' } },
  ]);
  expect(await call(page, 'refresh')).toBe('done');
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /\/token\b/)).toHaveLength(2);
});

test('#34 a second factor is demanded in the middle of the work: one window, and it goes on', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.changeAccount({ user: 'work@contoso.example', conditionalAccess: 'require-mfa' });
  await emulator.advanceClock(2 * HOUR);
  await oneDrive.button('Refresh').click();
  const window = await openWindow(page, () => signInAgain(oneDrive).first().click());
  await press(window, 'Approve');
  await expect(signInAgain(oneDrive)).toHaveCount(0);
  await openFolder(oneDrive, 'Documents', 'Projects');
});

/** What a portal that has signed its user in knows of the session: the ID token's `sid`. */
function readSession(page: Page): Promise<string> {
  return page.evaluate(() => {
    const idToken = Object.entries(sessionStorage).find(([key]) => key.includes('|idtoken|'))?.[1] ?? '';
    const [, claims = ''] = String(JSON.parse(idToken).secret).split('.');
    return String(JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).sid);
  });
}

test('#83 the page names the session at Microsoft (sid): the files at once, without a window', async ({
  page,
  serve,
  emulator,
  open,
}) => {
  const portal = await serve();
  const first = await open({ portal });
  await first.connect();
  const sid = await readSession(page);
  await page.evaluate(() => sessionStorage.clear());
  const oneDrive = await open({ portal, attributes: `sid="${sid}"` });
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(await requests(emulator, /authorize\?.*&prompt=none&sid&/)).toHaveLength(1);
  expect(page.context().pages()).toHaveLength(1);
});

test('#84 the same, login of another site, cookies blocked: Connect, without an error', async ({
  page,
  open,
}) => {
  const first = await open();
  await first.connect();
  const sid = await readSession(page);
  await page.evaluate(() => sessionStorage.clear());
  const oneDrive = await open({ attributes: `sid="${sid}"` });
  await expect(oneDrive.connectButton).toBeVisible();
  await expect(page.getByText('Details')).toBeHidden();
  await expectClosed(startConnect(oneDrive));
  await expect(oneDrive.row('Documents')).toBeVisible();
});
