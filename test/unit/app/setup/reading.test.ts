import { describe, expect, it } from 'vitest';
import { ownAddress, readAddresses } from '../../../../src/app/setup/addresses';
import { firstInput, inputOf, keepInput, readKeptInput } from '../../../../src/app/setup/kept-input';
import { readIds, withoutSecrets } from '../../../../src/app/setup/read-ids';
import { FIRST_INPUT, type SignInAudience } from '../../../../src/app/setup/setup-input';

const CLIENT = '22222222-2222-4222-8222-222222222222';
const OBJECT = '33333333-3333-4333-8333-333333333333';
const TENANT = '11111111-1111-4111-8111-111111111111';

describe('the ids', () => {
  it.each([
    CLIENT,
    ` ${CLIENT}\n`,
    CLIENT.toUpperCase(),
    `Application (client) ID : ${CLIENT}`,
    `client_id=${CLIENT}`,
    `Display name: X\nApplication (client) ID\n${CLIENT}\nObject ID\n${OBJECT}`,
    `Object ID: ${OBJECT} Application (client) ID: ${CLIENT}`,
  ])('are understood as they are pasted: %j', (clientId) => {
    expect(readIds({ clientId, tenant: '' })).toEqual({ clientId: CLIENT, tenant: undefined, problems: [] });
  });

  it('of a whole overview are both found', () => {
    const overview = `Application (client) ID : ${CLIENT}\nObject ID : ${OBJECT}\nDirectory (tenant) ID : ${TENANT}`;
    expect(readIds({ clientId: overview, tenant: '' })).toMatchObject({ clientId: CLIENT, tenant: TENANT });
  });

  it.each([
    [TENANT, TENANT],
    [`Directory (tenant) ID : ${TENANT}`, TENANT],
    [`https://login.microsoftonline.com/${TENANT}/v2.0`, TENANT],
    [`https://sts.windows.net/${TENANT}/`, TENANT],
    [' Contoso.onmicrosoft.com ', 'contoso.onmicrosoft.com'],
    ['organizations', 'organizations'],
  ])('of a tenant may be written as %j', (tenant, read) => {
    expect(readIds({ clientId: '', tenant })).toEqual({ clientId: undefined, tenant: read, problems: [] });
  });

  it.each([
    [
      { clientId: 'my-app', tenant: '' },
      { field: 'clientId', kind: 'malformed' },
    ],
    [
      { clientId: 'abc8Q~Xy_0123456789abcdefghijklmnop.qrst', tenant: '' },
      { field: 'clientId', kind: 'secret' },
    ],
    [
      { clientId: TENANT, tenant: TENANT },
      { field: 'clientId', kind: 'same' },
    ],
    [
      { clientId: '', tenant: '<Tenant ID>' },
      { field: 'tenant', problem: { code: 'tenant.placeholder' } },
    ],
    [
      { clientId: '', tenant: 'organisations' },
      { field: 'tenant', problem: { code: 'tenant.malformed' } },
    ],
    [
      { clientId: '', tenant: 'https://contoso.b2clogin.com/contoso.com/B2C_1_x' },
      { field: 'tenant', problem: { code: 'authority.customers' } },
    ],
  ])('that are wrong are told: %j', (given, problem) => {
    expect(readIds(given).problems).toMatchObject([problem]);
  });

  // Made up, in the forms that Microsoft's have.
  it.each([
    'Kx8Q~aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW.xY',
    'abc8Q~Xy_0123456789abcdefghijklmnop.qrst',
    'Client secret: Kx8Q~aB3dE5fG7hI9jK1lM2nO4',
    'Ab3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vWxYzAbCd',
  ])('are told to be a secret in either field, and a secret is not kept: %s', (secret) => {
    const inTenant = { clientId: CLIENT, tenant: secret };
    expect(readIds(inTenant)).toEqual({
      clientId: CLIENT,
      tenant: undefined,
      problems: [{ field: 'tenant', kind: 'secret' }],
    });
    expect(withoutSecrets(inTenant)).toEqual({ clientId: CLIENT, tenant: '' });
    const inClientId = { clientId: secret, tenant: TENANT };
    expect(readIds(inClientId).problems).toEqual([{ field: 'clientId', kind: 'secret' }]);
    expect(withoutSecrets(inClientId)).toEqual({ clientId: '', tenant: TENANT });
  });

  it.each([
    TENANT,
    `Directory (tenant) ID : ${TENANT}`,
    'a-very-long-name-of-a-company.onmicrosoft.com',
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
  ])('are no secret where they are a tenant: %s', (tenant) => {
    expect(readIds({ clientId: '', tenant }).problems).toEqual([]);
  });

  it.each<[SignInAudience, string, boolean]>([
    ['AzureADMyOrg', 'common', false],
    ['AzureADMyOrg', 'organizations', false],
    ['AzureADMyOrg', 'consumers', false],
    ['AzureADMyOrg', TENANT, true],
    ['AzureADMultipleOrgs', 'consumers', false],
    ['AzureADMultipleOrgs', 'common', true],
    ['AzureADMultipleOrgs', TENANT, true],
    ['AzureADandPersonalMicrosoftAccount', 'consumers', true],
    ['PersonalMicrosoftAccount', 'organizations', false],
    ['PersonalMicrosoftAccount', TENANT, false],
    ['PersonalMicrosoftAccount', 'consumers', true],
  ])('of %s and the tenant %s fit: %s', (audience, tenant, fits) => {
    const read = readIds({ clientId: '', tenant, audience });
    expect(read.tenant).toBe(fits ? tenant : undefined);
    expect(read.problems).toEqual(fits ? [] : [{ field: 'tenant', kind: 'contradiction', tenant }]);
  });
});

