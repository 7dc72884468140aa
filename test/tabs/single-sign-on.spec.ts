import { expect } from '@playwright/test';
import { test } from './world';

const WORK = 'work@contoso.example';

test('a page that knows its user is connected at once by the session at Microsoft, once per page', async ({
  world,
}) => {
  const one = await world.open();
  expect(await one.run(() => signing.connect())).toBe('done');
  await world.count();
  const two = await world.open({ loginHint: WORK });
  expect(await two.run(() => signing.show())).toMatchObject({ state: 'connected', account: WORK });
  expect(await world.count()).toEqual({ token: 1, authorize: 1 });
  await two.run(
    (settings) => signing.open(settings),
    world.settings({ loginHint: WORK, domainHint: 'contoso.example' }),
  );
  await expect.poll(() => two.run(() => signing.show(1).account)).toBe(WORK);
  await two.reload();
  expect(await two.run(() => signing.show().account)).toBe(WORK);
  expect(await world.count()).toEqual({ token: 0, authorize: 0 });
});

for (const [why, more] of [
  ['nobody has a session', { loginHint: WORK }],
  ['the session of the id is not there', { sid: '00000000-0000-4000-8000-000000000000' }],
] as const) {
  test(`where ${why} the page asks to connect, without an error and without a second try`, async ({
    world,
  }) => {
    const tab = await world.open(more);
    expect(await tab.run(() => signing.show())).toEqual({
      state: 'signed-out',
      account: undefined,
      error: undefined,
      accounts: [],
    });
    expect(await world.count()).toEqual({ token: 0, authorize: 1 });
  });
}

test('the sign-in of another MSAL of the page is told of, and the next click takes over from it', async ({
  world,
}) => {
  const tab = await world.open();
  const status = JSON.stringify({ clientId: '33333333-3333-4333-8333-333333333333', type: 'signin' });
  await tab.page.evaluate((value) => sessionStorage.setItem('msal.interaction.status', value), status);
  expect(await tab.run(() => signing.connect())).toBe('sign-in-failed');
  expect(await tab.run(() => signing.connect())).toBe('done');
});

test('the page’s own MSAL signs in for the control, which follows it and leaves it everything', async ({
  world,
}) => {
  const tab = await world.open();
  const { clientId, redirectUri } = world.settings();
  const endpoints = world.endpoints();
  await tab.run((auth) => signing.openByHost({ auth }), { clientId, redirectUri, ...endpoints });
  await expect.poll(() => tab.run(() => signing.show(1).state)).toBe('signed-out');
  expect(await tab.run(() => signing.connect({}, 1))).toBe('done');
  expect(await tab.run(() => signing.token(true, 1))).toBe('done');
  const before = await tab.page.evaluate(() => Object.keys(sessionStorage).toSorted());
  expect(await tab.run(() => signing.disconnect(true, 1))).toBe('done');
  expect(await tab.run(() => signing.show(1).state)).toBe('signed-out');
  expect(await tab.page.evaluate(() => Object.keys(sessionStorage).toSorted())).toEqual(before);
});
