import { BrowserAuthError, loadExternalTokens, type IPublicClientApplication } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadMsalIdentity } from '../../../src/auth';
import { announceAnswer } from '../../../src/auth/answer-channel';
import { createMsalAccounts } from '../../../src/auth/msal-accounts';
import { shareApplication } from '../../../src/auth/msal-application';
import { createBrowserEnvironment } from '../../../src/lib';
import { createMemoryStorage } from '../../support/memory-storage';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';

const environment = createBrowserEnvironment();

/** As much of a browser as MSAL's cache needs. */
beforeEach(() => {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
  const location = new URL('http://localhost:5173/');
  vi.stubGlobal('window', {
    crypto,
    location,
    sessionStorage: storage,
    localStorage: storage,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    performance,
  });
  vi.stubGlobal('location', location);
  vi.stubGlobal('sessionStorage', storage);
  vi.stubGlobal('localStorage', storage);
});

/** What a page load leaves of MSAL is what it has stored. */
function reload() {
  Reflect.deleteProperty(globalThis, Symbol.for('onedrive-control.msal'));
}

/** MSAL as the page has it. */
async function application(): Promise<IPublicClientApplication> {
  const registry: ReadonlyMap<string, ReturnType<typeof shareApplication>> = Reflect.get(
    globalThis,
    Symbol.for('onedrive-control.msal'),
  );
  const [shared] = registry.values();
  if (!shared) throw new TypeError('MSAL is not loaded.');
  return (await shared).current();
}

afterEach(() => {
  vi.unstubAllGlobals();
  reload();
});

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function signedInAt(authority: string, person = 'megan', claims: object = {}) {
  const configuration = {
    clientId: CLIENT_ID,
    authority,
    redirectUri: 'http://localhost:5173/oauth2callback.html',
  };
  const idToken = `${base64url({ alg: 'none' })}.${base64url({
    aud: CLIENT_ID,
    iss: `${authority}/v2.0`,
    exp: 9e9,
    iat: 1,
    oid: person,
    tid: TENANT,
    sub: person,
    name: `Name of ${person}`,
    preferred_username: `${person}@contoso.example`,
    ...claims,
  })}.x`;
  await loadExternalTokens(
    { auth: { clientId: CLIENT_ID, authority } },
    { scopes: ['Files.Read'], authority },
    {
      token_type: 'Bearer',
      access_token: 'token',
      expires_in: 3600,
      id_token: idToken,
      client_info: base64url({ uid: person, utid: TENANT }),
    },
    { extendedExpiresOn: 9e9 },
  );
  return configuration;
}

describe('an account that MSAL has stored', () => {
  it.each(['https://login.microsoftonline.com', 'https://login.microsoftonline.us'])(
    'is found again after a reload, though it stands under the cache name of %s',
    async (login) => {
      const configuration = await signedInAt(`${login}/${TENANT}`);
      const identity = await loadMsalIdentity(configuration, environment);
      const [megan, ...others] = identity.accounts();
      expect(megan).toMatchObject({ username: 'megan@contoso.example', tenantId: TENANT });
      expect(others).toEqual([]);
      if (megan) identity.activate(megan);
      reload();
      expect((await loadMsalIdentity(configuration, environment)).currentAccount()).toEqual(megan);
    },
  );

  it('but was not chosen last is known, and not taken for the one who works here', async () => {
    const identity = await loadMsalIdentity(
      await signedInAt(`https://login.microsoftonline.com/${TENANT}`),
      environment,
    );
    expect(identity.accounts()).toHaveLength(1);
    expect(identity.currentAccount()).toBeUndefined();
  });

  it('for another client of the page is none of ours', async () => {
    const configuration = await signedInAt(`https://login.microsoftonline.com/${TENANT}`);
    const clientId = '33333333-3333-4333-8333-333333333333';
    expect((await loadMsalIdentity({ ...configuration, clientId }, environment)).accounts()).toEqual([]);
  });

  it('of another cloud is none of ours, and nobody else gets its token', async () => {
    const configuration = await signedInAt(`https://login.microsoftonline.com/${TENANT}`);
    const authority = `https://login.microsoftonline.us/${TENANT}`;
    const identity = await loadMsalIdentity({ ...configuration, authority }, environment);
    expect(identity.currentAccount()).toBeUndefined();
    const account = { id: 'gone', name: '', username: '', tenantId: TENANT };
    await expect(identity.acquireToken({ scopes: ['Files.Read'], account })).rejects.toMatchObject({
      code: 'sign-in-needed',
    });
  });
});

describe('a sign-in that somebody else’s keeps from beginning', () => {
  it('leaves no watch behind', async () => {
    const identity = await loadMsalIdentity(
      await signedInAt(`https://login.microsoftonline.com/${TENANT}`),
      environment,
    );
    sessionStorage.setItem('msal.interaction.status', '{"clientId":"another"}');
    const added = vi.spyOn(await application(), 'addEventCallback');
    const removed = vi.spyOn(await application(), 'removeEventCallback');
    const error = { serviceCode: 'interaction_in_progress' };
    await expect(identity.signIn({ scopes: ['Files.Read'] })).rejects.toMatchObject(error);
    expect(added.mock.calls.length).toBe(removed.mock.calls.length);
  });
});

