import { describe, expect, it } from 'vitest';
import { createHostAuth, type Connection } from '../../../src/auth';
import { OneDriveError, toOneDriveError } from '../../../src/lib';
import { buildHostAccount, createFakeHost } from '../../support/fake-host';
import { createManualEnvironment, settled } from '../../support/manual-environment';

const HOUR = 3600_000;
const READ = ['User.Read', 'Files.Read'];

function setUp(scopes?: readonly string[]) {
  const host = createFakeHost();
  const environment = createManualEnvironment();
  const { getAccessToken, identify } = host;
  const auth = createHostAuth({ getAccessToken, identify, environment, scopes });
  const history: Connection['state'][] = [];
  auth.connection.subscribe(() => history.push(auth.connection.get().state));
  /** What a question for a token came to, without waiting for it. */
  const ask = (request: Parameters<typeof auth.getAccessToken>[0] = { access: 'read' }) =>
    watch(auth.getAccessToken(request));
  return { auth, host, environment, history, ask };
}

async function connected(token = 'first', life = HOUR) {
  const parts = setUp();
  await settled();
  parts.host.last().give({ token, expiresOn: parts.environment.now() + life });
  await settled();
  expect(parts.auth.connection.get().state).toBe('connected');
  return parts;
}

function watch<T>(promise: Promise<T>): { value?: T; error?: OneDriveError } {
  const outcome: { value?: T; error?: OneDriveError } = {};
  promise.then(
    (value) => (outcome.value = value),
    (reason: unknown) => (outcome.error = toOneDriveError(reason)),
  );
  return outcome;
}

describe('at the start', () => {
  it('the host is asked once for a token to read, and Graph whose it is', async () => {
    const { auth, host, environment } = setUp();
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
    const { auth, host } = setUp();
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
    const { auth, environment } = setUp();
    await environment.advance(30_000);
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'unavailable' } });
  });

  it('connect() takes over from a question that hangs', async () => {
    const { auth, host, history } = setUp();
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
    const { auth, host } = setUp();
    host.belongsTo(new OneDriveError('access-denied'));
    await settled();
    host.last().give('first');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: '', name: '' } });
  });

  it('a token that Graph refuses signs nobody in', async () => {
    const { auth, host } = setUp();
    host.belongsTo(new OneDriveError('sign-in-needed', { status: 401 }));
    await settled();
    host.last().give('first');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { status: 401 } });
  });
});

describe('a token', () => {
  it('is kept until shortly before it ends', async () => {
    const { host, environment, ask } = await connected();
    const early = [ask(), ask()];
    await environment.advance(HOUR - 61_000);
    early.push(ask());
    await settled();
    expect(early.map(({ value }) => value)).toEqual(['first', 'first', 'first']);
    expect(host.asked).toHaveLength(1);
    await environment.advance(1000);
    const late = ask();
    await settled();
    expect(host.asked).toHaveLength(2);
    expect(host.last().request.forceRefresh).toBe(false);
    host.last().give({ token: 'next', expiresOn: new Date(environment.now() + HOUR) });
    await settled();
    expect(late.value).toBe('next');
  });

  it('without an end is asked for before each call, and shared by those who ask together', async () => {
    const { host, ask } = await connected('kept', -1);
    const together = [ask(), ask(), ask()];
    await settled();
    expect(host.asked).toHaveLength(2);
    host.last().give('plain');
    await settled();
    expect(together.map(({ value }) => value)).toEqual(['plain', 'plain', 'plain']);
    ask();
    await settled();
    expect(host.asked).toHaveLength(3);
  });

  it('to write is asked for with all scopes, and is one of its own', async () => {
    const { host, ask } = await connected();
    const writing = ask({ access: 'write' });
    await settled();
    expect(host.last().request.scopes).toEqual([...READ, 'Files.ReadWrite']);
    host.last().give({ token: 'may-write', expiresOn: Number.MAX_SAFE_INTEGER });
    const reading = ask();
    await settled();
    expect([writing.value, reading.value]).toEqual(['may-write', 'first']);
  });

  it('carries the scopes the integrator named', async () => {
    const { host, ask } = setUp(['https://graph.microsoft.com/Files.ReadWrite.All']);
    await settled();
    expect(host.last().request.scopes).toEqual(['Files.ReadWrite.All']);
    host.last().give('first');
    ask({ access: 'write' });
    await settled();
    expect(host.last().request.scopes).toEqual(['Files.ReadWrite.All']);
  });

  it('that was refused is asked for anew, once for all, with the claims', async () => {
    const { host, ask } = await connected();
    const refused = [0, 1].map(() => ask({ access: 'read', forceRefresh: true, claims: '{"a":1}' }));
    const beside = ask();
    await settled();
    expect(host.asked.slice(1).map(({ request }) => request)).toEqual([
      { scopes: READ, claims: '{"a":1}', forceRefresh: true },
    ]);
    host.last().give({ token: 'renewed', expiresOn: Number.MAX_SAFE_INTEGER });
    await settled();
    const after = ask();
    await settled();
    expect([...refused, beside, after].map(({ value }) => value)).toEqual(Array(4).fill('renewed'));
    expect(host.asked).toHaveLength(2);
  });

  it('that was under way when another was refused is not mistaken for the new one', async () => {
    const { host, ask } = await connected('kept', -1);
    const plain = ask();
    const forced = ask({ access: 'read', forceRefresh: true });
    await settled();
    const [, first, second] = host.asked;
    second?.give({ token: 'new', expiresOn: Number.MAX_SAFE_INTEGER });
    await settled();
    first?.give({ token: 'old', expiresOn: Number.MAX_SAFE_INTEGER });
    await settled();
    const later = ask();
    await settled();
    expect([plain.value, forced.value, later.value]).toEqual(['old', 'new', 'new']);
  });

  it('is no longer waited for by whoever gave up', async () => {
    const { host, ask } = await connected('kept', -1);
    const controller = new AbortController();
    const given = ask({ access: 'read', signal: controller.signal });
    const waits = ask();
    await settled();
    controller.abort();
    await settled();
    expect(given.error?.code).toBe('cancelled');
    host.last().give('plain');
    await settled();
    expect(waits.value).toBe('plain');
  });
});

