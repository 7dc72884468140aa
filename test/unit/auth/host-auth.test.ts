import { describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { buildHostAccount, type createFakeHost } from '../../support/fake-host';
import { connectedHost, HOUR, READ, setUpHost, watch } from '../../support/host-scene';
import { settled } from '../../support/manual-environment';

describe('at the start', () => {
  it('the host is asked once for a token to read, and Graph whose it is', async () => {
    const { auth, host, environment } = setUpHost();
    expect(auth.connection.get()).toEqual({ state: 'starting' });
    await settled();
    expect(host.asked.map(({ request }) => request)).toEqual([
      { scopes: READ, claims: undefined, forceRefresh: false },
    ]);
    const expiresOn = environment.now() + HOUR;
    host.last().give({ token: 'first', expiresOn });
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'connected', account: buildHostAccount(), expiresOn });
    expect(host.identified).toEqual(['first']);
    expect(auth.owner).toBe('host');
  });

  it.each([
    ['rejects', (ask: ReturnType<typeof createFakeHost>) => ask.last().refuse(new Error('nobody'))],
    ['gives nothing', (ask: ReturnType<typeof createFakeHost>) => ask.last().give('')],
  ])('nobody is signed in where it %s, and connect() asks again', async (_how, answer) => {
    const { auth, host } = setUpHost();
    await settled();
    answer(host);
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'sign-in-needed' } });
    const connecting = auth.connect();
    expect(auth.connection.get()).toEqual({ state: 'connecting', account: undefined });
    await settled();
    expect(host.last().request).toEqual({ scopes: READ, claims: undefined, forceRefresh: true });
    host.last().give('second');
    await connecting;
    expect(auth.connection.get().state).toBe('connected');
  });

  it('a host that never answers does not keep the page waiting', async () => {
    const { auth, environment } = setUpHost();
    await environment.advance(30_000);
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'unavailable' } });
  });

  it('connect() takes over from a question that hangs', async () => {
    const { auth, host, history } = setUpHost();
    await settled();
    const connecting = auth.connect();
    await settled();
    host.asked[1]?.give('second');
    await connecting;
    host.asked[0]?.give('first');
    await settled();
    expect(host.identified).toEqual(['second']);
    expect(history).toEqual(['signed-out', 'connecting', 'connected']);
  });

  it('an account that Graph does not name is no reason to show no files', async () => {
    const { auth, host } = setUpHost();
    host.belongsTo(new OneDriveError('access-denied'));
    await settled();
    host.last().give('first');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: '', name: '' } });
  });

  it('a token that Graph refuses signs nobody in', async () => {
    const { auth, host } = setUpHost();
    host.belongsTo(new OneDriveError('sign-in-needed', { status: 401 }));
    await settled();
    host.last().give('first');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { status: 401 } });
  });
});

