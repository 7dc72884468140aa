import { describe, expect, it, vi } from 'vitest';
import { createOneDriveControl } from '../../../src/control';
import { sharePage } from '../../../src/control/page-share';
import { createManualEnvironment } from '../../support/manual-environment';

const signIn = {
  clientId: '22222222-2222-4222-8222-222222222222',
  redirectUri: 'https://portal.example/oauth2callback.html',
};

// What becomes of signing in is another test's; here nobody loads the library.
vi.mock('../../../src/auth/load-msal', () => ({ loadMsalIdentity: () => new Promise(() => undefined) }));

describe('controls of one page', () => {
  it('share a sign-in where the settings are equal', () => {
    const { signIn: connect } = sharePage(createManualEnvironment());
    expect(connect({ ...signIn })).toBe(connect({ ...signIn, tenant: undefined }));
    expect(connect({ ...signIn, loginHint: 'me' })).not.toBe(connect(signIn));
    expect(connect({ ...signIn, tenant: 'contoso.example' })).not.toBe(connect(signIn));
  });

  it('share one throttle gate', () => {
    const environment = createManualEnvironment();
    expect(sharePage(environment)).toBe(sharePage(environment));
    expect(sharePage(createManualEnvironment())).not.toBe(sharePage(environment));
  });

  it('follow the same connection', () => {
    const environment = createManualEnvironment();
    const [one, two] = [0, 1].map(() => createOneDriveControl({ signIn, environment }));
    expect(one?.connection).toBe(two?.connection);
    expect(one?.folder).not.toBe(two?.folder);
    one?.dispose();
    two?.dispose();
  });
});

describe('sign-in settings', () => {
  it.each([
    ['clientId', { ...signIn, clientId: '' }],
    ['clientId', { ...signIn, clientId: 'my-app' }],
    ['redirectUri', { ...signIn, redirectUri: '/oauth2callback.html' }],
    ['redirectUri', { ...signIn, redirectUri: 'http://portal.example/oauth2callback.html' }],
    ['tenant', { ...signIn, tenant: 'a b' }],
    ['authority', { ...signIn, authority: 'contoso' }],
  ])('that can’t be right are refused by the name of %s', (serviceCode, settings) => {
    const create = () => createOneDriveControl({ signIn: settings, environment: createManualEnvironment() });
    expect(create).toThrow(expect.objectContaining({ code: 'configuration-invalid', serviceCode }));
  });
});
