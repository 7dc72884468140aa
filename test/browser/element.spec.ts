import type { Page } from '@playwright/test';
import { CLIENT_ID, SCRIPT, test } from '../support/element-portal';
import { expect, expectAccessible } from '../support/journey';
import { OneDrivePage } from '../support/one-drive-page';
import { startPortal } from '../support/portal';

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

function heard(page: Page, type: string): Promise<Heard[]> {
  return page.evaluate(
    (wanted) => Reflect.get(globalThis, 'heard').filter((event: Heard) => event.type === wanted),
    type,
  );
}

/** A script tag made by a script is what the page's policy forbids. */
function load(page: Page, script: string): Promise<void> {
  return page.evaluate((address) => Reflect.get(globalThis, 'load')(address), script);
}

function control(authority: string, attributes = ''): string {
  return `<onedrive-control client-id="${CLIENT_ID}" authority="${authority}/common" ${attributes}></onedrive-control>`;
}

test('F117 F127 a plain page under a strict policy embeds it with two tags, and hears what happens', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  portal.setPage(`${SCRIPT}${control(site.emulator, 'id="drive"')}`);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expectAccessible(page);
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Projects').click();
  expect((await heard(page, 'od-connection')).map(({ detail }) => detail['state'])).toEqual([
    'signed-out',
    'connecting',
    'connected',
  ]);
  expect(await heard(page, 'od-navigate')).toMatchObject([
    { id: 'drive', detail: { path: '', item: { name: '' } } },
    { id: 'drive', detail: { path: 'Documents', item: { name: 'Documents' } } },
  ]);
  // The first click of the double click selects.
  expect(await heard(page, 'od-selection')).toMatchObject([
    { detail: { items: [{ name: 'Documents' }] } },
    { detail: { items: [] } },
    { detail: { items: [{ name: 'Projects' }] } },
  ]);
  expect(await heard(page, 'od-error')).toEqual([]);
});

test('F159 F161 a page hears of sign-ins, renewals, throttling and transfers, and can count them', async ({
  page,
  oneDrive,
  portal,
  site,
  emulator,
}) => {
  portal.setPage(`${SCRIPT}${control(site.emulator)}`);
  await page.goto(portal.origin);
  const window = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const login = await window;
  await login.getByRole('button', { name: 'work@contoso.example' }).click();
  await login.getByRole('button', { name: 'Sign in' }).click();
  await login.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Permission was not given')).toBeVisible();
  const again = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await (await again).getByRole('button', { name: 'Accept' }).click();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await emulator.faults([
    {
      match: { method: 'GET', path: '/children' },
      phase: 'before',
      effect: { kind: 'status', status: 429, headers: { 'Retry-After': '1' } },
    },
  ]);
  await oneDrive.button('Refresh').click();
  const told = async () => (await heard(page, 'od-telemetry')).map(({ detail }) => detail);
  await expect.poll(async () => (await told()).map((event) => event['throttled'])).toContain(true);
  await emulator.advanceClock(2 * 3_600_000);
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
  const events = await told();
  const count = (name: string) => events.filter((event) => event['name'] === name).length;
  expect(['sign-in-started', 'sign-in-failed', 'sign-in-succeeded', 'connected'].map(count)).toEqual([
    2, 1, 1, 1,
  ]);
  expect([count('throttled'), count('token-renewed') > 0]).toEqual([1, true]);
  expect(events).toContainEqual(
    expect.objectContaining({
      name: 'request-finished',
      route: '/drives/{id}/items/{id}/children',
      throttled: true,
      status: 200,
    }),
  );
  // No names, no addresses, no ids.
  expect(JSON.stringify(events)).not.toMatch(/Documents|contoso|localhost|b!|01[A-Z2-7]{20}/);
});

test('F123 its methods go where they are told, and settle', async ({ page, oneDrive, portal, site }) => {
  portal.setPage(`${SCRIPT}${control(site.emulator, 'folder="Documents"')}`);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await oneDrive.expectFolder('Documents');
  const element = page.locator('onedrive-control');
  await element.evaluate((drive) => Reflect.get(drive, 'navigate').call(drive, 'Documents/Projects'));
  await oneDrive.expectFolder('Projects');
  await element.evaluate((drive) => Reflect.get(drive, 'refresh').call(drive));
  const code = await element.evaluate((drive) =>
    Reflect.get(drive, 'navigate')
      .call(drive, 'Nowhere')
      .catch((error: { code: string }) => error.code),
  );
  expect(code).toBe('not-found');
  await element.evaluate((drive) => Reflect.set(drive, 'folder', 'Pictures'));
  await oneDrive.expectFolder('Pictures');
  await element.evaluate((drive) => Reflect.get(drive, 'disconnect').call(drive));
  await expect(oneDrive.connectButton).toBeVisible();
});

test('F128 two on a page share the sign-in and nothing else', async ({ page, portal, site }) => {
  const one = (id: string, more = '') => `<div id="${id}">${control(site.emulator, more)}</div>`;
  portal.setPage(`${SCRIPT}${one('first')}${one('second', 'folder="Documents"')}`);
  await page.goto(portal.origin);
  const first = new OneDrivePage(page, page.locator('#first'));
  const second = new OneDrivePage(page, page.locator('#second'));
  await expect(second.connectButton).toBeVisible();
  await first.connect();
  await second.expectFolder('Documents');
  await expect(second.row('Projects')).toBeVisible();
  await first.row('Pictures').dblclick();
  await first.expectFolder('Pictures');
  await second.expectFolder('Documents');
});