describe('a host that gives no token', () => {
  const leak = 'eyJsecret with a space';
  it.each([
    ['rejects', () => Promise.reject(new Error('no session'))],
    [
      'throws at once',
      () => {
        throw new Error('no session');
      },
    ],
    ['gives nothing', async () => undefined],
    ['gives an empty text', async () => ''],
    ['gives a number', async () => 7],
    ['gives an object without a token', async () => ({ accessToken: leak })],
    ['gives what can’t be a header', async () => `Bearer ${leak}`],
    ['gives a token of two lines', async () => ({ token: `${leak}\nX: y` })],
  ])('because it %s: somebody has to sign in', async (_how, answer: () => unknown) => {
    const { identify } = createFakeHost();
    const environment = createManualEnvironment();
    // A page may be plain JavaScript.
    const getAccessToken = answer as () => Promise<string>;
    const auth = createHostAuth({ getAccessToken, identify, environment });
    await settled();
    const now = auth.connection.get();
    expect(now).toMatchObject({ state: 'signed-out', error: { code: 'sign-in-needed' } });
    const error = 'error' in now ? now.error : undefined;
    expect(`${error?.message} ${String(error?.cause)} ${error?.stack}`).not.toContain('eyJsecret');
  });

  it('while there is no network says so', async () => {
    const { host, environment, ask } = await connected('kept', -1);
    environment.setOnline(false);
    const asked = ask();
    await settled();
    const cause = new TypeError('Failed to fetch');
    host.last().refuse(cause);
    await settled();
    expect(asked.error).toMatchObject({ code: 'offline', cause });
  });

  it('any more: the work stays, and connect() goes on with it', async () => {
    const { auth, host, ask } = await connected('kept', -1);
    const asked = ask();
    await settled();
    host.last().refuse(new Error('session ended'));
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get()).toMatchObject({ state: 'expired', account: { id: 'megan' } });
    const connecting = auth.connect();
    host.last().give('back');
    await settled();
    host.last().give('back');
    await connecting;
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('to write leaves the user signed in', async () => {
    const { auth, host, ask } = await connected();
    const asked = ask({ access: 'write' });
    await settled();
    host.last().refuse(new Error('no consent'));
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get().state).toBe('connected');
  });

  it('in time: the call fails, and the next one asks anew', async () => {
    const { host, environment, ask } = await connected('kept', -1);
    const asked = ask();
    await environment.advance(30_000);
    expect(asked.error).toMatchObject({ code: 'unavailable', cause: { code: 'timed-out' } });
    const next = ask();
    await settled();
    host.last().give('there');
    await settled();
    expect(next.value).toBe('there');
  });
});

describe('a challenge that needs a person', () => {
  it('goes into the question that connect() asks', async () => {
    const { auth, host, ask } = await connected();
    ask({ access: 'read', forceRefresh: true, claims: '{"mfa":1}' });
    await settled();
    host.last().refuse(new Error('interaction required'));
    await settled();
    const connecting = auth.connect();
    await settled();
    expect(host.last().request).toEqual({ scopes: READ, claims: '{"mfa":1}', forceRefresh: true });
    host.last().give('strong');
    await connecting;
    void auth.connect();
    await settled();
    expect(host.last().request.claims).toBeUndefined();
  });

  it('is kept of a token that was refused although it was new', async () => {
    const { auth, host } = await connected();
    auth.reportRefused?.(new OneDriveError('sign-in-needed', { claims: '{"loc":1}' }));
    expect(auth.connection.get()).toMatchObject({ state: 'expired', error: { claims: '{"loc":1}' } });
    void auth.connect();
    await settled();
    expect(host.last().request.claims).toBe('{"loc":1}');
  });
});

describe('connect()', () => {
  it('may turn out to be somebody else, whose tokens replace the old ones', async () => {
    const { auth, host, ask } = await connected();
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
    const { auth, host } = await connected();
    const outcome = watch(auth.connect());
    await settled();
    host.last().refuse(new Error('closed'));
    await settled();
    expect(outcome.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('can be given up, however long the host takes', async () => {
    const { auth, environment, host } = await connected();
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
    const { auth, host, ask } = await connected();
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
    const { auth, host, ask } = await connected('kept', -1);
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
    const { auth, host, environment, ask } = await connected('first', 30_000);
    await environment.advance(60_000);
    host.belongsTo(buildHostAccount('alex'));
    ask();
    await settled();
    host.last().give('of-alex');
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it('costs no look at the same token, nor one at each of many', async () => {
    const { host, environment, ask } = await connected('first', 30_000);
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
    const { auth, host, environment, ask } = setUp();
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