describe('connect()', () => {
  it('may turn out to be somebody else, whose tokens replace the old ones', async () => {
    const { auth, host, ask } = await connectedHost();
    host.belongsTo(buildHostAccount('alex'));
    const connecting = auth.connect({ access: 'write' });
    expect(auth.connection.get()).toMatchObject({ state: 'connecting', account: { id: 'megan' } });
    await settled();
    host.last().give({ token: 'of-alex', expiresOn: Number.MAX_SAFE_INTEGER });
    await connecting;
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
    const reading = ask();
    await settled();
    host.last().give('alex-reads');
    await settled();
    expect(reading.value).toBe('alex-reads');
  });

  it('that fails leaves who was signed in, and says why', async () => {
    const { auth, host } = await connectedHost();
    const outcome = watch(auth.connect());
    await settled();
    host.last().refuse(new Error('closed'));
    await settled();
    expect(outcome.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('to write, refused, is a right that was not given', async () => {
    const { auth, host } = await connectedHost();
    const outcome = watch(auth.connect({ access: 'write' }));
    await settled();
    const cause = new Error('no consent');
    host.last().refuse(cause);
    await settled();
    expect(outcome.error).toMatchObject({ code: 'consent-declined', cause: { cause } });
    expect(auth.connection.get().state).toBe('connected');
  });

  it('can be given up, however long the host takes', async () => {
    const { auth, environment, host } = await connectedHost();
    const outcome = watch(auth.connect());
    await environment.advance(600_000);
    expect(auth.connection.get().state).toBe('connecting');
    auth.cancelConnect();
    expect(auth.connection.get().state).toBe('connected');
    host.last().give('too-late');
    await settled();
    expect(outcome.error?.code).toBe('cancelled');
    expect(host.identified).toEqual(['first']);
  });
});

describe('disconnect()', () => {
  it('forgets everything, until connect()', async () => {
    const { auth, host, ask } = await connectedHost();
    await auth.disconnect();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    const asked = ask();
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
    expect(host.asked).toHaveLength(1);
    void auth.connect();
    await settled();
    expect(host.asked).toHaveLength(2);
  });

  it('gives a token that was on its way to nobody', async () => {
    const { auth, host, ask } = await connectedHost('kept', -1);
    const asked = ask();
    await settled();
    await auth.disconnect();
    host.last().give('late');
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });
});

describe('a page that signs in somebody else without a word', () => {
  it('is noticed by its next token', async () => {
    const { auth, host, environment, ask } = await connectedHost('first', 30_000);
    await environment.advance(60_000);
    host.belongsTo(buildHostAccount('alex'));
    ask();
    await settled();
    host.last().give('of-alex');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it('costs no look at the same token, nor one at each of many', async () => {
    const { host, environment, ask } = await connectedHost('first', 30_000);
    const next = async (token: string) => {
      ask();
      await settled();
      host.last().give(token);
      await settled();
    };
    await next('second');
    await next('third');
    await environment.advance(60_000);
    await next('fourth');
    await environment.advance(60_000);
    await next('fourth');
    expect(host.identified).toEqual(['first', 'fourth']);
  });

  it('names an account that had no name, without taking it for another', async () => {
    const { auth, host, environment, ask } = setUpHost();
    host.belongsTo(new OneDriveError('throttled'));
    await settled();
    host.last().give({ token: 'first', expiresOn: environment.now() + HOUR });
    await settled();
    host.belongsTo(buildHostAccount());
    await environment.advance(60_000);
    ask();
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    expect(host.asked).toHaveLength(1);
  });
});

describe('an account without a name', () => {
  async function namelessHost() {
    const parts = setUpHost();
    parts.host.belongsTo(new OneDriveError('throttled'));
    await settled();
    parts.host.last().give({ token: 'first', expiresOn: parts.environment.now() + 61_000 });
    await settled();
    parts.host.belongsTo(buildHostAccount('alex'));
    parts.history.length = 0;
    return parts;
  }

  it.each(['alex', ''])(
    'is signed out before connect() brings %j: nobody knows that they are the same',
    async (id) => {
      const { auth, host, history } = await namelessHost();
      host.belongsTo(id ? buildHostAccount(id) : new OneDriveError('throttled'));
      const connecting = auth.connect();
      await settled();
      host.last().give('of-alex');
      await connecting;
      expect(history).toEqual(['connecting', 'signed-out', 'connected']);
      expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id } });
    },
  );

  it('may be asked for the right to write, and stays where nobody names it then either', async () => {
    const { auth, host, history } = await namelessHost();
    host.belongsTo(new OneDriveError('access-denied'));
    const connecting = auth.connect({ access: 'write' });
    await settled();
    host.last().give('may-write');
    await connecting;
    expect(history).toEqual(['connecting', 'connected']);
  });

  it('is not named by another token than the one that brought it', async () => {
    const { auth, host, history, environment, ask } = await namelessHost();
    await environment.advance(60_000);
    ask();
    await settled();
    host.last().give('of-alex');
    await settled();
    expect(history).toContain('signed-out');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it('gets no token that it asked for before somebody else came', async () => {
    const { auth, host, ask } = await namelessHost();
    const asked = ask({ access: 'write' });
    await settled();
    const connecting = auth.connect();
    await settled();
    host.last().give('of-alex');
    await connecting;
    host.asked[1]?.give('late');
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
  });
});

describe('dispose()', () => {
  it('ends whoever waits for the host, for good', async () => {
    const { auth, host, ask } = await connectedHost('kept', -1);
    const asked = ask();
    const connecting = watch(auth.connect());
    await settled();
    auth.dispose();
    await settled();
    expect([asked.error?.code, connecting.error?.code]).toEqual(['cancelled', 'cancelled']);
    const late = [watch(auth.connect()), ask()];
    await settled();
    expect(late.map(({ error }) => error?.code)).toEqual(['cancelled', 'cancelled']);
    expect(host.asked).toHaveLength(3);
  });
});
