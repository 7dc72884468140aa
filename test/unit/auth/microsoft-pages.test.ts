import { describe, expect, it } from 'vitest';
import { adminConsentPage, consentPage, isPersonal } from '../../../src/auth';

const GLOBAL = 'https://login.microsoftonline.com';
const person = (tenantId: string) => ({ id: 'a', name: 'A', username: 'a@contoso.example', tenantId });
const work = person('11111111-1111-4111-8111-111111111111');
const personal = person('9188040d-6c67-4c5b-b112-36a304b66dad');

describe('where somebody takes permissions back', () => {
  it.each([
    [work, `${GLOBAL}/common`, 'https://myapps.microsoft.com'],
    [personal, `${GLOBAL}/common`, 'https://account.live.com/consent/Manage'],
    [work, 'https://login.microsoftonline.us/contoso.example', 'https://myapps.microsoft.us'],
    [work, 'https://login.partner.microsoftonline.cn/common', undefined],
    [work, 'http://localhost:5174/common', undefined],
  ])('depends on the account and the cloud %#', (account, authority, page) => {
    expect(consentPage(account, authority)).toBe(page);
  });

  it('knows personal accounts by their tenant', () => {
    expect([work, personal].map(isPersonal)).toEqual([false, true]);
  });
});

describe('where an administrator approves for everybody', () => {
  const clientId = '22222222-2222-4222-8222-222222222222';
  const redirectUri = 'https://portal.example/oauth2callback.html';
  const ask = (authority: string, graphRoot = 'https://graph.microsoft.com/v1.0') =>
    new URL(
      adminConsentPage(
        { clientId, redirectUri, authority },
        { scopes: ['User.Read', 'Files.Read'], graphRoot },
      ),
    );

  it('names the app, the full permissions and a registered address', () => {
    const { origin, pathname, searchParams } = ask(`${GLOBAL}/contoso.example`);
    expect(origin + pathname).toBe(`${GLOBAL}/contoso.example/v2.0/adminconsent`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: clientId,
      scope: 'https://graph.microsoft.com/User.Read https://graph.microsoft.com/Files.Read',
      redirect_uri: redirectUri,
    });
  });

  it.each(['common', 'consumers', 'organizations'])(
    'is for the administrator’s own tenant at %s',
    (tenant) => {
      expect(ask(`${GLOBAL}/${tenant}`).pathname).toBe('/organizations/v2.0/adminconsent');
    },
  );

  it('has the permissions of the cloud in use', () => {
    const { searchParams } = ask(
      'https://login.microsoftonline.us/common',
      'https://graph.microsoft.us/v1.0',
    );
    expect(searchParams.get('scope')).toContain('https://graph.microsoft.us/Files.Read');
  });
});
