import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLocalAuthority,
  resolveCloud,
  settingProblemOf,
  type CloudChoice,
  type CloudName,
  type SettingProblemCode,
} from '../../../src/auth';
import { toOneDriveError, type OneDriveError } from '../../../src/lib';

const GLOBAL = 'https://graph.microsoft.com/v1.0';

describe('the cloud', () => {
  it.each([
    ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['usgov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['usgov-dod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ] satisfies [CloudName, string, string][])('%s has its own sign-in and Graph', (cloud, login, graph) => {
    const resolved = { authority: `${login}/contoso.example`, graphRoot: `${graph}/v1.0` };
    expect(resolveCloud({ cloud, tenant: 'Contoso.example' })).toEqual(resolved);
    // The same by its authority: the two American clouds share one.
    expect(resolveCloud({ cloud, authority: `${login}/contoso.example` })).toEqual(resolved);
  });

  it('is the global one for everybody unless told', () => {
    expect(resolveCloud({})).toEqual({
      authority: 'https://login.microsoftonline.com/common',
      graphRoot: GLOBAL,
    });
  });

  it.each([
    'https://login.microsoftonline.com/common',
    'https://login.microsoftonline.com/common/',
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/common/v2.0/',
    'https://LOGIN.microsoftonline.com:443/common/oauth2/v2.0/authorize?x=1#y',
  ])('is found by an authority or issuer: %s', (authority) => {
    expect(resolveCloud({ authority })).toEqual({
      authority: 'https://login.microsoftonline.com/common',
      graphRoot: GLOBAL,
    });
  });

  it('is known by the authority of a national cloud, its alias too', () => {
    const china = 'https://microsoftgraph.chinacloudapi.cn/v1.0';
    expect(resolveCloud({ authority: 'https://login.partner.microsoftonline.cn/x.cn' }).graphRoot).toBe(
      china,
    );
    expect(resolveCloud({ authority: 'https://login.chinacloudapi.cn/x.cn' }).graphRoot).toBe(china);
    expect(resolveCloud({ authority: 'https://login.microsoftonline.us/x.us' }).graphRoot).toBe(
      'https://graph.microsoft.us/v1.0',
    );
  });

  it.each(['http://localhost:5174', 'http://127.0.0.1:5174', 'http://[::1]:5174'])(
    'on loopback is the emulator, which is both: %s',
    (origin) => {
      const resolved = { authority: `${origin}/contoso.example`, graphRoot: `${origin}/v1.0` };
      expect(resolveCloud({ authority: `${origin}/contoso.example/v2.0` })).toEqual(resolved);
      expect(isLocalAuthority(resolved.authority)).toBe(true);
    },
  );

  it.each(['https://pages.example/demo/at/7/login', 'http://localhost:8000/demo/login'])(
    'below a path is the emulator as well, with Graph beside it: %s',
    (base) => {
      const resolved = { authority: `${base}/contoso.example`, graphRoot: `${base}/v1.0` };
      expect(resolveCloud({ authority: resolved.authority })).toEqual(resolved);
      expect(resolveCloud({ authority: `${resolved.authority}/v2.0/` })).toEqual(resolved);
      expect(resolveCloud({ authority: `${resolved.authority}/oauth2/v2.0/authorize` })).toEqual(resolved);
      expect(isLocalAuthority(resolved.authority)).toBe(true);
    },
  );

  it('may be any pair that an integrator names, with and without slashes or a version', () => {
    const cloud = {
      authority: 'https://login.sovcloud.example/',
      graph: 'https://graph.sovcloud.example/v1.0/',
    };
    const graphRoot = 'https://graph.sovcloud.example/v1.0';
    expect(resolveCloud({ cloud, tenant: 'x.example' })).toEqual({
      authority: 'https://login.sovcloud.example/x.example',
      graphRoot,
    });
    expect(resolveCloud({ cloud, authority: 'https://other.example/y.example' }).graphRoot).toBe(graphRoot);
    expect(resolveCloud({ cloud, authority: 'http://localhost:1/y.example' }).graphRoot).toBe(graphRoot);
  });

  it.each([
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0',
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0/.well-known/openid-configuration',
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/.well-known/openid-configuration',
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token',
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/discovery/v2.0/keys',
    ' https://sts.windows.net/11111111-1111-4111-8111-111111111111/\n',
    'https://login.windows.net/11111111-1111-4111-8111-111111111111',
  ])('is read from whatever a guide prints: %s', (authority) => {
    expect(resolveCloud({ authority })).toEqual({
      authority: 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111',
      graphRoot: GLOBAL,
    });
  });

  it('of an old issuer is the one that was chosen', () => {
    const authority = 'https://sts.windows.net/contoso.us/';
    expect(resolveCloud({ authority, cloud: 'usgov' })).toEqual({
      authority: 'https://login.microsoftonline.us/contoso.us',
      graphRoot: 'https://graph.microsoft.us/v1.0',
    });
  });

  it('gives one spelling, whatever surrounds the tenant and however it is written', () => {
    const tenants = fc.oneof(
      fc.uuid(),
      fc.domain(),
      fc.constantFrom('common', 'organizations', 'consumers', 'contoso.onmicrosoft.com'),
    );
    const endings = fc.constantFrom('', '/', '/v2.0', '/v2.0/', '/oauth2/v2.0/authorize?x=1', '/V2.0');
    const blanks = fc.constantFrom('', ' ', '\n', '\t');
    fc.assert(
      fc.property(tenants, endings, blanks, fc.boolean(), (tenant, ending, blank, loud) => {
        const written = loud ? tenant.toUpperCase() : tenant;
        const byTenant = resolveCloud({ tenant: `${blank}${written}${blank}` });
        const authority = `${blank}https://login.microsoftonline.com/${written}${ending}${blank}`;
        expect(resolveCloud({ authority }).authority).toBe(byTenant.authority);
        expect(resolveCloud({ authority: byTenant.authority })).toEqual(byTenant);
      }),
    );
  });

  it.each([
    [{ tenant: '' }, 'tenant.malformed'],
    [{ tenant: '../common' }, 'tenant.malformed'],
    [{ tenant: 'a b' }, 'tenant.malformed'],
    [{ tenant: 'organisations' }, 'tenant.malformed'],
    [{ tenant: 'contoso' }, 'tenant.malformed'],
    [{ tenant: '<your-tenant>' }, 'tenant.placeholder'],
    [{ tenant: '{tenantid}' }, 'tenant.placeholder'],
    [{ tenant: 'https://login.microsoftonline.com/contoso.com/v2.0' }, 'tenant.address'],
    [{ tenant: 'consumers', cloud: 'china' }, 'tenant.work-only'],
    [{ authority: '' }, 'authority.malformed'],
    [{ authority: 'login.microsoftonline.com/common' }, 'authority.malformed'],
    [{ authority: 'https://login.microsoftonline.com' }, 'authority.no-tenant'],
    [{ authority: 'https://login.microsoftonline.com/v2.0' }, 'authority.no-tenant'],
    [{ authority: 'https://login.microsoftonline.com/<Tenant ID>/v2.0' }, 'authority.placeholder'],
    [{ authority: 'https://login.microsoftonline.com/{tenantid}/v2.0' }, 'authority.placeholder'],
    [{ authority: 'http://login.microsoftonline.com/common' }, 'authority.insecure'],
    [{ authority: 'http://localhost.evil.example/common' }, 'authority.insecure'],
    [{ authority: 'ftp://localhost/common' }, 'authority.insecure'],
    [
      { authority: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_in/v2.0' },
      'authority.customers',
    ],
    [{ authority: 'https://contoso.ciamlogin.com/contoso.onmicrosoft.com/v2.0' }, 'authority.customers'],
    [{ authority: 'https://login.microsoftonline.com/tfp/contoso.com/b2c_1_in' }, 'authority.customers'],
    [{ authority: 'https://adfs.contoso.com/adfs' }, 'authority.federation'],
    [{ authority: 'https://accounts.google.com/contoso.com' }, 'authority.unknown-host'],
    [{ authority: 'https://login.microsoftonline.us/contoso.us', cloud: 'china' }, 'authority.other-cloud'],
    [{ cloud: { authority: 'nonsense', graph: 'https://graph.example' } }, 'cloud.insecure'],
    [{ cloud: { authority: 'https://login.example', graph: '' } }, 'cloud.insecure'],
    [{ cloud: { authority: 'https://login.example', graph: 'http://graph.example' } }, 'cloud.insecure'],
  ] satisfies [CloudChoice, SettingProblemCode][])('is refused with what is wrong: %j', (choice, code) => {
    const error = catchError(() => resolveCloud(choice));
    expect(error).toMatchObject({ code: 'configuration-invalid', serviceCode: code.split('.')[0] });
    expect(settingProblemOf(error)).toMatchObject({ code });
  });
});

function catchError(run: () => unknown): OneDriveError {
  try {
    run();
    throw new Error('Nothing was refused.');
  } catch (reason) {
    return toOneDriveError(reason);
  }
}
