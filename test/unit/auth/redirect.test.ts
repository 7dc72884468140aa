import { describe, expect, it } from 'vitest';
import { createAuth, createMsalAuth, type Account } from '../../../src/auth';
import type { IssuedToken } from '../../../src/auth/identity-client';
import { resolveInteraction } from '../../../src/auth/interaction';
import { OneDriveError } from '../../../src/lib';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';
import { createMemoryStorage } from '../../support/memory-storage';

const authority = 'https://login.microsoftonline.com/contoso.example';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

function refuse(): never {
  throw new DOMException('full', 'QuotaExceededError');
}

function setUp(identity = createFakeIdentity(), first: 'popup' | 'redirect' = 'popup') {
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const redirect = { clientId: 'client', first, obstacle: undefined };
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment, redirect });
  return { auth, identity, environment };
}

describe('whether this window may go away', () => {
  const framed = { isFramed: () => true };
  const top = { isFramed: () => false };

  it.each([
    [{}, top, 'popup', undefined],
    [{ interaction: 'auto' }, top, 'popup', undefined],
    [{ interaction: 'redirect' }, top, 'redirect', undefined],
    [{ interaction: 'popup' }, top, 'popup', 'setting'],
    [{ interaction: 'redirect', cacheLocation: 'memoryStorage' }, top, 'popup', 'memory'],
    [{ interaction: 'redirect' }, framed, 'popup', 'frame'],
  ] as const)('%j', (settings, environment, first, obstacle) => {
    expect(resolveInteraction(settings, environment)).toEqual({ first, obstacle });
  });

  it.each([
    ['is refused', () => undefined],
    ['has no room for tokens', () => Object.assign(createMemoryStorage(), { setItem: refuse })],
  ])('not where the storage %s: the tokens are kept in memory', (_how, tabStorage) => {
    const settings = { clientId: CLIENT_ID, redirectUri: 'http://localhost/oauth2callback.html' };
    const environment = { ...createManualEnvironment(), tabStorage };
    const { auth } = createMsalAuth({ ...settings, interaction: 'redirect' }, environment);
    expect(auth.leaving?.obstacle).toBe('memory');
  });
});

describe('going to Microsoft in this window', () => {
  it('waits until everybody has put their work away', async () => {
    const { auth, identity } = setUp(undefined, 'redirect');
    let putAway: (undo: () => void) => void = () => undefined;
    auth.leaving?.onLeave(
      () =>
        new Promise((resolve) => {
          putAway = resolve;
        }),
    );
    void auth.connect().catch(() => undefined);
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'connecting', interaction: 'redirect' });
    expect(identity.leaves).toHaveLength(0);
    putAway(() => undefined);
    await settled();
    expect(identity.leaves[0]?.request.scopes).toEqual(['User.Read', 'Files.Read']);
  });

  it('does not happen where work can’t be put away, and is told', async () => {
    const { auth, identity } = setUp();
    let undone = 0;
    auth.leaving?.onLeave(async () => () => (undone += 1));
    auth.leaving?.onLeave(() => Promise.reject(new OneDriveError('quota-exceeded')));
    await expect(auth.connect({ interaction: 'redirect' })).rejects.toMatchObject({ code: 'quota-exceeded' });
    expect(identity.leaves).toHaveLength(0);
    expect(undone).toBe(1);
  });

  it('can be cancelled before it goes, and taken back by the Back button', async () => {
    const { auth, identity } = setUp();
    let undone = 0;
    auth.leaving?.onLeave(async () => () => (undone += 1));
    const leaving = auth.connect({ interaction: 'redirect' });
    await settled();
    identity.leaves[0]?.reject(new OneDriveError('cancelled'));
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(undone).toBe(1);
  });
});

describe('Cancel on the way to Microsoft', () => {
  it('takes back what was put away', async () => {
    const { auth } = setUp();
    let undone = 0;
    auth.leaving?.onLeave(async () => () => (undone += 1));
    const leaving = auth.connect({ interaction: 'redirect' });
    const outcome = expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    await settled();
    auth.cancelConnect();
    await outcome;
    await settled();
    expect(undone).toBe(1);
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });
});