test('moved it keeps its place; taken out and put back it is connected again', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  portal.setPage(`${SCRIPT}${control(site.emulator)}<main id="elsewhere"></main>`);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await page.evaluate(() => {
    const drive = document.querySelector('onedrive-control');
    if (drive) document.querySelector('#elsewhere')?.append(drive);
  });
  await oneDrive.expectFolder('Documents');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  const removed = await page.locator('onedrive-control').evaluateHandle((drive) => {
    drive.remove();
    return drive;
  });
  await expect.poll(() => removed.evaluate((drive) => drive.shadowRoot?.querySelector('.body'))).toBe(null);
  await removed.evaluate((drive) => document.body.prepend(drive));
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('in another document it says that it works only in its own; back there it is connected again', async ({
  page,
  portal,
  site,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  portal.setPage(`${SCRIPT}${control(site.emulator)}<div id="other">${control(site.emulator)}</div>
    <iframe title="Frame" src="/empty.html"></iframe>`);
  portal.setFile('/empty.html', '<!doctype html><title>Empty</title>');
  await page.goto(portal.origin);
  const other = new OneDrivePage(page, page.locator('#other'));
  await other.connect();
  const element = await page
    .locator('onedrive-control')
    .first()
    .evaluateHandle((drive) => drive);
  await expect(page.getByRole('row', { name: 'Documents' })).toHaveCount(2);
  const code = await element.evaluate((drive) => {
    document.querySelector('iframe')?.contentDocument?.body.append(drive);
    return Reflect.get(drive, 'refresh')
      .call(drive)
      .catch((error: { code: string }) => error.code);
  });
  expect(code).toBe('configuration-invalid');
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('only in its own page');
  // The one that stayed keeps its styles, and what it loads later has some.
  await other.button('New folder').click();
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  expect(await dialog.evaluate((shown) => getComputedStyle(shown).position)).toBe('fixed');
  await page.keyboard.press('Escape');
  await element.evaluate((drive) => document.body.prepend(drive));
  await expect(page.getByRole('row', { name: 'Documents' })).toHaveCount(2);
  await expect(page.locator('onedrive-control').first().getByRole('toolbar')).toBeVisible();
  expect(errors).toEqual([]);
});

test('what was set before the script had come counts', async ({ page, oneDrive, portal, site }) => {
  portal.setPage(control(site.emulator));
  await page.goto(portal.origin);
  await page.locator('onedrive-control').evaluate((drive) => Object.assign(drive, { folder: 'Documents' }));
  await load(page, '/onedrive/onedrive-control.js');
  await oneDrive.connect();
  await oneDrive.expectFolder('Documents');
  await expect(page.locator('onedrive-control')).toHaveAttribute('folder', 'Documents');
});

test('what is missing is said on screen and to the page, and can be put right', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  portal.setPage(`${SCRIPT}<onedrive-control authority="${site.emulator}/common"></onedrive-control>`);
  await page.goto(portal.origin);
  await expect(page.getByRole('alert')).toContainText('client id');
  await expectAccessible(page);
  expect(await heard(page, 'od-error')).toMatchObject([
    { detail: { code: 'configuration-invalid', retry: 'never' } },
  ]);
  await page
    .locator('onedrive-control')
    .evaluate((drive, id) => drive.setAttribute('client-id', id), CLIENT_ID);
  await oneDrive.connect();
});

test('a script of another origin wants to know the redirect address', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  const host = await startPortal(site, { scripts: portal.origin });
  try {
    const script = `<script type="module" src="${portal.origin}/onedrive/onedrive-control.js"></script>`;
    host.setPage(`${script}${control(site.emulator)}`);
    await page.goto(host.origin);
    await expect(page.getByRole('alert')).toContainText('redirect-uri');
    const uri = `${portal.origin}/onedrive/oauth2callback.html`;
    await page
      .locator('onedrive-control')
      .evaluate((drive, value) => drive.setAttribute('redirect-uri', value), uri);
    await expect(page.getByRole('alert')).toContainText(host.origin);
    await page
      .locator('onedrive-control')
      .evaluate((drive) => drive.setAttribute('redirect-uri', '/onedrive/oauth2callback.html'));
    await expect(oneDrive.connectButton).toBeVisible();
  } finally {
    await host.close();
  }
});

test('where the application can’t be loaded, a sentence says so and a button tries again', async ({
  page,
  oneDrive,
  portal,
  site,
}) => {
  await page.route('**/chunks/mount-control-*', (route) => route.abort());
  portal.setPage(`${SCRIPT}${control(site.emulator)}`);
  await page.goto(portal.origin);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect(await heard(page, 'od-error')).toMatchObject([{ detail: { code: 'offline', retry: 'later' } }]);
  await page.unroute('**/chunks/mount-control-*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('a second definition warns and leaves the first', async ({ page, oneDrive, portal, site }) => {
  portal.setPage(`${SCRIPT}${control(site.emulator)}`);
  const warning = page.waitForEvent('console', (message) => message.type() === 'warning');
  await page.goto(portal.origin);
  await expect(oneDrive.connectButton).toBeVisible();
  await load(page, '/onedrive/onedrive-control.js?copy');
  expect((await warning).text()).toContain('defined already');
  await expect(oneDrive.connectButton).toBeVisible();
});