describe('the window of a sign-in', () => {
  it('has given its answer when the redirect page has it, and not when it has another one’s', async () => {
    const identity = await loadMsalIdentity(
      await signedInAt(`https://login.microsoftonline.com/${TENANT}`),
      environment,
    );
    const opened = vi.spyOn(await application(), 'acquireTokenPopup');
    opened.mockReturnValue(new Promise(() => undefined));
    void identity.signIn({ scopes: ['Files.Read'] });
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
    const name = opened.mock.calls[0]?.[0]?.state;
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('onedrive-control.answered');
    channel.addEventListener('message', ({ data }) => heard.push(data));
    announceAnswer({ hash: '#code=x&state=bGlicmFyeQ', search: '' });
    announceAnswer({ hash: '#code=x&state=bGlicmFyeQ%7Canother-tab', search: '' });
    await vi.waitFor(() => expect(heard).toEqual(['another-tab']));
    expect(identity.look()).toBe('none');
    announceAnswer({ hash: '', search: `?error=access_denied&state=bGlicmFyeQ%7C${name}` });
    await vi.waitFor(() => expect(identity.look()).toBe('answered'));
    channel.close();
  });
});

describe('a page that goes to Microsoft', () => {
  const STATUS = 'msal.interaction.status';

  async function setUp() {
    const configuration = await signedInAt(`https://login.microsoftonline.com/${TENANT}`);
    const identity = await loadMsalIdentity(configuration, environment);
    const left = vi.spyOn(await application(), 'acquireTokenRedirect');
    left.mockImplementation(async () => {
      sessionStorage.setItem(STATUS, JSON.stringify({ clientId: CLIENT_ID, type: 'signin' }));
      return new Promise(() => undefined);
    });
    const stop = vi.fn();
    vi.stubGlobal('stop', stop);
    return { identity, left, stop };
  }

  it('stays where that is given up, and leaves no sign-in under way behind', async () => {
    const { identity, stop } = await setUp();
    const controller = new AbortController();
    const leaving = identity.leave({ scopes: ['Files.Read'] }, controller.signal);
    const outcome = expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(stop).not.toHaveBeenCalled();
    controller.abort();
    await outcome;
    expect(stop).toHaveBeenCalledOnce();
    expect(sessionStorage.getItem(STATUS)).toBeNull();
  });

  it('takes over from a sign-in of its own that hangs', async () => {
    const { identity, left } = await setUp();
    sessionStorage.setItem(STATUS, JSON.stringify({ clientId: CLIENT_ID, type: 'signin' }));
    left.mockImplementation(async () => {
      expect(sessionStorage.getItem(STATUS)).toBeNull();
      throw new BrowserAuthError('user_cancelled', 'back');
    });
    const leaving = identity.leave({ scopes: ['Files.Read'] }, new AbortController().signal);
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is not taken for one that stays, however late the login answers', async () => {
    await setUp();
    const { redirectNavigationTimeout } = (await application()).getConfiguration().system;
    expect(redirectNavigationTimeout).toBeGreaterThanOrEqual(600_000);
  });
});

describe('signing out at Microsoft', () => {
  it('keeps nothing on the page while its window is open, answers or not', async () => {
    const configuration = await signedInAt(`https://login.microsoftonline.com/${TENANT}`);
    const identity = await loadMsalIdentity(configuration, environment);
    const [megan] = identity.accounts();
    if (!megan) throw new TypeError('Nobody is signed in.');
    identity.activate(megan);
    const logoutPopup = vi.spyOn(await application(), 'logoutPopup');
    logoutPopup.mockReturnValue(new Promise(() => undefined));
    void identity.signOut(megan);
    await vi.waitFor(() => expect(identity.accounts()).toEqual([]));
    expect(logoutPopup).toHaveBeenCalledOnce();
    reload();
    expect((await loadMsalIdentity(configuration, environment)).currentAccount()).toBeUndefined();
  });

  it('says that its window was blocked, and keeps nothing', async () => {
    const configuration = await signedInAt(`https://login.microsoftonline.com/${TENANT}`);
    const identity = await loadMsalIdentity(configuration, environment);
    const [megan] = identity.accounts();
    if (!megan) throw new TypeError('Nobody is signed in.');
    const blocked = new BrowserAuthError('popup_window_error', 'blocked');
    vi.spyOn(await application(), 'logoutPopup').mockRejectedValue(blocked);
    await expect(identity.signOut(megan)).rejects.toMatchObject({ code: 'popup-blocked' });
    expect(identity.accounts()).toEqual([]);
  });
});

