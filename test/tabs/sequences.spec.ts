import { expect } from '@playwright/test';
import { Expected } from './expected';
import { createRandom, type Random } from './random';
import { askTogether, test, type CacheLocation, type Tab, type World } from './world';

const SEQUENCES = Number(process.env['SEQUENCES'] ?? 4);
const SEED = Number(process.env['SEED'] ?? 1);
const EVENTS = 8;
const TABS = 2;
const PEOPLE = ['work@contoso.example', 'personal@outlook.example', 'nodrive@contoso.example'];
const HOUR = 3_600_000;
/** More requests than this for one event would be a loop: a window, a hidden frame, a renewal for each tab, and again. */
const ENOUGH = 8;

interface Play {
  readonly world: World;
  readonly random: Random;
  readonly location: CacheLocation;
  readonly expected: Expected;
  readonly tabs: Tab[];
}

type Event = (play: Play, index: number) => Promise<string>;

const tabOf = ({ tabs }: Play, index: number) => {
  const tab = tabs[index];
  if (!tab) throw new Error(`There is no tab ${index}.`);
  return tab;
};

const EVENTS_BY_NAME: Readonly<Record<string, Event>> = {
  connect: async (play, index) => {
    const who = play.random.pick(PEOPLE);
    play.world.be(who);
    expect(await tabOf(play, index).run(() => signing.connect({ selectAccount: true }))).toBe('done');
    play.expected.connect(index, who);
    return who;
  },
  switch: async (play, index) => {
    const { accounts } = play.expected.tab(index);
    if (accounts.size === 0) return 'to nobody';
    const who = play.random.pick([...accounts]);
    play.world.be(who);
    expect(await tabOf(play, index).run((name) => signing.switchTo(name), who)).toBe('done');
    play.expected.connect(index, who);
    return who;
  },
  disconnect: async (play, index) => {
    expect(await tabOf(play, index).run(() => signing.disconnect())).toBe('done');
    play.expected.disconnect(index);
    return '';
  },
  'sign out of Microsoft': async (play, index) => {
    expect(await tabOf(play, index).run(() => signing.disconnect(true))).toBe('done');
    play.expected.disconnect(index);
    return '';
  },
  'give up a window': async (play, index) => {
    const { page, run } = tabOf(play, index);
    play.world.be(undefined);
    const opened = page.waitForEvent('popup');
    const outcome = run(() => signing.connect({ selectAccount: true }));
    const window = await opened;
    await run(() => signing.cancel());
    expect(await outcome).toBe('cancelled');
    await expect.poll(() => window.isClosed()).toBe(true);
    return '';
  },
  reload: async (play, index) => {
    await tabOf(play, index).reload();
    play.expected.reload(index);
    return '';
  },
  'close, and open another': async (play, index) => {
    await tabOf(play, index).page.close();
    play.tabs[index] = await play.world.open({ cacheLocation: play.location });
    play.expected.reopen(index);
    return '';
  },
  'tokens expire': async (play) => {
    await play.world.pass(2 * HOUR);
    await play.world.count();
    await askTogether(play.tabs);
    const working = play.expected.tabs.flatMap(({ who }) => who ?? []);
    const { token } = await play.world.count();
    const isShared = play.location === 'localStorage';
    expect(token).toBeLessThanOrEqual(isShared ? new Set(working).size : working.length);
    return `${token} renewals for ${working.length} tabs`;
  },
  'a day passes': async (play) => {
    await play.world.pass(25 * HOUR);
    await Promise.all(play.tabs.map((tab) => tab.run(() => signing.token())));
    return '';
  },
  'sign-ins are revoked': async (play, index) => {
    const { who } = play.expected.tab(index);
    if (who === undefined) return 'of nobody';
    await play.world.admin.changeAccount({ user: who, revokeSignIns: true });
    await Promise.all(play.tabs.map((tab) => tab.run(() => signing.token(true))));
    return who;
  },
  'no network': async (play, index) => {
    const { page } = tabOf(play, index);
    await page.context().setOffline(true);
    await Promise.all(play.tabs.map((tab) => tab.run(() => signing.token(true))));
    await page.context().setOffline(false);
    return '';
  },
};

const byLetters = (a: string, b: string) => a.localeCompare(b);

async function expectAsExpected({ tabs, expected }: Play): Promise<void> {
  for (const [index, tab] of tabs.entries()) {
    const { who, accounts } = expected.tab(index);
    await expect
      .poll(async () => {
        const { account, accounts: known } = await tab.run(() => signing.show());
        return { account, accounts: [...known].toSorted(byLetters) };
      })
      .toEqual({ account: who, accounts: [...accounts].toSorted(byLetters) });
  }
}

for (const location of ['localStorage', 'sessionStorage'] as const) {
  for (let number = 0; number < SEQUENCES / 2; number += 1) {
    const seed = SEED * 10_000 + number;
    test(`${location}, sequence ${seed}: nobody is lost, and nothing goes in circles`, async ({
      world,
    }, info) => {
      const random = createRandom(seed);
      const expected = new Expected(location, TABS);
      const tabs = [
        await world.open({ cacheLocation: location }),
        await world.open({ cacheLocation: location }),
      ];
      const play = { world, random, location, expected, tabs };
      let requests = 0;
      for (let turn = 0; turn < EVENTS; turn += 1) {
        const name = random.pick(Object.keys(EVENTS_BY_NAME));
        const index = random.below(TABS);
        const event = EVENTS_BY_NAME[name];
        await test.step(`${turn} ${name} in tab ${index}`, async () => {
          const said = await event?.(play, index);
          await expectAsExpected(play);
          const { token, authorize } = await world.count();
          expect(token + authorize, 'requests').toBeLessThanOrEqual(ENOUGH);
          requests += token + authorize;
          info.annotations.push({ type: 'event', description: `${name} in tab ${index}: ${said}` });
        });
      }
      info.annotations.push({ type: 'measured', description: JSON.stringify({ events: EVENTS, requests }) });
      expect(await world.count(), 'requests without an event').toEqual({ token: 0, authorize: 0 });
    });
  }
}
