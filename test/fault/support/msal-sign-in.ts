import { loadExternalTokens } from '@azure/msal-browser';
import { decodeJwt } from 'jose';
import { vi } from 'vitest';
import { loadMsalIdentity } from '../../../src/auth';
import { createMemoryStorage } from '../../support/memory-storage';
import { nominalAuthority } from '../../support/nominal-authority';
import type { SignIn } from './scene';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const PAGE = 'http://localhost:5173';
const SCOPES = 'openid profile offline_access User.Read Files.Read Files.ReadWrite';

/**
 * Somebody has signed in by MSAL as the product has it: whatever it asks of the token endpoint from here on goes over
 * the wire. As much of a browser as it needs is put in place; `vi.unstubAllGlobals` takes it away.
 */
export const msalSignIn: SignIn = async ({ origin, steer, environment, user }) => {
  const sessionStorage = createMemoryStorage();
  const location = new URL(PAGE);
  const events = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('window', { crypto, performance, location, sessionStorage, ...events });
  vi.stubGlobal('document', events);
  vi.stubGlobal('location', location);
  vi.stubGlobal('sessionStorage', sessionStorage);
  vi.stubGlobal('fetch', environment.fetch);
  Reflect.deleteProperty(globalThis, Symbol.for('onedrive-control.msal'));
  const query = new URLSearchParams({ user, scope: SCOPES, client: CLIENT_ID });
  const answer = (await (await steer('GET', `token?${query}`)).json()) as { id_token: string };
  const { oid, tid } = decodeJwt(answer.id_token);
  const nominal = nominalAuthority(origin);
  await loadExternalTokens(
    { auth: { clientId: CLIENT_ID, ...nominal } },
    { scopes: SCOPES.split(' '), authority: nominal.authority },
    { ...answer, client_info: btoa(JSON.stringify({ uid: oid, utid: tid })) },
    {},
  );
  const identity = await loadMsalIdentity(
    { clientId: CLIENT_ID, authority: `${origin}/common`, redirectUri: `${PAGE}/oauth2callback.html` },
    { ...environment, tabStorage: () => sessionStorage, originStorage: () => undefined },
  );
  const [account] = identity.accounts();
  if (!account) throw new Error('MSAL does not know who has signed in.');
  return ({ scopes, claims, forceRefresh }) =>
    environment.during(() => identity.acquireToken({ account, scopes, claims, forceRefresh }));
};