describe('a page that names its user', () => {
  const authority = `https://login.microsoftonline.com/${TENANT}`;

  /** Megan worked in this tab before; Alex has signed in as well, with a session of his own. */
  async function setUp(hint: { loginHint?: string; sid?: string }) {
    await signedInAt(authority, 'alex', { sid: 'session-of-alex' });
    const configuration = await signedInAt(authority, 'megan', { sid: 'session-of-megan' });
    const before = await loadMsalIdentity(configuration, environment);
    const find = (name: string) => before.accounts().find(({ username }) => username.startsWith(name));
    const [alex, megan] = [find('alex'), find('megan')];
    if (!alex || !megan) throw new TypeError('Somebody is missing.');
    before.activate(megan);
    reload();
    const load = () => loadMsalIdentity({ ...configuration, ...hint }, environment);
    return { alex, megan, load };
  }

  it.each([{ loginHint: 'Alex@contoso.example' }, { sid: 'session-of-alex' }])(
    'begins with them, whoever worked here before: %o',
    async (hint) => {
      const { alex, load } = await setUp(hint);
      expect((await load()).currentAccount()).toEqual(alex);
    },
  );

  it.each([{ loginHint: 'megan@contoso.example' }, { sid: 'session-of-megan' }])(
    'goes on with whoever worked here, if it is them: %o',
    async (hint) => {
      const { megan, load } = await setUp(hint);
      expect((await load()).currentAccount()).toEqual(megan);
    },
  );

  it.each([{ loginHint: 'lee@contoso.example' }, { sid: 'session-of-lee' }])(
    'and has nothing of them begins with nobody: %o',
    async (hint) => {
      const { load } = await setUp(hint);
      expect((await load()).currentAccount()).toBeUndefined();
    },
  );

  it('leaves whom the user has chosen on it, until it is loaded again', async () => {
    const { alex, megan, load } = await setUp({ loginHint: 'alex@contoso.example' });
    (await load()).activate(megan);
    expect((await load()).currentAccount()).toEqual(megan);
    reload();
    expect((await load()).currentAccount()).toEqual(alex);
  });
});

describe('a storage that tabs share', () => {
  async function setUp() {
    const configuration = {
      clientId: CLIENT_ID,
      authority: `https://login.microsoftonline.com/${TENANT}`,
      redirectUri: 'http://localhost:5173/oauth2callback.html',
    };
    const stored = new Set<string>();
    const shared = await shareApplication(configuration, () => stored);
    const nothing = () => undefined;
    const activeId = () => [...stored][0];
    const stampOf = () => '';
    const common = { accountIds: () => stored, activeId, stampOf, repair: nothing, wipe: nothing };
    const parts = { configuration, caches: { all: [common], common } };
    const tab = createMemoryStorage();
    return {
      stored,
      shared,
      accounts: createMsalAccounts(shared, {
        ...parts,
        environment: { ...environment, tabStorage: () => tab },
      }),
    };
  }

  it('leaves a tab whose own account was disconnected in another one with who came instead', async () => {
    const authority = `https://login.microsoftonline.com/${TENANT}`;
    for (const person of ['megan', 'alex']) await signedInAt(authority, person);
    const [megan, alex] = [`megan.${TENANT}`, `alex.${TENANT}`];
    const { stored, accounts } = await setUp();
    const activeAfter = async (...ids: readonly string[]) => {
      stored.clear();
      for (const id of ids) stored.add(id);
      await accounts.catchUp();
      return accounts.active()?.homeAccountId;
    };
    await activeAfter(megan);
    accounts.activate({ id: megan, name: '', username: '', tenantId: TENANT });
    expect(await activeAfter(alex, megan)).toBe(megan);
    expect(await activeAfter(alex)).toBe(alex);
    // Whoever comes again is not the one who was chosen here.
    expect(await activeAfter(alex, megan)).toBe(alex);
  });

  it('is read once more where somebody came while it was being read', async () => {
    const { stored, shared, accounts } = await setUp();
    void shared.renew();
    stored.add('megan');
    await accounts.catchUp();
    expect([...shared.knows()]).toEqual(['megan']);
  });

  it('is read anew for whom an application has signed in that was replaced meanwhile', async () => {
    const { stored, shared, accounts } = await setUp();
    const before = shared.current();
    await shared.renew();
    stored.add('megan');
    shared.learn(before, 'Megan');
    expect([...shared.knows()]).toEqual([]);
    await accounts.catchUp();
    expect([...shared.knows()]).toEqual(['megan']);
    expect(shared.current()).not.toBe(before);
  });

  it('has ids in small letters, as those are who sign in here', async () => {
    const { shared } = await setUp();
    shared.learn(shared.current(), 'Megan');
    expect([...shared.knows()]).toEqual(['megan']);
  });
});

describe('the application for MsalProvider', () => {
  it('is over the control’s own', async () => {
    const identity = await loadMsalIdentity(
      await signedInAt(`https://login.microsoftonline.com/${TENANT}`),
      environment,
    );
    const [megan] = identity.accounts();
    expect(identity.application().getActiveAccount()).toBeNull();
    if (megan) identity.activate(megan);
    expect(identity.application().getActiveAccount()?.homeAccountId).toBe(megan?.id);
    expect(Object.getPrototypeOf(identity.application())).toBe(await application());
  });
});
