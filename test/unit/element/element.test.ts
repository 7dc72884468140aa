import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ATTRIBUTES, propertyOf, type AttributeName } from '../../../src/element/attributes';
import { embedTexts, en } from '../../../src/locales';
import { readValue, writeValue } from '../../../src/element/form-value';
import { readProps } from '../../../src/element/read-props';
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

describe('what the script says before the application is there', () => {
  it('is said in the words that strings overrides', () => {
    expect(en).toMatchObject(embedTexts);
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
    const attributes: Partial<Record<AttributeName, string>> = {
      'client-id': 'id',
      tenant: 'contoso.example',
      authority: 'https://login.example/x',
      cloud: 'usgov',
      'redirect-uri': '/cb.html',
      scopes: 'User.Read Files.Read',
      'login-hint': 'me',
      'domain-hint': 'consumers',
      'cache-location': 'memoryStorage',
      interaction: 'redirect',
      folder: 'Documents/2026',
      root: 'Portal',
      mode: 'pick',
      'pick-kind': 'folders',
      accept: '.pdf,image/*',
      selection: 'multiple',
      can: 'upload download',
      theme: 'teams-dark',
      locale: 'de',
      dir: 'ltr',
    };
    const props = read(attributes);
    for (const [name, value] of Object.entries(attributes) as [AttributeName, string][])
      expect(Reflect.get(props, propertyOf(name))).toBe(value);
  });

  it('are numbers and booleans where they say so', () => {
    expect(read({ 'max-count': '3', 'max-size': '1e6', readonly: '' })).toMatchObject({
      maxCount: 3,
      maxSize: 1_000_000,
      readonly: true,
    });
    expect(read({ 'max-count': 'many', 'max-size': '' })).toMatchObject({
      maxCount: Number.NaN,
      maxSize: undefined,
      readonly: false,
    });
  });

  it('that are missing or empty leave what holds around the element', () => {
    const defaults = { clientId: undefined, redirectUri: 'https://a.example/cb', dir: 'rtl' };
    expect(read({})).toMatchObject(defaults);
    expect(read({ 'redirect-uri': ' ', dir: '', tenant: '' })).toMatchObject({
      ...defaults,
      tenant: undefined,
    });
  });

  it('with words that nobody knows are left to the component, which tells of them', () => {
    const unknown = {
      theme: 'pink',
      mode: 'save',
      'pick-kind': 'pets',
      'cache-location': 'cookie',
      cloud: 'mars',
    };
    expect(read({ ...unknown, dir: 'up' })).toMatchObject({
      theme: 'pink',
      mode: 'save',
      pickKind: 'pets',
      cacheLocation: 'cookie',
      cloud: 'mars',
      dir: 'rtl',
    });
  });

  it('that allow nothing allow nothing, other than the missing attribute', () => {
    expect(read({ can: '' }).can).toBe('');
    expect(read({}).can).toBeUndefined();
  });
});

describe('the value of the field', () => {
  const item = { driveId: 'd', id: '1', name: 'Plan.docx' };

  it('is JSON that names the item, and a list where several can be chosen', () => {
    expect(writeValue([{ ...item, size: 7 }], false)).toBe(JSON.stringify(item));
    expect(writeValue([item], true)).toBe(JSON.stringify([item]));
    expect(writeValue([], true)).toBe('');
  });

  it('can be read again', () => {
    expect(readValue('')).toEqual([]);
    expect(readValue(JSON.stringify(item))).toEqual([item]);
    const more = { ...item, size: 7, path: ['Documents'], script: 'no' };
    expect(readValue(JSON.stringify([more]))).toEqual([{ ...item, size: 7, path: ['Documents'] }]);
  });

  it.each(['{', '1', 'null', '[[]]', '{"id":"1","name":"a"}', '{"driveId":"d","id":"","name":"a"}'])(
    'that says %s is refused',
    (text) => {
      expect(() => readValue(text)).toThrow(TypeError);
    },
  );
});

describe('the types of the element', () => {
  it('lead to no React: a Vue project has none', () => {
    const seen = new Set<string>();
    const follow = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      for (const [, name = ''] of text.matchAll(/(?:^|\n)(?:import|export)[^;'"]*?from '([^']+)'/g)) {
        expect(name, file).not.toMatch(/^react|^@fluentui/);
        if (!name.startsWith('.') || name.endsWith('?inline')) continue;
        const path = join(dirname(file), name);
        const found = [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(existsSync);
        if (found) follow(found);
      }
    };
    follow('src/element/index.ts');
    expect(seen).toContain('src/host/index.ts');
    expect(seen).toContain('src/drive/index.ts');
  });
});

describe('the redirect address', () => {
  it('lies beside the script where that is of the page’s origin', () => {
    const uri = defaultRedirectUri('https://p.example/od/onedrive-control.js?1', 'https://p.example/app/#/x');
    expect(uri).toBe('https://p.example/od/oauth2callback.html');
  });

  it.each([
    'https://cdn.example/onedrive-control.js',
    'http://p.example/onedrive-control.js',
    'data:text/javascript,1',
    // In a bundle: nobody has put the page beside its files.
    'https://p.example/assets/index-DkQ1x0aB.js',
    'https://p.example/assets/onedrive-control-DkQ1x0aB.js',
    'https://p.example/node_modules/.vite/deps/onedrive-control_element.js',
  ])('is nobody’s guess for the script %s', (script) => {
    expect(defaultRedirectUri(script, 'https://p.example/')).toBeUndefined();
  });
});
