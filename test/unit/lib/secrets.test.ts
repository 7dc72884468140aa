import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSecretUrl, OneDriveError, revealSecretUrl, toOneDriveError } from '../../../src/lib';

const ADDRESS = 'https://contoso-my.sharepoint.com/download.aspx?tempauth=SECRET';

describe('a secret URL', () => {
  const secret = createSecretUrl(ADDRESS);

  it('gives the address byte by byte to whoever asks for it by name', () => {
    expect(revealSecretUrl(secret)).toBe(ADDRESS);
    const odd = 'https://h.example/a%2fb?x=%7e&x=1&$y=ä%20+';
    expect(revealSecretUrl(createSecretUrl(odd))).toBe(odd);
  });

  it.each([
    ['JSON', JSON.stringify({ secret, list: [secret] })],
    ['text', ['', secret].join(' ')],
    ['String()', String(secret)],
    ['the console', inspect({ secret }, { depth: 10, showHidden: true, getters: true })],
    ['entries', JSON.stringify(Object.entries(secret))],
    ['a clone', JSON.stringify({ ...secret })],
  ])('does not show in %s', (_where, text) => {
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('sharepoint.com');
  });

  it.each(['http://evil.example/x', 'javascript:alert(1)', 'data:text/plain,x', '/relative', '', 'https://'])(
    'is not made of %j, and the error does not repeat it',
    (address) => {
      expect(() => createSecretUrl(address)).toThrow(TypeError);
      expect(() => createSecretUrl('http://evil.example/?SECRET')).not.toThrow(/SECRET/);
    },
  );

  it.each(['http://localhost:5175/b', 'http://127.0.0.1:1/b', 'http://[::1]:1/b'])(
    'may be plain http on loopback: %s',
    (address) => {
      expect(revealSecretUrl(createSecretUrl(address))).toBe(address);
    },
  );

  it('cannot be forged', () => {
    expect(() => revealSecretUrl({ ...secret })).toThrow(TypeError);
  });
});

describe('an error', () => {
  it('says code, status and service code in its message, and what can be done', () => {
    const error = new OneDriveError('locked', { status: 423, serviceCode: 'resourceLocked' });
    expect(error.message).toBe('locked (423 resourceLocked)');
    expect(error.retry).toBe('later');
    expect(new OneDriveError('malware').retry).toBe('never');
  });

  it('stays the same when it is wrapped twice', () => {
    const error = new OneDriveError('offline');
    expect(toOneDriveError(error)).toBe(error);
  });

  it('takes an abort for cancelled, and everything else for unexpected', () => {
    expect(toOneDriveError(new DOMException('', 'AbortError')).code).toBe('cancelled');
    expect(toOneDriveError(new Error('x')).code).toBe('unexpected-answer');
    expect(toOneDriveError(undefined).code).toBe('unexpected-answer');
  });
});
