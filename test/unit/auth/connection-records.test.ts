import { describe, expect, it } from 'vitest';
import { createConnectionRecords } from '../../../src/auth/connection-records';
import { buildAccount } from '../../support/fake-identity';
import { createMemoryStorage } from '../../support/memory-storage';

const CLIENT = '22222222-2222-4222-8222-222222222222';
const megan = buildAccount();
const KEY = `onedrive-control.connection.${CLIENT}.megan`;
const reading = {
  asked: ['User.Read', 'Files.Read'],
  granted: ['user.read', 'Files.Read', 'openid', 'profile'],
};
const fresh = { ...reading, isFresh: true };

function setUp(cacheLocation?: 'sessionStorage' | 'localStorage' | 'memoryStorage') {
  const [tab, origin] = [createMemoryStorage(), createMemoryStorage()];
  let now = 1000;
  const load = () =>
    createConnectionRecords(
      { clientId: CLIENT, cacheLocation },
      { now: () => now, tabStorage: () => tab, originStorage: () => origin },
    );
  return { tab, origin, load, records: load(), later: () => void (now += 1000) };
}

describe('a connection', () => {
  it('is remembered with the time when the user made it, over a reload and renewals, until it is forgotten', () => {
    const { tab, load, records, later } = setUp();
    const scopes = { asked: ['User.Read', 'Files.Read'], granted: ['user.read', 'Files.Read'] };
    expect(records.connect(megan, fresh)).toEqual({ since: 1000, scopes });
    later();
    const reloaded = load();
    expect(reloaded.renew(megan, fresh)).toEqual({ since: 1000, scopes });
    expect(reloaded.connect(megan, fresh).since).toBe(1000);
    reloaded.forget(megan);
    expect(tab.length).toBe(0);
    expect(load().connect(megan, fresh).since).toBe(2000);
  });

  it.each([
    ['sessionStorage', 1, 0],
    ['localStorage', 0, 1],
    ['memoryStorage', 0, 0],
  ] as const)('is kept where the tokens are: %s', (cacheLocation, inTab, inOrigin) => {
    const { tab, origin, records } = setUp(cacheLocation);
    records.connect(megan, fresh);
    expect([tab.length, origin.length]).toEqual([inTab, inOrigin]);
    expect(records.renew(megan, fresh).since).toBe(1000);
  });

  it('is the same object while nothing changes: nobody is told news that are none', () => {
    const { records } = setUp();
    const first = records.connect(megan, fresh);
    expect(records.renew(megan, fresh)).toBe(first);
    expect(records.renew(megan, { ...fresh, isFresh: false })).toBe(first);
  });

  it('of another account is another one', () => {
    const { records } = setUp();
    records.connect(megan, fresh);
    expect(records.renew(buildAccount('alex'), fresh).since).toBeUndefined();
  });

  it('is begun anew where something else lies in its place, or where nothing can be kept', () => {
    const { tab, records } = setUp();
    for (const text of ['{broken', 'null', '{"since":"x","scopes":{"asked":[1]}}']) {
      tab.setItem(KEY, text);
      expect(records.renew(megan, { asked: [], granted: [], isFresh: true })).toEqual({
        since: undefined,
        scopes: { asked: [], granted: [] },
      });
    }
    const nowhere = { now: () => 7, tabStorage: () => undefined, originStorage: () => undefined };
    expect(createConnectionRecords({ clientId: CLIENT }, nowhere).connect(megan, fresh).since).toBe(7);
  });
});

describe('permissions', () => {
  it('that were asked of nobody yet are those of whoever signs in, also after the page has gone and come back', () => {
    const { tab, load, records } = setUp();
    records.ask(undefined, ['User.Read', 'Files.Read']);
    const { scopes } = load().connect(megan, { ...fresh, asked: [] });
    expect(scopes.asked).toEqual(['User.Read', 'Files.Read']);
    load().forget(megan);
    expect(tab.length).toBe(0);
  });

  it('that were asked for and declined are asked for and not given', () => {
    const { records } = setUp();
    records.connect(megan, fresh);
    records.ask(megan, ['Files.ReadWrite']);
    expect(records.renew(megan, fresh).scopes).toEqual({
      asked: ['User.Read', 'Files.Read', 'Files.ReadWrite'],
      granted: ['user.read', 'Files.Read'],
    });
  });

  it('stay while tokens are cached; of a fresh token, what it does not allow is gone', () => {
    const { records } = setUp();
    records.connect(megan, fresh);
    const granted = ['User.Read', 'Files.Read', 'Files.ReadWrite'];
    records.connect(megan, { asked: ['Files.ReadWrite'], granted, isFresh: true });
    expect(records.renew(megan, { ...reading, isFresh: false }).scopes.granted).toContain('Files.ReadWrite');
    expect(records.renew(megan, fresh).scopes.granted).not.toContain('Files.ReadWrite');
  });
});
