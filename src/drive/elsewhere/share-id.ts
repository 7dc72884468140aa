import { OneDriveError } from '../../lib';

/** What `/shares` takes for an address: `u!`, and the address in base64url (shares-get). @throws OneDriveError `invalid-request` */
export function shareIdOf(address: string): string {
  const text = address.trim();
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new OneDriveError('invalid-request', { serviceCode: 'noAddress' });
  }
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return `u!${base64.replace(/=+$/, '').replaceAll('/', '_').replaceAll('+', '-')}`;
}
