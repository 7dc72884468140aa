import { describe, expect, it, vi } from 'vitest';
import { ATTRIBUTES, propertyOf, readProps, type AttributeName } from '../../../src/element/attributes';
import { defaultRedirectUri } from '../../../src/element/redirect-address';

describe('on a server', () => {
  it('the element can be imported, though there are no elements', async () => {
    const { OneDriveControlElement } = await import('../../../src/element');
    expect(OneDriveControlElement.observedAttributes).toEqual(ATTRIBUTES);
  });
});

describe('a page that defines it twice', () => {
  it('keeps the first and is warned', async () => {
    const { defineElement } = await import('../../../src/element/define-element');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const registry = { get: () => Object, define: vi.fn<CustomElementRegistry['define']>() };
    defineElement(registry as unknown as CustomElementRegistry);
    expect(registry.define).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('first'));
    warn.mockRestore();
  });
});

describe('attributes', () => {
  const read = (attributes: Partial<Record<AttributeName, string>>) =>
    readProps((name) => attributes[name] ?? null, { redirectUri: 'https://a.example/cb', direction: 'rtl' });

  it('have camel-case properties', () => {
    expect(propertyOf('client-id')).toBe('clientId');
    expect(propertyOf('cache-location')).toBe('cacheLocation');
    expect(propertyOf('theme')).toBe('theme');
  });

  it('become props of the same names', () => {
    const attributes: Record<AttributeName, string> = {
      'client-id': 'id',
      tenant: 'contoso.example',
      authority: 'https://login.example/x',
      cloud: 'usgov',
      'redirect-uri': '/cb.html',
      scopes: 'User.Read Files.Read',
      'login-hint': 'me',
      'domain-hint': 'consumers',
      'cache-location': 'memoryStorage',
      folder: 'Documents/2026',
      root: 'Portal',
      theme: 'dark',
      locale: 'de',
      dir: 'ltr',
    };
    const props = read(attributes);
    for (const name of ATTRIBUTES) expect(Reflect.get(props, propertyOf(name))).toBe(attributes[name]);
  });

  it('that are missing or empty leave what holds around the element', () => {
    const defaults = { clientId: '', redirectUri: 'https://a.example/cb', dir: 'rtl' };
    expect(read({})).toMatchObject(defaults);
    expect(read({ 'redirect-uri': ' ', dir: '', tenant: '' })).toMatchObject({
      ...defaults,
      tenant: undefined,
    });
  });

  it('with words that nobody knows fall back, but never to another cloud', () => {
    expect(read({ theme: 'pink', dir: 'up', 'cache-location': 'cookie', cloud: 'mars' })).toMatchObject({
      theme: undefined,
      dir: 'rtl',
      cacheLocation: undefined,
      cloud: 'mars',
    });
  });
});

describe('the redirect address', () => {
  it('lies beside the script where that is of the page’s origin', () => {
    const uri = defaultRedirectUri('https://p.example/od/onedrive-control.js?1', 'https://p.example/app/#/x');
    expect(uri).toBe('https://p.example/od/oauth2callback.html');
  });

  it.each(['https://cdn.example/onedrive-control.js', 'http://p.example/x.js', 'data:text/javascript,1'])(
    'is nobody’s guess for the script %s',
    (script) => {
      expect(defaultRedirectUri(script, 'https://p.example/')).toBeUndefined();
    },
  );
});