describe('the redirect addresses', () => {
  it.each([
    ['https://files.contoso.example/', 'https://files.contoso.example/oauth2callback.html', []],
    [
      'https://contoso.example/a/B/index.html?setup#x',
      'https://contoso.example/a/B/oauth2callback.html',
      ['twin', 'capitals'],
    ],
    ['http://localhost:5173/', 'http://localhost:5173/oauth2callback.html', ['loopback']],
    ['http://files.contoso.example/', 'http://files.contoso.example/oauth2callback.html', ['insecure']],
    ['https://12ab-34.ngrok-free.app/', 'https://12ab-34.ngrok-free.app/oauth2callback.html', ['tunnel']],
    ['https://x-5173.euw.devtunnels.ms/', 'https://x-5173.euw.devtunnels.ms/oauth2callback.html', ['tunnel']],
    ['https://www.contoso.example/', 'https://www.contoso.example/oauth2callback.html', ['twin']],
  ])('of a page at %s', (page, address, warnings) => {
    expect(ownAddress(page)).toEqual({ address, warnings });
  });

  it('of other pages are completed, one a line', () => {
    const text =
      'portal.contoso.example\nhttps://b.contoso.example/x/\n https://c.contoso.example/y/page.html?q#h ::';
    expect(readAddresses(text)).toMatchObject([
      { address: 'https://portal.contoso.example/oauth2callback.html' },
      { address: 'https://b.contoso.example/x/oauth2callback.html' },
      { address: 'https://c.contoso.example/y/oauth2callback.html' },
      { malformed: '::' },
    ]);
  });
});

describe('what was entered', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      tabStorage: () => ({
        length: 0,
        clear: () => kept.clear(),
        key: () => null,
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      }),
    };
  };

  it('outlives a reload, and what can’t be read is begun anew', () => {
    const tab = storage();
    expect(readKeptInput(tab)).toBeUndefined();
    const input = { ...FIRST_INPUT, name: 'Files', clientId: CLIENT };
    keepInput(tab, input);
    expect(readKeptInput(tab)).toEqual(input);
    tab.tabStorage().setItem('onedrive-control.setup', '{"cloud":"mars"}');
    expect(readKeptInput(tab)).toBeUndefined();
    tab.tabStorage().setItem('onedrive-control.setup', '{');
    expect(readKeptInput(tab)).toBeUndefined();
  });

  it('is never a client secret', () => {
    const tab = storage();
    keepInput(tab, { ...FIRST_INPUT, clientId: 'Kx8Q~abcdefghijklmnopqrstuvwxyz0123456' });
    expect(tab.tabStorage().getItem('onedrive-control.setup')).not.toContain('Kx8Q');
    expect(readKeptInput(tab)).toEqual(FIRST_INPUT);
  });

  it('begins with the emulator of the development server, without choosing it', () => {
    const given = { authority: 'http://localhost:21001/common' };
    const input = { ...FIRST_INPUT, emulator: 'http://localhost:21001' };
    expect(inputOf(given)).toEqual(input);
    expect(firstInput({ ...given, clientId: CLIENT })).toEqual(input);
    expect(firstInput({ authority: `https://login.microsoftonline.com/${TENANT}` })).toEqual(FIRST_INPUT);
  });

  it('begins with what the page is configured with', () => {
    expect(inputOf({})).toEqual(FIRST_INPUT);
    expect(inputOf({ clientId: CLIENT, tenant: TENANT, cloud: 'china', theme: 5 })).toMatchObject({
      clientId: CLIENT,
      tenant: TENANT,
      cloud: 'china',
      audience: 'AzureADMyOrg',
    });
    expect(inputOf({ authority: `https://login.microsoftonline.com/${TENANT}/v2.0` })).toMatchObject({
      tenant: TENANT,
      cloud: 'global',
    });
    expect(inputOf({ clientId: CLIENT, authority: 'http://localhost:5174/common' })).toMatchObject({
      cloud: 'emulator',
      emulator: 'http://localhost:5174',
      audience: 'AzureADandPersonalMicrosoftAccount',
      tenant: '',
    });
  });
});
