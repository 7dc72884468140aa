import { describe, expect, it, vi } from 'vitest';
import type { GetAccessToken } from '../../../src/auth';
import { createOneDriveControl } from '../../../src/control';
import { createManualEnvironment, settled } from '../../support/manual-environment';

const loaded = vi.hoisted(() => ({ msal: false }));
vi.mock('../../../src/auth/msal', () => {
  loaded.msal = true;
  return { createMsalIdentity: () => new Promise(() => undefined) };
});

const signIn = {
  clientId: '22222222-2222-4222-8222-222222222222',
  redirectUri: 'https://portal.example/oauth2callback.html',
};
const ME = { id: 'megan', displayName: 'Megan Bowen', userPrincipalName: 'megan@contoso.example' };

function open(options: object = {}, getAccessToken: GetAccessToken = async () => 'token') {
  const environment = createManualEnvironment();
  environment.answerWith(() => Response.json(ME));
  const control = createOneDriveControl({ getAccessToken, environment, ...options });
  return { control, environment };
}

describe('a control with the page’s own tokens', () => {
  it('never loads MSAL', async () => {
    const { control } = open();
    await settled();
    expect(control.connection.get().state).toBe('connected');
    expect(control.signInOwner).toBe('host');
    expect(loaded.msal).toBe(false);
  });

  it.each([
    [{}, 'https://graph.microsoft.com/v1.0'],
    [{ cloud: 'usgov' }, 'https://graph.microsoft.us/v1.0'],
    [{ authority: 'http://localhost:5174/contoso.example' }, 'http://localhost:5174/v1.0'],
    [{ graphRoot: 'https://graph.example' }, 'https://graph.example/v1.0'],
    [
      { graphRoot: 'https://portal.example/graph/v1.0/', cloud: 'china' },
      'https://portal.example/graph/v1.0',
    ],
  ])('finds Graph by %j', async (options, root) => {
    const { environment } = open(options);
    await settled();
    const [me, ...others] = environment.requests;
    expect(me?.url).toBe(`${root}/me?$select=id,displayName,userPrincipalName`);
    expect(me?.headers.get('Authorization')).toBe('Bearer token');
    expect(others.every(({ url }) => url.startsWith(`${root}/`))).toBe(true);
  });

  it('tells the account by the drive where the profile is closed, and by the drive’s id where nobody owns it', async () => {
    const { control, environment } = open();
    environment.answerWith(({ url }) =>
      url.includes('/me/drive?') ? Response.json({ id: 'drive-1' }) : new Response(null, { status: 403 }),
    );
    await settled();
    expect(control.connection.get()).toMatchObject({
      state: 'connected',
      account: { id: 'drive-1', name: '', username: '', tenantId: '' },
    });
  });

  it('has a sign-in of its own, whatever another one does', async () => {
    const environment = createManualEnvironment();
    environment.answerWith(() => Response.json(ME));
    const getAccessToken = async () => 'token';
    const [one, two] = [0, 1].map(() => createOneDriveControl({ getAccessToken, environment }));
    await settled();
    await one?.disconnect();
    expect(one?.connection.get().state).toBe('signed-out');
    expect(two?.connection.get().state).toBe('connected');
  });
});

describe('a control that is disposed of', () => {
  it('no longer waits for its host', async () => {
    let answers = 0;
    const { control } = open({}, () =>
      answers++ === 0 ? Promise.resolve('token') : new Promise(() => undefined),
    );
    await settled();
    const connecting = expect(control.connect()).rejects.toMatchObject({ code: 'cancelled' });
    control.dispose();
    await connecting;
  });
});

describe('what can’t be right', () => {
  it.each([
    ['graph', { graphRoot: 'http://graph.example/v1.0' }],
    ['graph', { graphRoot: 'graph.example' }],
    ['graph', { graphRoot: 'https://user:word@graph.example/v1.0' }],
    ['graph', { graphRoot: 'https://graph.example/v1.0?a=b' }],
    ['cloud', { cloud: 'moon' }],
    ['getAccessToken', { getAccessToken: 'token' }],
  ])('is refused by the name of %s', (serviceCode, options) => {
    expect(() => open(options)).toThrow(
      expect.objectContaining({ code: 'configuration-invalid', serviceCode }),
    );
  });

  it('is refused for signing in by MSAL, too', () => {
    const options = { signIn, graphRoot: 'http://graph.example', environment: createManualEnvironment() };
    expect(() => createOneDriveControl(options)).toThrow(expect.objectContaining({ serviceCode: 'graph' }));
  });
});
