import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { readRedirectDocument, titleOf } from '../../../src/self-test/redirect-document';

describe('the redirect page', () => {
  it('is known by its mark, in the sources too', () => {
    const html = readFileSync('oauth2callback.html', 'utf8');
    expect(readRedirectDocument(html)).toEqual({ hash: '', scripts: ['/src/oauth2callback.ts'] });
  });

  it('tells its scripts, also those that stand in the page', () => {
    const html =
      '<head><meta name="onedrive-redirect-page" content="sha256-abc"><script type="module" src="./oauth2callback.js"></script><script>track()</script>';
    expect(readRedirectDocument(html)).toEqual({ hash: 'sha256-abc', scripts: ['./oauth2callback.js', ''] });
  });

  it('is not some other page', () => {
    const html = '<html><head><title> Portal – Log in </title></head><script src="/app.js"></script></html>';
    expect(readRedirectDocument(html)).toBeUndefined();
    expect(titleOf(html)).toBe('Portal – Log in');
  });
});
