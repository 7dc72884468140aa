import { expect, it } from 'vitest';
import { makeRoomForMsal } from '../../../src/auth/msal-global';

it('what a page has frozen at window.msal is there still, and can take what MSAL writes', () => {
  const page: Record<string, object> = { msal: Object.freeze({ version: '2' }) };
  makeRoomForMsal(page);
  expect(page['msal']).toEqual({ version: '2' });
  expect(Reflect.set(page['msal'] ?? {}, 'clientIds', [])).toBe(true);
});

it('nothing, or an object that can grow, is left alone', () => {
  const own = { version: '2' };
  const page = { msal: own };
  makeRoomForMsal(page);
  expect(page.msal).toBe(own);
  const empty = {};
  makeRoomForMsal(empty);
  expect(empty).toEqual({});
});

it.each([
  ['a word', { msal: 'taken' }],
  ['fixed', Object.freeze({ msal: Object.freeze({}) })],
])('what can’t take it (%s) is named', (_, page) => {
  expect(() => makeRoomForMsal(page)).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', serviceCode: 'window.msal' }),
  );
});
