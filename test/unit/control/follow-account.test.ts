import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/auth';
import { followAccount } from '../../../src/control/follow-account';
import { createStore } from '../../../src/lib';

function person(id: string) {
  return { id, name: id, username: `${id}@contoso.example`, tenantId: 't' };
}

function account(id: string): Connection {
  return { state: 'connected', account: person(id) };
}

function setUp(opensFolder = true) {
  const connection = createStore<Connection>({ state: 'starting' });
  const calls: string[] = [];
  const call = (name: string) => () => void calls.push(name);
  const end = followAccount(connection, {
    folder: {
      openPath: async (place) => {
        calls.push(`open ${JSON.stringify(place)}`);
      },
      refresh: call('refresh'),
      dispose: call('forget folder'),
    },
    picker: { clear: call('empty basket') },
    transfers: { cancelAll: call('cancel'), clearFinished: call('clear') },
    operations: { clear: call('end changes') },
    permission: { decline: call('decline') },
    start: () => ['Documents'],
    opensFolder,
  });
  return { connection, end, took: () => calls.splice(0) };
}

describe('following the account', () => {
  it('opens the drive where it starts when somebody signs in', () => {
    const { connection, took } = setUp();
    connection.set(account('alex'));
    expect(took()).toContain('open ["Documents"]');
  });

  it('opens nothing where only the connection is shown', () => {
    const { connection, took } = setUp(false);
    connection.set(account('alex'));
    connection.set({ state: 'expired', account: person('alex') });
    connection.set(account('alex'));
    expect(took()).toEqual([]);
    connection.set(account('megan'));
    expect(took().filter((call) => call.startsWith('open'))).toEqual([]);
  });

  it('lets nothing of one account go on under another one', () => {
    const { connection, took } = setUp();
    connection.set(account('alex'));
    took();
    connection.set(account('megan'));
    expect(took()).toEqual([
      'decline',
      'end changes',
      'cancel',
      'clear',
      'empty basket',
      'forget folder',
      'open ["Documents"]',
    ]);
  });

  it('keeps nothing of an account that signed out', () => {
    const { connection, took } = setUp();
    connection.set(account('alex'));
    took();
    connection.set({ state: 'signed-out' });
    expect(took()).toEqual(['decline', 'end changes', 'cancel', 'clear', 'empty basket', 'forget folder']);
  });

  it('goes on where the work was when the same person is back after an expiry', () => {
    const { connection, took } = setUp();
    connection.set(account('alex'));
    const alex = person('alex');
    connection.set({ state: 'expired', account: alex });
    connection.set({ state: 'connecting', account: alex });
    took();
    connection.set(account('alex'));
    expect(took()).toEqual(['refresh']);
  });

  it('takes an account that has got its name for the same person', () => {
    const { connection, took } = setUp();
    connection.set(account(''));
    took();
    connection.set(account('alex'));
    expect(took()).toEqual([]);
    connection.set(account('megan'));
    expect(took()).toContain('forget folder');
  });

  it('takes an account that nobody names any more for another person', () => {
    const { connection, took } = setUp();
    connection.set(account('alex'));
    took();
    connection.set(account(''));
    expect(took()).toContain('forget folder');
  });
});
