import { describe, expect, it } from 'vitest';
import { isLocalAuthority, resolveCloud, type CloudChoice, type CloudName } from '../../../src/auth';
import { toOneDriveError } from '../../../src/lib';

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
    expect(resolveCloud({ authority: 'https://login.partner.microsoftonline.cn/x' }).graphRoot).toBe(china);
    expect(resolveCloud({ authority: 'https://login.chinacloudapi.cn/x' }).graphRoot).toBe(china);
    expect(resolveCloud({ authority: 'https://login.microsoftonline.us/x' }).graphRoot).toBe(
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
    expect(resolveCloud({ cloud, tenant: 'x' })).toEqual({
      authority: 'https://login.sovcloud.example/x',
      graphRoot,
    });
    expect(resolveCloud({ cloud, authority: 'https://other.example/y' }).graphRoot).toBe(graphRoot);
    expect(resolveCloud({ cloud, authority: 'http://localhost:1/y' }).graphRoot).toBe(graphRoot);
  });

  it.each([
    [{ tenant: '' }, 'tenant'],
    [{ tenant: '../common' }, 'tenant'],
    [{ tenant: 'a b' }, 'tenant'],
    [{ tenant: '<your-tenant>' }, 'tenant'],
    [{ authority: '' }, 'authority'],
    [{ authority: 'login.microsoftonline.com/common' }, 'authority'],
    [{ authority: 'https://login.microsoftonline.com' }, 'authority'],
    [{ authority: 'https://login.microsoftonline.com/<tenant>' }, 'authority'],
    [{ authority: 'http://login.microsoftonline.com/common' }, 'authority'],
    [{ authority: 'http://localhost.evil.example/common' }, 'authority'],
    [{ authority: 'ftp://localhost/common' }, 'authority'],
    [{ cloud: { authority: 'nonsense', graph: 'https://graph.example' } }, 'cloud'],
    [{ cloud: { authority: 'https://login.example', graph: '' } }, 'cloud'],
    [{ cloud: { authority: 'https://login.example', graph: 'http://graph.example' } }, 'cloud'],
  ] satisfies [CloudChoice, string][])('is refused with the setting that is wrong: %j', (choice, setting) => {
    expect(catchError(() => resolveCloud(choice))).toMatchObject({
      code: 'configuration-invalid',
      serviceCode: setting,
    });
  });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (reason) {
    return toOneDriveError(reason);
  }
}
