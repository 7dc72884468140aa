import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { OneDrivePage } from '../support/one-drive-page';
import { expect, test, type SituationParts } from './support/situation';
import { expectClosed, HOUR, openWindow, press, requests, startConnect, WORK } from './support/sign-in-steps';

const TOKEN = /\/oauth2\/v2\.0\/token/;
const UNAVAILABLE = 'OneDrive is not available right now';

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

async function expectNobodyStored(page: Page): Promise<void> {
  const stored = await page.evaluate(() =>
    JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)]),
  );
  expect(stored).not.toMatch(/accesstoken|refreshtoken|idtoken|contoso/i);
}

/** The request for the token fails in each of these ways, and is told so; after all of them it works. */
async function expectTriedAgain(
  { page, emulator, open }: SituationParts,
  failures: readonly (readonly [fault: object, told: string])[],
): Promise<void> {
  const oneDrive = await open();
  for (const [index, [fault, told]] of failures.entries()) {
    await emulator.faults([{ match: { method: 'POST', path: TOKEN.source }, ...fault }]);
    const window = await startConnect(oneDrive);
    if (index === 0) await press(window, WORK, 'Sign in', 'Accept');
    await expectClosed(window);
    await expect(page.getByText(told)).toBeVisible();
    await expect(oneDrive.connectButton).toBeVisible();
    await expectNobodyStored(page);
    await emulator.clearFaults();
  }
  await expectClosed(startConnect(oneDrive));
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
  await expectNobodyStored(page);
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

test('#55 the login host can’t be reached when the window has closed, or its answer is lost', async ({
  page,
  emulator,
  open,
}) => {
  const cut = { kind: 'cut' };
  await expectTriedAgain({ page, emulator, open }, [
    [{ phase: 'before', times: 9, effect: cut }, 'No connection'],
    [{ phase: 'after', times: 9, effect: cut }, 'No connection'],
    // It is asked for once more with the same code, and that is used up.
    [{ phase: 'after', effect: cut }, 'Signing in did not work'],
    [{ phase: 'after', effect: { ...cut, afterBytes: 99 } }, UNAVAILABLE],
  ]);
  // What was cut the library asks once more, and each time a browser may, of a kept connection; that is all.
  expect((await requests(emulator, TOKEN)).length).toBeLessThanOrEqual(3 * 2 * 2 + 2);
});

test('#56 the login host is overloaded, out of order, or a page of somebody else’s answers', async ({
  page,
  emulator,
  open,
}) => {
  const status = (code: number, headers: Readonly<Record<string, string>> = {}, body?: string) =>
    [{ phase: 'before', effect: { kind: 'status', status: code, headers, body } }, UNAVAILABLE] as const;
  const html = { 'content-type': 'text/html' };
  const wait = { 'retry-after': '600', 'access-control-expose-headers': 'retry-after' };
  const failures = [
    status(429, wait),
    status(503, wait),
    status(500),
    status(502, html, '<h1>Bad gateway</h1>'),
    status(504, html, ''),
    status(200, html, '<h1>Welcome to the hotel</h1>'),
  ];
  await expectTriedAgain({ page, emulator, open }, failures);
  // Each click has asked, though the library keeps its peace for a minute otherwise; nothing else has.
  expect(await requests(emulator, TOKEN)).toHaveLength(failures.length + 1);
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