describe('a page that comes back', () => {
  it('is connected with whoever signed in', async () => {
    const identity = createFakeIdentity(buildAccount());
    identity.back = buildIssued();
    const { auth } = setUp(identity);
    await expect(auth.leaving?.returned).resolves.toBe('signed-in');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    expect(identity.calls).toContain('activate:megan');
  });

  it('tells what went wrong there', async () => {
    const identity = createFakeIdentity();
    identity.back = new OneDriveError('consent-declined');
    const { auth } = setUp(identity);
    await expect(auth.leaving?.returned).resolves.toMatchObject({ code: 'consent-declined' });
    expect(auth.connection.get()).toMatchObject({
      state: 'signed-out',
      error: { code: 'consent-declined' },
    });
  });

  it('keeps whoever was signed in before, though more was declined', async () => {
    const identity = createFakeIdentity(buildAccount());
    identity.back = new OneDriveError('consent-declined');
    const { auth } = setUp(identity);
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });
});

describe('a page that has come back, while its answer takes its time', () => {
  function setUpBack(cached?: Account) {
    const identity = createFakeIdentity(cached);
    let answer: (issued: IssuedToken) => void = () => undefined;
    identity.back = new Promise((resolve) => {
      answer = resolve;
    });
    const come = () => {
      identity.become(buildAccount());
      answer(buildIssued());
    };
    return { ...setUp(identity, 'redirect'), answer: come };
  }

  it('says so within a second, and is connected when it comes', async () => {
    const { auth, environment, answer } = setUpBack();
    await environment.advance(1_000);
    expect(auth.connection.get()).toEqual({ state: 'connecting', isBack: true });
    await environment.advance(60_000);
    answer();
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('is given up by Cancel: who comes after that is not kept', async () => {
    const { auth, identity, environment, answer } = setUpBack();
    await environment.advance(1_000);
    auth.cancelConnect();
    await expect(auth.leaving?.returned).resolves.toBeUndefined();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    answer();
    await settled();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(identity.calls).toEqual(['forget:megan']);
  });

  it('lets whoever is cached work meanwhile', async () => {
    const { auth, environment } = setUpBack(buildAccount('alex'));
    await environment.advance(1_000);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it('does not leave again when it connects by itself, until that was cancelled', async () => {
    const { auth, identity, environment } = setUpBack();
    const first = expect(auth.connect()).rejects.toMatchObject({ code: 'cancelled' });
    await environment.advance(60_000);
    expect(identity.leaves).toHaveLength(0);
    auth.cancelConnect();
    await first;
    void auth.connect().catch(() => undefined);
    await settled();
    expect(identity.leaves).toHaveLength(1);
  });
});

describe('a page that connects by itself when it is loaded', () => {
  it('does not leave again once it has come back with somebody', async () => {
    const identity = createFakeIdentity(buildAccount());
    identity.back = buildIssued();
    const { auth } = setUp(identity, 'redirect');
    await auth.connect();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    expect(identity.leaves).toHaveLength(0);
  });

  it('does not leave again once it was refused, and is told why', async () => {
    const identity = createFakeIdentity();
    identity.back = new OneDriveError('consent-declined');
    const { auth } = setUp(identity, 'redirect');
    await expect(auth.connect()).rejects.toMatchObject({ code: 'consent-declined' });
    expect(identity.leaves).toHaveLength(0);
    void auth.connect().catch(() => undefined);
    await settled();
    expect(identity.leaves).toHaveLength(1);
  });

  it('opens no window where somebody is signed in already', async () => {
    const { auth, identity } = setUp(createFakeIdentity(buildAccount()));
    await auth.connect();
    expect(auth.connection.get()).toMatchObject({ state: 'connected' });
    expect(identity.calls.filter((call) => call.startsWith('signIn'))).toEqual([]);
  });

  it('leaves once where nobody is', async () => {
    const { auth, identity } = setUp(undefined, 'redirect');
    void auth.connect().catch(() => undefined);
    await settled();
    expect(identity.leaves).toHaveLength(1);
  });
});
