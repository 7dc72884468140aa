import { describe, expect, it } from 'vitest';
import { createAuth, type Connection } from '../../../src/auth';
import { OneDriveError, toOneDriveError } from '../../../src/lib';
import {
  buildAccount,
  buildIssued,
  createFakeIdentity,
  type FakeIdentity,
} from '../../support/fake-identity';
import { createManualEnvironment, settled, silence, type Answerer } from '../../support/manual-environment';

const AUTHORITY = 'https://login.microsoftonline.com/contoso.example';
const needed = () => new OneDriveError('sign-in-needed');

function setUp(identity: FakeIdentity = createFakeIdentity(), discovery: Answerer = silence) {
  const environment = createManualEnvironment();
  environment.answerWith(discovery);
  const auth = createAuth({ loadIdentity: async () => identity, authority: AUTHORITY, environment });
  const history: Connection['state'][] = [];
  auth.connection.subscribe(() => history.push(auth.connection.get().state));
  return { auth, identity, environment, history };
}

async function connected(id = 'megan') {
  const parts = setUp(createFakeIdentity(buildAccount(id)));
  await settled();
  expect(parts.auth.connection.get().state).toBe('connected');
  return parts;
}

/** How a promise stands, without waiting for it. */
function watch<T>(promise: Promise<T>): { value?: T; code?: string } {
  const outcome: { value?: T; code?: string } = {};
  promise.then(
    (value) => (outcome.value = value),
    (reason: unknown) => (outcome.code = toOneDriveError(reason).code),
  );
  return outcome;
}

describe('at the start', () => {
  it('an account of an earlier page load is connected at once', async () => {
    const { auth } = setUp(createFakeIdentity(buildAccount()));
    expect(auth.connection.get()).toEqual({ state: 'starting' });
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('nobody is signed in without one', async () => {
    const { auth } = setUp();
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });

  it('a library that cannot be loaded is told, and loaded again by the next click', async () => {
    const identity = createFakeIdentity();
    const loads = [Promise.reject(new TypeError('chunk')), Promise.resolve(identity)];
    const auth = createAuth({
      loadIdentity: () => loads.shift() ?? silence(),
      authority: AUTHORITY,
      environment: createManualEnvironment(),
    });
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'unavailable' } });
    await expect(auth.getAccessToken({ access: 'read' })).rejects.toBeInstanceOf(OneDriveError);
    const connecting = auth.connect();
    await settled();
    identity.signIns[0]?.resolve(buildIssued());
    await connecting;
    expect(auth.connection.get().state).toBe('connected');
  });

  it('a click during the start stays a window that is open', async () => {
    const { auth, identity, history } = setUp();
    const outcome = watch(auth.connect());
    await settled();
    expect(auth.connection.get().state).toBe('connecting');
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(outcome).toEqual({ value: undefined });
    expect(history).toEqual(['connecting', 'connected']);
  });
});

