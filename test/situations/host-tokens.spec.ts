import type { Page } from '@playwright/test';
import { OneDrivePage } from '../support/one-drive-page';
import { SCRIPT } from '../support/host-pages';
import { expect, test as base } from './support/situation';
import { call, HOUR, openFolder, PERSONAL, WORK } from './support/sign-in-steps';

const SCOPES = 'User.Read Files.Read Files.ReadWrite';

const test = base.extend<{
  /** A page that gives its control what this function of its own says, and has some tokens. */
  readonly openHost: (
    getAccessToken: string,
    tokens?: Readonly<Record<string, string>>,
  ) => Promise<OneDrivePage>;
}>({
  openHost: async ({ page, portal, running }, use) => {
    await use(async (getAccessToken, tokens = {}) => {
      portal.setFile(
        '/host-tokens.js',
        `globalThis.tokens = ${JSON.stringify(tokens)}; globalThis.asked = [];
        const control = Object.assign(document.createElement('onedrive-control'), {
          graph: '${running.loginOrigin}/v1.0',
          getAccessToken: async (request) => { asked.push(request); return (${getAccessToken})(request); },
        });
        document.body.append(control);`,
      );
      portal.setPage(`${SCRIPT}<script type="module" src="/host-tokens.js"></script>`);
      await page.goto(portal.origin);
      return new OneDrivePage(page);
    });
  },
});

function asked(page: Page): Promise<{ readonly scopes: string[]; readonly forceRefresh: boolean }[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'asked'));
}

function give(page: Page, tokens: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((given) => void Reflect.set(globalThis, 'tokens', given), tokens);
}

test('#64 the page gives a token as a string', async ({ page, emulator, openHost }) => {
  const oneDrive = await openHost('() => tokens.now', { now: await emulator.token(WORK, SCOPES) });
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('#65 the page gives a token with its end: asked again only near it', async ({
  page,
  emulator,
  openHost,
}) => {
  const oneDrive = await openHost('() => ({ token: tokens.now, expiresOn: Date.now() + 3_600_000 })', {
    now: await emulator.token(WORK, SCOPES),
  });
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await asked(page)).toHaveLength(1);
});

test('#66 the page’s token ends before it said: asked once more, past its cache', async ({
  page,
  emulator,
  openHost,
}) => {
  const oneDrive = await openHost(
    '({ forceRefresh }) => ({ token: forceRefresh ? tokens.next : tokens.now, expiresOn: Date.now() + 9e7 })',
    { now: await emulator.token(WORK, SCOPES) },
  );
  await expect(oneDrive.row('Documents')).toBeVisible();
  await emulator.advanceClock(2 * HOUR);
  await give(page, { next: await emulator.token(WORK, SCOPES) });
  expect(await call(page, 'refresh')).toBe('done');
  expect((await asked(page)).map(({ forceRefresh }) => forceRefresh)).toEqual([false, true]);
});

test('#67 the page’s function fails: the card says that the page signs in', async ({
  page,
  emulator,
  openHost,
}) => {
  const oneDrive = await openHost(
    `() => { if (!tokens.now) throw new Error('no session'); return tokens.now; }`,
  );
  await expect(page.getByText('This page signs you in.')).toBeVisible();
  await give(page, { now: await emulator.token(WORK, SCOPES) });
  await oneDrive.button('Try again').click();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#68 the page’s function takes its time: nothing is locked', async ({ page, emulator, openHost }) => {
  await page.clock.install();
  const oneDrive = await openHost('() => (tokens.now ? tokens.now : new Promise(() => undefined))');
  await expect(page.locator('onedrive-control')).toBeVisible();
  // Half a minute is all that it gets.
  await expect
    .poll(async () => {
      await page.clock.fastForward(31_000);
      return page.getByText('OneDrive is not available right now').isVisible();
    })
    .toBe(true);
  await give(page, { now: await emulator.token(WORK, SCOPES) });
  await oneDrive.button('Try again').click();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#69 the page gives somebody else’s tokens: nothing of the first is shown', async ({
  page,
  emulator,
  openHost,
}) => {
  const oneDrive = await openHost('() => tokens.now', { now: await emulator.token(WORK, SCOPES) });
  await expect(oneDrive.row('Empty folder')).toBeVisible();
  await give(page, { now: await emulator.token(PERSONAL, SCOPES) });
  expect(await call(page, 'connect')).toBe('done');
  await expect(oneDrive.row('Trip to Lisbon')).toBeVisible();
  await expect(oneDrive.row('Empty folder')).toBeHidden();
});

test('#70 the page gives no bare token (“Bearer …”): told as a mistake of the page', async ({
  page,
  emulator,
  openHost,
}) => {
  await openHost('() => `Bearer ${tokens.now}`', { now: await emulator.token(WORK, SCOPES) });
  await expect(page.getByText('This page signs you in.')).toBeVisible();
  await page.getByText('Details').click();
  await expect(page.getByText('getAccessToken')).toBeVisible();
});
