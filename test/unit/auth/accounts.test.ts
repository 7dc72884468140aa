import { describe, expect, it } from 'vitest';
import { createAuth } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

const [megan, alex] = [buildAccount('megan'), buildAccount('alex')];

/** Megan is active; Alex has signed in before. */
async function setUp() {
  const identity = createFakeIdentity(megan, [alex]);
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const authority = 'https://login.microsoftonline.com/contoso.example';
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment });
  await settled();
  return { auth, identity, ids: () => auth.accounts.get().map(({ id }) => id) };
}

describe('several accounts', () => {
  it('are all known from the start', async () => {
    const { auth, ids } = await setUp();
    expect(ids()).toEqual(['megan', 'alex']);
    expect(auth.connection.get()).toMatchObject({ account: { id: 'megan' } });
  });

  it('keep the one before when another one signs in', async () => {
    const { auth, identity, ids } = await setUp();
    const connecting = auth.connect({ selectAccount: true });
    await settled();
    identity.signIns[0]?.resolve(buildIssued('lee'));
    await connecting;
    expect(ids()).toEqual(['megan', 'alex', 'lee']);
    expect(identity.calls).toEqual(['activate:lee']);
  });

  it('are told to those who watch only where somebody came or went', async () => {
    const { auth, identity } = await setUp();
    let told = 0;
    auth.accounts.subscribe(() => (told += 1));
    const connecting = auth.connect({ access: 'write' });
    await settled();
    identity.signIns[0]?.resolve(buildIssued('megan'));
    await connecting;
    expect(told).toBe(0);
  });

  it('end one by one: who disconnects leaves the others', async () => {
    const { auth, identity, ids } = await setUp();
    await auth.disconnect();
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(identity.calls).toEqual(['forget:megan']);
    expect(ids()).toEqual(['alex']);
  });
});

describe('switching to an account', () => {
  it('takes no window where its tokens are good', async () => {
    const { auth, identity } = await setUp();
    const switching = auth.connect({ account: alex });
    await settled();
    expect(identity.renewals[0]?.request).toMatchObject({ account: { id: 'alex' } });
    expect(auth.connection.get()).toMatchObject({ state: 'connecting', account: { id: 'megan' } });
    identity.renewals[0]?.resolve(buildIssued('alex'));
    await switching;
    expect(identity.signIns).toEqual([]);
    expect(identity.calls).toEqual(['activate:alex']);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it('whose tokens have ended opens the window for it, with what was challenged', async () => {
    const { auth, identity } = await setUp();
    const switching = auth.connect({ account: alex });
    await settled();
    identity.renewals[0]?.reject(new OneDriveError('sign-in-needed', { claims: '{"c":1}' }));
    await settled();
    expect(identity.signIns[0]?.request).toMatchObject({ account: { id: 'alex' }, claims: '{"c":1}' });
    identity.signIns[0]?.resolve(buildIssued('alex'));
    await switching;
    expect(auth.connection.get()).toMatchObject({ account: { id: 'alex' } });
  });

  it('again, after its window was blocked, opens it straight from the click', async () => {
    const { auth, identity } = await setUp();
    const first = auth.connect({ account: alex }).catch((error: unknown) => error);
    await settled();
    identity.renewals[0]?.reject(new OneDriveError('sign-in-needed'));
    await settled();
    identity.signIns[0]?.reject(new OneDriveError('popup-blocked'));
    expect(await first).toMatchObject({ code: 'popup-blocked' });
    expect(auth.connection.get()).toMatchObject({ account: { id: 'megan' } });
    void auth.connect({ account: alex });
    await settled();
    expect(identity.renewals).toHaveLength(1);
    expect(identity.signIns).toHaveLength(2);
  });

  it('without a network stays where it was, and opens no window', async () => {
    const { auth, identity } = await setUp();
    const switching = auth.connect({ account: alex }).catch((error: unknown) => error);
    await settled();
    identity.renewals[0]?.reject(new OneDriveError('offline'));
    expect(await switching).toMatchObject({ code: 'offline' });
    expect(identity.signIns).toEqual([]);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('that is given up on the way changes nothing, and forgets nobody', async () => {
    const { auth, identity, ids } = await setUp();
    const switching = auth.connect({ account: alex }).catch((error: unknown) => error);
    await settled();
    auth.cancelConnect();
    identity.renewals[0]?.resolve(buildIssued('alex'));
    expect(await switching).toMatchObject({ code: 'cancelled' });
    await settled();
    expect(identity.calls).toEqual(['close']);
    expect(ids()).toEqual(['megan', 'alex']);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('that is not signed in here asks it to sign in', async () => {
    const { auth, identity } = await setUp();
    void auth.connect({ account: buildAccount('lee') });
    await settled();
    expect(identity.renewals).toEqual([]);
    expect(identity.signIns[0]?.request).toMatchObject({ account: { id: 'lee' } });
  });

  it('works from signed out as well', async () => {
    const { auth, identity } = await setUp();
    await auth.disconnect();
    const switching = auth.connect({ account: alex });
    await settled();
    identity.renewals[0]?.resolve(buildIssued('alex'));
    await switching;
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });
});

describe('what another tab does', () => {
  it('signs out here who disconnected there, and does not bring somebody else', async () => {
    const { auth, identity, ids } = await setUp();
    identity.comeAndGo([alex]);
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(ids()).toEqual(['alex']);
  });

  it('ends a window that is open here for who disconnected there', async () => {
    const { auth, identity } = await setUp();
    const outcome = auth.connect({ access: 'write' }).catch((error: unknown) => error);
    await settled();
    identity.comeAndGo([alex]);
    expect(await outcome).toMatchObject({ code: 'cancelled' });
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });

  it('leaves who works here alone when somebody else signs in there', async () => {
    const { auth, identity, ids } = await setUp();
    identity.comeAndGo([megan, alex, buildAccount('lee')]);
    expect(auth.connection.get()).toMatchObject({ account: { id: 'megan' } });
    expect(ids()).toEqual(['megan', 'alex', 'lee']);
  });

  it('connects a page where nobody is signed in, once somebody is', async () => {
    const { auth, identity } = await setUp();
    await auth.disconnect();
    identity.comeAndGo([alex]);
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    identity.comeAndGo([]);
    identity.comeAndGo([buildAccount('lee')]);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'lee' } });
  });
});