describe('connecting', () => {
  it('asks for reading, and ends connected with the time the token ends', async () => {
    const { auth, identity } = setUp();
    await settled();
    const connecting = auth.connect();
    await settled();
    expect(identity.signIns[0]?.request).toMatchObject({
      scopes: ['User.Read', 'Files.Read'],
      selectAccount: false,
    });
    identity.signIns[0]?.resolve(buildIssued());
    await connecting;
    expect(auth.connection.get()).toEqual({ state: 'connected', account: buildAccount(), expiresOn: 1000 });
  });

  it('for writing keeps the account on screen meanwhile, and hints at it', async () => {
    const { auth, identity } = await connected();
    void auth.connect({ access: 'write' });
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connecting', account: { id: 'megan' } });
    expect(identity.signIns[0]?.request).toMatchObject({
      scopes: ['Files.ReadWrite'],
      account: { id: 'megan' },
    });
  });

  it('with another account hints at none', async () => {
    const { auth, identity } = await connected();
    void auth.connect({ selectAccount: true });
    await settled();
    expect(identity.signIns[0]?.request).toMatchObject({ selectAccount: true, account: undefined });
  });

  it('again takes over from a window that hangs, whose late result changes nothing', async () => {
    const { auth, identity } = setUp();
    await settled();
    const first = watch(auth.connect());
    await settled();
    const second = watch(auth.connect());
    await settled();
    expect(first).toEqual({ code: 'cancelled' });
    identity.signIns[0]?.resolve(buildIssued('late'));
    await settled();
    expect(auth.connection.get().state).toBe('connecting');
    identity.signIns[1]?.resolve(buildIssued('megan'));
    await settled();
    expect(second).toEqual({ value: undefined });
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('is cancelled at once, though the library never ends', async () => {
    const { auth, identity } = setUp();
    await settled();
    const outcome = watch(auth.connect());
    await settled();
    auth.cancelConnect();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    await settled();
    expect(outcome).toEqual({ code: 'cancelled' });
    expect(identity.calls).toEqual(['close']);
  });

  it('that was cancelled leaves no account behind when the window succeeds after all', async () => {
    const { auth, identity } = setUp();
    await settled();
    watch(auth.connect());
    await settled();
    auth.cancelConnect();
    await settled();
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(identity.calls).toEqual(['close', 'forget:megan']);
  });

  it('that was cancelled does not forget who is signed in', async () => {
    const { auth, identity } = await connected();
    watch(auth.connect({ access: 'write' }));
    await settled();
    auth.cancelConnect();
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(auth.connection.get().state).toBe('connected');
    expect(identity.calls).toEqual(['close']);
  });

  it('cancelled with nothing open changes nothing', async () => {
    const { auth, history } = await connected();
    history.length = 0;
    auth.cancelConnect();
    await settled();
    expect(history).toEqual([]);
  });

  it('that fails says why, and a cancelled one after it no longer does', async () => {
    const { auth, identity } = setUp();
    await settled();
    const first = watch(auth.connect());
    await settled();
    identity.signIns[0]?.reject(new OneDriveError('popup-blocked'));
    await settled();
    expect(first.code).toBe('popup-blocked');
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'popup-blocked' } });
    watch(auth.connect());
    await settled();
    identity.signIns[1]?.reject(new OneDriveError('cancelled'));
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });

  it('for writing that is refused leaves the account connected', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.connect({ access: 'write' }));
    await settled();
    identity.signIns[0]?.reject(new OneDriveError('consent-declined'));
    await settled();
    expect(outcome.code).toBe('consent-declined');
    expect(auth.connection.get()).toMatchObject({ state: 'connected' });
  });
});

describe('an unknown tenant', () => {
  const unknown = () => Response.json({ error: 'invalid_tenant', error_codes: [90002] }, { status: 400 });

  it('closes the window and says so, because Microsoft would show it there for ever', async () => {
    const { auth, identity } = setUp(createFakeIdentity(), unknown);
    await settled();
    const outcome = watch(auth.connect());
    await settled();
    expect(outcome.code).toBe('tenant-unknown');
    expect(identity.calls).toEqual(['close']);
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error: { code: 'tenant-unknown' } });
  });

  it.each([
    ['known', () => Response.json({ issuer: 'x' })],
    ['not told', () => new Response('<html>', { status: 500 })],
    ['another failure', () => Response.json({ error: 'invalid_request', error_codes: [1] }, { status: 400 })],
    ['unreachable', () => Promise.reject(new TypeError('x'))],
  ] satisfies [string, Answerer][])('is never concluded from less: %s', async (_name, discovery) => {
    const { auth, identity } = setUp(createFakeIdentity(), discovery);
    await settled();
    watch(auth.connect());
    await settled();
    expect(auth.connection.get().state).toBe('connecting');
    expect(identity.calls).toEqual([]);
  });

  it('that is found late does not close the window of a later attempt', async () => {
    let tell: (response: Response) => void = () => undefined;
    const { auth, identity } = setUp(createFakeIdentity(), (_request, index) =>
      index === 0 ? new Promise((resolve) => (tell = resolve)) : silence(),
    );
    await settled();
    watch(auth.connect());
    await settled();
    auth.cancelConnect();
    watch(auth.connect());
    await settled();
    tell(unknown());
    await settled();
    expect(identity.calls).toEqual(['close']);
    expect(auth.connection.get().state).toBe('connecting');
  });
});

