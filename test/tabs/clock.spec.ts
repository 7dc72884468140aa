import { expect } from '@playwright/test';
import { test } from './world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

for (const [direction, by] of [
  ['ahead', DAY],
  ['behind', -DAY],
] as const) {
  test(`a clock one day ${direction} signs in and renews as often as a right one, and nothing is said`, async ({
    world,
    context,
  }) => {
    await context.addInitScript((wrong) => void (window.name ||= wrong), String(by));
    const tab = await world.open();
    expect(await tab.run(() => signing.connect())).toBe('done');
    const off = await tab.run(() => Date.now());
    expect(Math.abs(off - Date.now() - by)).toBeLessThan(HOUR);
    for (let call = 0; call < 3; call += 1) expect(await tab.run(() => signing.token())).toBe('done');
    expect(await world.count()).toEqual({ token: 1, authorize: 1 });
    for (let renewal = 0; renewal < 3; renewal += 1) {
      await world.pass(2 * HOUR);
      expect(await tab.run(() => Promise.all([signing.token(), signing.token()]))).toEqual(['done', 'done']);
      expect(await world.count()).toEqual({ token: 1, authorize: 0 });
    }
    // A day later the refresh token has ended: the hidden frame, once.
    await world.pass(DAY);
    expect(await tab.run(() => signing.token())).toBe('done');
    expect((await world.count()).authorize).toBe(1);
    expect(await tab.run(() => signing.show())).toMatchObject({ state: 'connected', error: undefined });
  });
}

test('a clock that is put right in the middle, a day back or forth, costs no loop', async ({ world }) => {
  const tab = await world.open();
  expect(await tab.run(() => signing.connect())).toBe('done');
  await world.count();
  for (const by of [DAY, -DAY, -DAY, DAY]) {
    await tab.run((ms) => void (window.name = String(Number(window.name) + ms)), by);
    expect(await tab.run(() => signing.token())).toBe('done');
    const { token, authorize } = await world.count();
    expect(token + authorize, `moved by ${by}`).toBeLessThanOrEqual(2);
    expect(await tab.run(() => signing.show().state)).toBe('connected');
  }
});
