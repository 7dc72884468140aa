import { loadExternalTokens } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadMsalIdentity } from '../../../src/auth';
import { createBrowserEnvironment } from '../../../src/lib';

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

afterEach(() => {
  vi.unstubAllGlobals();
  reload();
});

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function signedInAt(authority: string) {
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
    oid: 'oid',
    tid: TENANT,
    sub: 'sub',
    name: 'Megan Bowen',
    preferred_username: 'megan@contoso.example',
  })}.x`;
  await loadExternalTokens(
    { auth: { clientId: CLIENT_ID, authority } },
    { scopes: ['Files.Read'], authority },
    {
      token_type: 'Bearer',
      access_token: 'token',
      expires_in: 3600,
      id_token: idToken,
      client_info: base64url({ uid: 'oid', utid: TENANT }),
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
