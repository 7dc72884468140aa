import { describe, expect, it } from 'vitest';
import { createHostAuth } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { createFakeHost } from '../../support/fake-host';
import { connectedHost, HOUR, READ, setUpHost } from '../../support/host-scene';
import { createManualEnvironment, settled } from '../../support/manual-environment';

describe('a token', () => {
  it('is kept until shortly before it ends', async () => {
    const { host, environment, ask } = await connectedHost();
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
    const { host, ask } = await connectedHost('kept', -1);
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
    const { host, ask } = await connectedHost();
    const writing = ask({ access: 'write' });
    await settled();
    expect(host.last().request.scopes).toEqual([...READ, 'Files.ReadWrite']);
    host.last().give({ token: 'may-write', expiresOn: Number.MAX_SAFE_INTEGER });
    const reading = ask();
    await settled();
    expect([writing.value, reading.value]).toEqual(['may-write', 'first']);
  });

  it('carries the scopes the integrator named', async () => {
    const { host, ask } = setUpHost(['https://graph.microsoft.com/Files.ReadWrite.All']);
    await settled();
    expect(host.last().request.scopes).toEqual(['Files.ReadWrite.All']);
    host.last().give('first');
    ask({ access: 'write' });
    await settled();
    expect(host.last().request.scopes).toEqual(['Files.ReadWrite.All']);
  });

  it('that was refused is asked for anew, once for all, with the claims', async () => {
    const { host, ask } = await connectedHost();
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

  it('that was refused is renewed once for calls that hear of it one after another', async () => {
    const { host, environment, ask } = await connectedHost();
    const refused = { access: 'read', forceRefresh: true } as const;
    ask(refused);
    await settled();
    host.last().give({ token: 'renewed', expiresOn: Number.MAX_SAFE_INTEGER });
    await environment.advance(4000);
    const late = ask(refused);
    await settled();
    expect(late.value).toBe('renewed');
    expect(host.asked).toHaveLength(2);
    ask({ ...refused, claims: '{"other":1}' });
    await settled();
    expect(host.asked).toHaveLength(3);
    host.last().give({ token: 'again', expiresOn: Number.MAX_SAFE_INTEGER });
    await environment.advance(6000);
    ask(refused);
    await settled();
    expect(host.asked).toHaveLength(4);
  });

  it('that was under way when another was refused is not mistaken for the new one', async () => {
    const { host, ask } = await connectedHost('kept', -1);
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
    const { host, ask } = await connectedHost('kept', -1);
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
  const misuse = 'getAccessToken';
  it.each([
    ['rejects', undefined, () => Promise.reject(new Error('no session'))],
    [
      'throws at once',
      undefined,
      () => {
        throw new Error('no session');
      },
    ],
    ['gives nothing', undefined, async () => undefined],
    ['gives an empty text', undefined, async () => ''],
    ['gives an empty token', undefined, async () => ({ token: '' })],
    ['gives a number', misuse, async () => 7],
    ['gives an object without a token', misuse, async () => ({ accessToken: leak })],
    ['gives what can’t be a header', misuse, async () => `Bearer ${leak}`],
    ['gives a token of two lines', misuse, async () => ({ token: `${leak}\nX: y` })],
  ])('because it %s: somebody has to sign in', async (_how, serviceCode, answer: () => unknown) => {
    const { identify } = createFakeHost();
    const environment = createManualEnvironment();
    // A page may be plain JavaScript.
    const getAccessToken = answer as () => Promise<string>;
    const auth = createHostAuth({ getAccessToken, identify, environment });
    await settled();
    const now = auth.connection.get();
    expect(now).toMatchObject({ state: 'signed-out', error: { code: 'sign-in-needed', serviceCode } });
    const error = 'error' in now ? now.error : undefined;
    expect(`${error?.message} ${String(error?.cause)} ${error?.stack}`).not.toContain('eyJsecret');
  });

  it('while there is no network says so', async () => {
    const { host, environment, ask } = await connectedHost('kept', -1);
    environment.setOnline(false);
    const asked = ask();
    await settled();
    const cause = new TypeError('Failed to fetch');
    host.last().refuse(cause);
    await settled();
    expect(asked.error).toMatchObject({ code: 'offline', cause });
  });

  it('any more: the work stays, and connect() goes on with it', async () => {
    const { auth, host, ask } = await connectedHost('kept', -1);
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
    const { auth, host, ask } = await connectedHost();
    const asked = ask({ access: 'write' });
    await settled();
    host.last().refuse(new Error('no consent'));
    await settled();
    expect(asked.error?.code).toBe('sign-in-needed');
    expect(auth.connection.get().state).toBe('connected');
  });

  it('in time: the call fails, and the next one asks anew', async () => {
    const { host, environment, ask } = await connectedHost('kept', -1);
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
    const { auth, host, ask } = await connectedHost();
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
    const { auth, host } = await connectedHost();
    auth.reportRefused?.(new OneDriveError('sign-in-needed', { claims: '{"loc":1}' }));
    expect(auth.connection.get()).toMatchObject({ state: 'expired', error: { claims: '{"loc":1}' } });
    void auth.connect();
    await settled();
    expect(host.last().request.claims).toBe('{"loc":1}');
  });
});

describe('after a new token was refused, too', () => {
  async function refusedHost() {
    const parts = await connectedHost();
    parts.auth.reportRefused?.(new OneDriveError('sign-in-needed', { status: 401 }));
    parts.history.length = 0;
    const ask = async (token: string) => {
      const asked = parts.ask();
      await settled();
      parts.host.last().give({ token, expiresOn: Number.MAX_SAFE_INTEGER });
      await settled();
      return asked;
    };
    return { ...parts, askFor: ask };
  }

  it('the host is asked past what it keeps, and nobody is connected by a token that Graph does not take', async () => {
    const { auth, host, environment, history, askFor } = await refusedHost();
    host.belongsTo(new OneDriveError('sign-in-needed', { status: 401 }));
    await askFor('refused');
    expect(host.last().request.forceRefresh).toBe(true);
    await environment.advance(6_000);
    await askFor('refused-again');
    expect(host.last().request.forceRefresh).toBe(true);
    expect(auth.connection.get().state).toBe('expired');
    expect(history).toEqual([]);
  });

  it('the first one that stands connects, and is kept', async () => {
    const { auth, host, ask, askFor, environment } = await refusedHost();
    expect((await askFor('stands')).value).toBe('stands');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    await environment.advance(6_000);
    const asked = host.asked.length;
    const next = ask();
    await settled();
    expect(next.value).toBe('stands');
    expect(host.asked).toHaveLength(asked);
  });

  it('a token stands that may only not tell whose it is; what can’t be told now is asked with the next call', async () => {
    const { auth, host, ask, askFor } = await refusedHost();
    host.belongsTo(new OneDriveError('offline'));
    await askFor('stands');
    expect(auth.connection.get().state).toBe('expired');
    host.belongsTo(new OneDriveError('access-denied'));
    ask();
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });
});
