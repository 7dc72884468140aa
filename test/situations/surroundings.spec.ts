import { readFile } from 'node:fs/promises';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { OneDrivePage } from '../support/one-drive-page';
import { expect, test } from './support/situation';
import { expectClosed, HOUR, openWindow, press, startConnect, WORK } from './support/sign-in-steps';

/** What no hidden frame can renew, a window does, on a click. */
async function expectWindowAfterADay(oneDrive: OneDrivePage, emulator: EmulatorAdmin): Promise<void> {
  const { page } = oneDrive;
  await emulator.advanceClock(25 * HOUR);
  await oneDrive.button('Refresh').click();
  const again = page.getByRole('button', { name: 'Sign in again' }).first();
  await expect(again).toBeVisible({ timeout: 20_000 });
  await expectClosed(openWindow(page, () => again.click()));
  await expect(again).toBeHidden();
  await expect(oneDrive.row('Documents')).toBeVisible();
}

test('#50 the page’s policy forbids the login in frames: a window instead of a hidden frame', async ({
  serve,
  emulator,
  open,
}) => {
  const oneDrive = await open({ portal: await serve(), around: { frames: "'self'" } });
  await oneDrive.connect();
  await expectWindowAfterADay(oneDrive, emulator);
});

test('#51 the server answers the redirect page with the portal: Cancel gives Connect back', async ({
  portal,
  open,
}) => {
  portal.setFile('/onedrive/oauth2callback.html', '<!doctype html><title>The portal</title><h1>Welcome</h1>');
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(window.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('#52 tokens in memory only: nothing is stored, a reload connects with one click', async ({
  page,
  open,
}) => {
  const oneDrive = await open({ attributes: 'cache-location="memoryStorage"' });
  await oneDrive.connect();
  const stored = await page.evaluate(() =>
    JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)]),
  );
  expect(stored).not.toMatch(/accesstoken|refreshtoken|idtoken|contoso/i);
  await page.reload();
  await expectClosed(startConnect(oneDrive));
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#53 the browser refuses storage to the page', async ({ page, open }) => {
  await page.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    };
    Object.defineProperties(window, { sessionStorage: refuse, localStorage: refuse });
  });
  const oneDrive = await open();
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#54 offline while signing in: told, and it works again with the network', async ({ page, open }) => {
  const oneDrive = await open();
  await expect(oneDrive.connectButton).toBeVisible();
  await page.context().setOffline(true);
  const window = await startConnect(oneDrive);
  await window.close();
  // Where the page learns of it by itself there is nothing to give up any more.
  await oneDrive
    .button('Cancel')
    .click({ timeout: 2_000 })
    .catch(() => expect(page.getByText('No connection')).toBeVisible());
  await page.context().setOffline(false);
  await oneDrive.connect();
});

test('#55 the login host can’t be reached when the window has closed', async ({ page, emulator, open }) => {
  await emulator.faults([{ match: { path: '/token' }, phase: 'before', times: 9, effect: { kind: 'cut' } }]);
  const oneDrive = await open();
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(page.getByText('No connection')).toBeVisible();
  await emulator.clearFaults();
  await expectClosed(startConnect(oneDrive));
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#56 the login host is overloaded', async ({ page, emulator, open }) => {
  await emulator.faults([
    { match: { path: '/token' }, phase: 'before', effect: { kind: 'status', status: 503 } },
  ]);
  const oneDrive = await open();
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(page.getByText('OneDrive is not available right now')).toBeVisible();
});

test('#57 a script of the page has something frozen at window.msal', async ({ page, open }) => {
  await page.addInitScript(() => void Reflect.set(globalThis, 'msal', Object.freeze({ version: '2' })));
  const oneDrive = await open();
  await oneDrive.connect();
});

test('#85 the redirect page may not be framed (X-Frame-Options): a window instead of a hidden frame', async ({
  serve,
  emulator,
  open,
}) => {
  const portal = await serve();
  const callback = await readFile('dist/element/oauth2callback.html', 'utf8');
  portal.setFile('/onedrive/oauth2callback.html', callback, { 'X-Frame-Options': 'DENY' });
  const oneDrive = await open({ portal });
  await oneDrive.connect();
  await expectWindowAfterADay(oneDrive, emulator);
});
