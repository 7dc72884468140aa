import { OneDriveError } from '../lib';

/**
 * The host of an address that the token may go to: one below the Graph root, and nothing else.
 * graph-client's own host check accepts `https://graph.microsoft.com:x@evil.example/`; this one compares parsed
 * origins and paths.
 * @throws OneDriveError `unexpected-answer`
 */
export function hostBelowRoot(address: string, root: string): string {
  if (URL.canParse(address)) {
    const url = new URL(address);
    const base = new URL(root);
    const folder = `${base.pathname.replace(/\/$/, '')}/`;
    const below = url.pathname === base.pathname || url.pathname.startsWith(folder);
    if (url.origin === base.origin && below && url.username === '' && url.password === '') return url.host;
  }
  throw new OneDriveError('unexpected-answer', { serviceCode: 'foreignAddress' });
}