describe('an access token', () => {
  it('is issued for the access asked for', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.getAccessToken({ access: 'write', claims: '{}', forceRefresh: true }));
    await settled();
    const [renewal] = identity.renewals;
    expect(renewal?.request).toMatchObject({ scopes: ['Files.ReadWrite'], claims: '{}', forceRefresh: true });
    renewal?.resolve(buildIssued());
    await settled();
    expect(outcome.value).toBe('token of megan');
  });

  it('that is the same as before tells no listener', async () => {
    const { auth, identity, history } = await connected();
    for (const turn of [0, 1, 2]) {
      void auth.getAccessToken({ access: 'read' });
      await settled();
      identity.renewals[turn]?.resolve(buildIssued());
      await settled();
    }
    expect(history).toEqual(['connected', 'connected']);
  });

  it('needs somebody who is signed in', async () => {
    const { auth } = setUp();
    await expect(auth.getAccessToken({ access: 'read' })).rejects.toMatchObject({ code: 'sign-in-needed' });
  });

  it('for reading that needs a person makes the connection expired, and a later one heals it', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.getAccessToken({ access: 'read' }));
    await settled();
    identity.renewals[0]?.reject(needed());
    await settled();
    expect(outcome.code).toBe('sign-in-needed');
    expect(auth.connection.get()).toMatchObject({ state: 'expired', account: { id: 'megan' } });
    void auth.getAccessToken({ access: 'read' });
    await settled();
    identity.renewals[1]?.resolve(buildIssued());
    await settled();
    expect(auth.connection.get().state).toBe('connected');
  });

  it('for writing that needs a person leaves the account connected', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.getAccessToken({ access: 'write' }));
    await settled();
    identity.renewals[0]?.reject(needed());
    await settled();
    expect(outcome.code).toBe('sign-in-needed');
    expect(auth.connection.get().state).toBe('connected');
  });

  it.each(['offline', 'unavailable', 'throttled'] as const)(
    'that fails as %s leaves the account connected',
    async (code) => {
      const { auth, identity } = await connected();
      const outcome = watch(auth.getAccessToken({ access: 'read' }));
      await settled();
      identity.renewals[0]?.reject(new OneDriveError(code));
      await settled();
      expect(outcome.code).toBe(code);
      expect(auth.connection.get().state).toBe('connected');
    },
  );

  it('is given up at once with its signal, whatever the reason of the abort', async () => {
    const { auth } = await connected();
    for (const reason of [undefined, 'because', new Error('x')]) {
      const controller = new AbortController();
      const outcome = watch(auth.getAccessToken({ access: 'read', signal: controller.signal }));
      await settled();
      controller.abort(reason);
      await settled();
      expect(outcome.code).toBe('cancelled');
    }
  });

  it('that arrives after signing out is not used, and its account is wiped again', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.getAccessToken({ access: 'read' }));
    await settled();
    await auth.disconnect();
    identity.renewals[0]?.resolve(buildIssued());
    await settled();
    expect(outcome).toEqual({ code: 'sign-in-needed' });
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(identity.calls).toEqual(['forget:megan', 'forget:megan']);
  });

  it('refused though freshly renewed makes the connection expired', async () => {
    const { auth } = await connected();
    auth.reportRefused?.(needed());
    expect(auth.connection.get()).toMatchObject({ state: 'expired', error: { code: 'sign-in-needed' } });
  });

  it('that needs a person for a claims challenge makes the window answer it, once', async () => {
    const { auth, identity } = await connected();
    watch(auth.getAccessToken({ access: 'read', claims: '{"c":1}', forceRefresh: true }));
    await settled();
    identity.renewals[0]?.reject(needed());
    await settled();
    const connecting = watch(auth.connect());
    await settled();
    expect(identity.signIns[0]?.request.claims).toBe('{"c":1}');
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(connecting).toEqual({ value: undefined });
    watch(auth.connect());
    await settled();
    expect(identity.signIns[1]?.request.claims).toBeUndefined();
  });
});

describe('disconnecting', () => {
  it('wipes the account here, and ends the session at Microsoft only when asked', async () => {
    for (const [options, call] of [
      [undefined, 'forget:megan'],
      [{ signOut: true }, 'signOut:megan'],
    ] as const) {
      const { auth, identity } = await connected();
      await auth.disconnect(options);
      expect(auth.connection.get()).toEqual({ state: 'signed-out' });
      expect(identity.calls).toEqual([call]);
    }
  });

  it('ends a window that is open', async () => {
    const { auth, identity } = await connected();
    const outcome = watch(auth.connect({ access: 'write' }));
    await settled();
    await auth.disconnect();
    await settled();
    expect(outcome.code).toBe('cancelled');
    expect(identity.calls).toContain('close');
    identity.signIns[0]?.resolve(buildIssued());
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });

  it('without an account does nothing to others', async () => {
    const { auth, identity } = setUp();
    await settled();
    await auth.disconnect({ signOut: true });
    expect(identity.calls).toEqual([]);
  });
});
