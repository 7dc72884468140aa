import { describe, expect, it } from 'vitest';
import { resolveCloud } from '../../../src/auth';
import { CALLBACK_POLICY, contentSecurityPolicy, hostPageDirectives } from '../../../src/control';

const policyOf = (text: string) =>
  new Map(text.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

describe('the policy of the single-page application', () => {
  const cloud = resolveCloud({ cloud: 'usgov', tenant: 'contoso.example' });

  it('lets the page talk to the sign-in, Graph and the bytes of its cloud, and show the sign-in in a frame', () => {
    const policy = policyOf(contentSecurityPolicy({ cloud }));
    const login = 'https://login.microsoftonline.us';
    expect(policy.get('connect-src')).toEqual([
      "'self'",
      login,
      'https://graph.microsoft.us',
      'https://*.sharepoint.us',
      'https://*.svc.ms',
    ]);
    const bytes = ['https://*.sharepoint.us', 'https://*.svc.ms'];
    expect(policy.get('frame-src')).toEqual(["'self'", login, ...bytes]);
    expect(policy.get('media-src')).toEqual(bytes);
    expect(policy.get('form-action')).toEqual([login]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });

  it('allows no inline script or style, no evaluation, no framing and no other base', () => {
    const text = contentSecurityPolicy({ cloud });
    expect(text).not.toMatch(/unsafe|\*(?![.])/);
    const policy = policyOf(text);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('of the redirect page lets its own origin frame it, for hidden renewals', () => {
    const policy = policyOf(CALLBACK_POLICY);
    expect(policy.get('frame-ancestors')).toEqual(["'self'"]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });
});

describe('what a page with the element must allow', () => {
  it('names no host of another cloud', () => {
    const names = ['global', 'usgov', 'usgov-dod', 'china'] as const;
    const hosts = names.map((name) => {
      const { 'connect-src': connect, 'img-src': img } = hostPageDirectives({
        cloud: resolveCloud({ cloud: name }),
      });
      return [...connect, ...img].filter((source) => /sharepoint|microsoft/.test(source)).join(' ');
    });
    expect(hosts.map((text) => /sharepoint\.com/.test(text))).toEqual([true, false, false, false]);
    expect(hosts.map((text) => /sharepoint\.us/.test(text))).toEqual([false, true, false, false]);
    expect(hosts.map((text) => /sharepoint-mil\.us/.test(text))).toEqual([false, false, true, false]);
    expect(hosts.map((text) => /sharepoint\.cn/.test(text))).toEqual([false, false, false, true]);
    expect(hosts.map((text) => /microsoftpersonalcontent/.test(text))).toEqual([true, false, false, false]);
  });

  it('names the emulator once, and the origin of its bytes: the next port, or the one that is told', () => {
    const cloud = resolveCloud({ authority: 'http://localhost:5174/common' });
    expect(hostPageDirectives({ cloud })).toEqual({
      'script-src': ["'self'"],
      'connect-src': ['http://localhost:5174', 'http://localhost:5175'],
      'img-src': ['blob:', 'data:', 'http://localhost:5175'],
      'media-src': ['http://localhost:5175'],
      'frame-src': ["'self'", 'http://localhost:5174', 'http://localhost:5175'],
    });
    const moved = hostPageDirectives({ cloud, bytesOrigins: ['http://localhost:9000'] });
    expect(moved['img-src']).toEqual(['blob:', 'data:', 'http://localhost:9000']);
  });

  it('names one origin for an emulator below a path, which has its bytes there too', () => {
    const cloud = resolveCloud({ authority: 'https://pages.example/demo/login/common' });
    expect(hostPageDirectives({ cloud })).toMatchObject({
      'connect-src': ['https://pages.example'],
      'img-src': ['blob:', 'data:', 'https://pages.example'],
    });
  });

  it('for Graph behind a gateway of the host allows the bytes of every cloud', () => {
    const cloud = resolveCloud({
      cloud: { authority: 'https://login.contoso.example', graph: 'https://graph.contoso.example' },
    });
    expect(hostPageDirectives({ cloud })['connect-src']).toEqual(
      expect.arrayContaining([
        'https://graph.contoso.example',
        'https://*.sharepoint.com',
        'https://*.sharepoint.cn',
      ]),
    );
  });
});
