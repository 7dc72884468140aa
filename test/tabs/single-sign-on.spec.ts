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
