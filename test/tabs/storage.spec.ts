import { expect, type Page } from '@playwright/test';
import { CLIENT_ID, test, type Tab } from './world';

const OTHER_CLIENT = '33333333-3333-4333-8333-333333333333';
const WORK = 'aaaaaaaa-0000-4000-8000-000000000001';

type Kept = Readonly<Record<string, string>>;

/** Everything that the browser keeps for the page's origin. */
async function keptBy({ page }: Tab) {
  const kept = await page.evaluate(async () => ({
    session: Object.fromEntries(Object.entries(sessionStorage)),
    local: Object.fromEntries(Object.entries(localStorage)),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  const cookies = await page.context().cookies(page.url());
  return { ...kept, cookies: cookies.map(({ name, value }) => `${name}=${value}`) };
}

/** The host's own: another MSAL client with the same person and another one, and what is no business of MSAL's. */
async function plant(page: Page): Promise<Kept> {
  return page.evaluate(
    ([client, work]) => {
      const account = `msal.3|${work}.t|login.localhost|t`;
      const other = `msal.3|somebody.t|login.localhost|t`;
      const token = (of: string, type: string) => `msal.3|${of}.t|login.localhost|${type}|${client}|t||`;
      const planted = {
        [account]: '{"planted":"account"}',
        [other]: '{"planted":"other account"}',
        [token(work, 'idtoken')]: '{"planted":"id token"}',
        [token(work, 'refreshtoken')]: '{"planted":"refresh token"}',
        [token('somebody', 'idtoken')]: '{"planted":"id token of somebody"}',
        [`msal.3.token.keys.${client}`]: '{"idToken":["x"],"accessToken":[],"refreshToken":[]}',
        [`msal.${client}.active-account-filters`]: '{"homeAccountId":"x"}',
        'portal.settings': '{"theme":"dark"}',
      };
      for (const storage of [sessionStorage, localStorage]) {
        for (const [key, value] of Object.entries(planted)) storage.setItem(key, value);
      }
      return planted;
    },
    [OTHER_CLIENT, WORK] as const,
  );
}

for (const cacheLocation of ['sessionStorage', 'localStorage', 'memoryStorage'] as const) {
  for (const signOut of [false, true]) {
    const way = signOut ? 'signing out of Microsoft' : 'disconnecting';
    test(`${way} leaves nothing of the account and client in any storage, and all of others: ${cacheLocation}`, async ({
      world,
    }) => {
      const tab = await world.open({ cacheLocation });
      const planted = await plant(tab.page);
      expect(await tab.run(() => signing.connect())).toBe('done');
      expect(await tab.run(() => signing.connect({ write: true }))).toBe('done');
      expect(await tab.run((end) => signing.disconnect(end), signOut)).toBe('done');
      const { session, local, databases, cookies } = await keptBy(tab);
      for (const storage of [session, local]) {
        expect(storage).toMatchObject(planted);
        const ours = Object.entries(storage).filter(([key, value]) =>
          `${key} ${value}`.toLowerCase().match(`${CLIENT_ID}|work@contoso|onedrive-control`),
        );
        expect(ours).toEqual([]);
      }
      expect(databases).toEqual([]);
      expect(cookies.join()).not.toMatch(`${CLIENT_ID}|${WORK}`);
    });
  }
}

test('who stays signed in keeps all tokens when somebody else disconnects', async ({ world }) => {
  const tab = await world.open({ cacheLocation: 'localStorage' });
  await tab.run(() => signing.connect());
  const before = Object.keys((await keptBy(tab)).local).filter((key) => key.includes(WORK));
  world.be('personal@outlook.example');
  await tab.run(() => signing.connect({ selectAccount: true }));
  await tab.run(() => signing.disconnect());
  const { local } = await keptBy(tab);
  expect(Object.keys(local)).toEqual(expect.arrayContaining(before));
  expect(Object.keys(local).filter((key) => key.includes('00000000-0000-0000'))).toEqual([]);
  await world.count();
  expect(await tab.run(() => signing.switchTo('work@contoso.example'))).toBe('done');
  expect(await world.count()).toEqual({ token: 0, authorize: 0 });
});

/** As browsers have it where a page may keep nothing, and where nothing more fits in. */
const OBSTACLES = {
  blocked: (names) => {
    const get = () => {
      throw new DOMException('The request was denied.', 'SecurityError');
    };
    for (const name of names) Object.defineProperty(window, name, { get });
  },
  full: (names) => {
    const store = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')?.value;
    Storage.prototype.setItem = function storeOrRefuse(key, value) {
      if (names.some((name) => this === Reflect.get(window, name)))
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      store.call(this, key, value);
    };
  },
} satisfies Readonly<Record<string, (names: readonly string[]) => void>>;

for (const [what, names, outcome] of [
  ['blocked', ['localStorage'], 'done'],
  ['blocked', ['localStorage', 'sessionStorage'], 'done'],
  ['full', ['localStorage'], 'done'],
  // MSAL has no other place for the request that is under way.
  ['full', ['localStorage', 'sessionStorage'], 'sign-in-failed'],
] as const) {
  test(`${names.join(' and ')} ${what}: ${outcome}`, async ({ world, context }) => {
    await context.addInitScript(OBSTACLES[what], names);
    const tab = await world.open({ cacheLocation: 'localStorage' });
    expect(await tab.run(() => signing.connect())).toBe(outcome);
    const state = outcome === 'done' ? 'connected' : 'signed-out';
    expect(await tab.run(() => signing.show())).toMatchObject({ state });
  });
}

test('lists of MSAL that can’t be read are made anew', async ({ world }) => {
  const tab = await world.open();
  await tab.run(() => signing.connect());
  await tab.page.evaluate(() => sessionStorage.setItem('msal.3.account.keys', '[broken'));
  await tab.reload();
  expect(await tab.run(() => signing.show())).toMatchObject({ state: 'connected' });
});
