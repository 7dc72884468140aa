import { describe, expect, it, vi } from 'vitest';
import { createHostApplicationAuth, type HostApplication } from '../../../src/auth';
import { createManualEnvironment, silence } from '../../support/manual-environment';

function infoOf(id: string) {
  return { homeAccountId: id, username: `${id}@contoso.example`, tenantId: 'tenant', name: id };
}

/** The page's own MSAL, as far as the control uses it. */
function createApplication(active?: string) {
  const listeners = new Map<string, () => void>();
  const asked: object[] = [];
  let who = active;
  let failure: object | undefined;
  const answer = async (request: object) => {
    asked.push(request);
    if (failure) throw failure;
    who ??= 'megan';
    return { accessToken: `token of ${who}`, account: infoOf(who), expiresOn: new Date(9e12) };
  };
  return {
    asked,
    getActiveAccount: () => (who === undefined ? null : infoOf(who)),
    getAllAccounts: () => (who === undefined ? [] : [infoOf(who)]),
    acquireTokenSilent: (request: object) => answer({ way: 'silent', ...request }),
    acquireTokenPopup: (request: object) => answer({ way: 'popup', ...request }),
    addEventCallback: (listener: () => void) => {
      listeners.set('id', listener);
      return 'id';
    },
    removeEventCallback: (id: string) => void listeners.delete(id),
    become: (id: string | undefined) => {
      who = id;
      for (const listener of listeners.values()) listener();
    },
    failWith: (next: object | undefined) => {
      failure = next;
    },
  };
}

async function setUp(active?: string) {
  const application = createApplication(active);
  return { application, auth: await start(application) };
}

async function start(application: HostApplication) {
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const authority = 'https://login.microsoftonline.com/common';
  const auth = createHostApplicationAuth({ application, authority, environment });
  await vi.waitFor(() => expect(auth.connection.get().state).not.toBe('starting'));
  return auth;
}

describe('the page’s own MSAL', () => {
  it('gives the tokens of its active account', async () => {
    const { application, auth } = await setUp('megan');
    expect(auth.owner).toBe('host');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    expect(await auth.getAccessToken({ access: 'write' })).toBe('token of megan');
    expect(application.asked).toMatchObject([
      { way: 'silent', scopes: ['Files.ReadWrite'], account: { homeAccountId: 'megan' } },
    ]);
  });

  it('is followed when somebody else becomes active, or nobody', async () => {
    const { application, auth } = await setUp('megan');
    application.become('alex');
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
    expect(await auth.getAccessToken({ access: 'read' })).toBe('token of alex');
    application.become(undefined);
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
  });

  it('opens the window of a click, and keeps all it has when the control disconnects', async () => {
    const { application, auth } = await setUp();
    await auth.connect();
    expect(application.asked).toMatchObject([{ way: 'popup', overrideInteractionInProgress: false }]);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    await auth.disconnect({ signOut: true });
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    expect(application.getActiveAccount()).toMatchObject({ homeAccountId: 'megan' });
    expect(application.asked).toHaveLength(1);
  });

  it('that is signing in already says so, and another click takes over', async () => {
    const { application, auth } = await setUp();
    application.failWith({ errorCode: 'interaction_in_progress' });
    await expect(auth.connect()).rejects.toMatchObject({ serviceCode: 'interaction_in_progress' });
    application.failWith(undefined);
    await auth.connect();
    expect(application.asked.at(-1)).toMatchObject({ overrideInteractionInProgress: true });
  });

  it('that needs a person makes the connection expired', async () => {
    const { application, auth } = await setUp('megan');
    application.failWith({ errorCode: 'interaction_required' });
    await expect(auth.getAccessToken({ access: 'read' })).rejects.toMatchObject({ code: 'sign-in-needed' });
    expect(auth.connection.get()).toMatchObject({ state: 'expired', account: { id: 'megan' } });
  });

  it.each([
    ['publicClientApplication.foreign', { ...createApplication(), acquireTokenPopup: undefined }],
    ['publicClientApplication.other-version', { ...createApplication(), getAccountByHomeId: () => null }],
  ])('has to be one: %s', async (code, given) => {
    const auth = await start(given as HostApplication);
    const error = { code: 'configuration-invalid', cause: { code } };
    expect(auth.connection.get()).toMatchObject({ state: 'signed-out', error });
  });
});
