import { expect } from '@playwright/test';
import { askTogether, test, type CacheLocation, type Tab, type World } from './world';

const HOUR = 3_600_000;

/** Two tabs of one account, whose access tokens have ended. */
async function twoTabs(world: World, cacheLocation: CacheLocation) {
  const one = await world.open({ cacheLocation });
  expect(await one.run(() => signing.connect())).toBe('done');
  const two = await world.open({ cacheLocation });
  if (cacheLocation === 'sessionStorage') expect(await two.run(() => signing.connect())).toBe('done');
  await world.pass(2 * HOUR);
  await world.count();
  return [one, two] as const;
}

for (const [cacheLocation, requests] of [
  ['localStorage', 1],
  ['sessionStorage', 2],
] as const) {
  test(`two tabs with ${cacheLocation} renew the token by ${requests} in all`, async ({ world }) => {
    const tabs = await twoTabs(world, cacheLocation);
    const outcomes = await askTogether([...tabs, ...tabs, ...tabs]);
    expect(new Set(outcomes)).toEqual(new Set(['done']));
    expect(await world.count()).toEqual({ token: requests, authorize: 0 });
  });
}

/** Tokens as the tab sees them stored: another tab's come a moment later. */
const tokensIn = ({ page }: Tab) =>
  page.evaluate(() => {
    const tokens = Object.entries(localStorage).filter(([key]) => key.includes('token|'));
    return Object.fromEntries(tokens);
  });

test('whichever tab is first renews for both, every time', async ({ world }) => {
  const [one, two] = await twoTabs(world, 'localStorage');
  for (let round = 0; round < 12; round += 1) {
    await world.pass(HOUR);
    expect(await askTogether(round % 2 === 0 ? [one, two] : [two, one])).toEqual(['done', 'done']);
    expect((await world.count()).token, `round ${round}`).toBe(1);
    await expect.poll(async () => tokensIn(two)).toEqual(await tokensIn(one));
  }
});

test('a browser without locks renews in each tab, and nobody waits', async ({ world, context }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const tabs = await twoTabs(world, 'localStorage');
  expect(await Promise.all(tabs.map((tab) => tab.run(() => signing.token())))).toEqual(['done', 'done']);
  expect((await world.count()).token).toBeLessThanOrEqual(2);
});

test('two controls of a page, with other settings each, renew by one request, and hear of each other', async ({
  world,
}) => {
  const one = await world.open();
  await one.run((settings) => signing.open(settings), world.settings({ domainHint: 'contoso.example' }));
  expect(await one.run(() => signing.connect())).toBe('done');
  await expect.poll(() => one.run(() => signing.show(1).account)).toBe('work@contoso.example');
  await world.pass(2 * HOUR);
  await world.count();
  expect(await one.run(() => Promise.all([signing.token(false, 0), signing.token(false, 1)]))).toEqual([
    'done',
    'done',
  ]);
  expect(await world.count()).toEqual({ token: 1, authorize: 0 });
  expect(await one.run(() => signing.disconnect(false, 1))).toBe('done');
  expect(await one.run(() => signing.show(0).state)).toBe('signed-out');
});

test('who is signed in already is switched to by one token request, without a window', async ({ world }) => {
  const tab = await world.open();
  expect(await tab.run(() => signing.connect())).toBe('done');
  world.be('personal@outlook.example');
  expect(await tab.run(() => signing.connect({ selectAccount: true }))).toBe('done');
  expect(await tab.run(() => signing.show().account)).toBe('personal@outlook.example');
  await world.pass(2 * HOUR);
  await world.count();
  const windows = tab.page.context().pages().length;
  expect(await tab.run(() => signing.switchTo('work@contoso.example'))).toBe('done');
  expect(await world.count()).toEqual({ token: 1, authorize: 0 });
  expect(await tab.run(() => signing.show().account)).toBe('work@contoso.example');
  expect(await tab.run(() => signing.token())).toBe('done');
  expect(await world.count()).toEqual({ token: 0, authorize: 0 });
  expect(tab.page.context().pages()).toHaveLength(windows);
});
