/** SharePoint gives the root of every library this one GUID. */
export const ROOT_GUID = 'ea8cc6be-ffdb-43d7-976f-bc7da445c639';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Numbers in [0, 2^32) that are always the same for the same seed, so that a run can be replayed. */
export function createSequence(seed: string): () => number {
  let a = 2166136261;
  for (let i = 0; i < seed.length; i += 1) a = Math.imul(a ^ seed.charCodeAt(i), 16777619);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

export function hex(next: () => number, digits: number): string {
  let text = '';
  while (text.length < digits) text += next().toString(16).padStart(8, '0');
  return text.slice(0, digits);
}

export function guid(next: () => number): string {
  const h = hex(next, 32);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
}

/** A GUID as SharePoint stores it: the first three fields little-endian. */
function guidBytes(text: string): number[] {
  const h = text.replaceAll('-', '');
  const bytes = Array.from({ length: 16 }, (_, i) => Number.parseInt(h.slice(i * 2, i * 2 + 2), 16));
  return [
    ...bytes.slice(0, 4).reverse(),
    ...bytes.slice(4, 6).reverse(),
    ...bytes.slice(6, 8).reverse(),
    ...bytes.slice(8),
  ];
}

function base32(bytes: readonly number[]): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((value >> bits) & 31);
    }
  }
  return text;
}

export function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `b!` and site, web and list as one base64url word. */
export function businessDriveId(site: string, web: string, list: string): string {
  const bytes = [...guidBytes(site), ...guidBytes(web), ...guidBytes(list)];
  return `b!${base64Url(String.fromCharCode(...bytes))}`;
}

/** `01`, four bytes of the list, the item's GUID, in base32: 34 characters. */
export function businessItemId(list: string, item: string): string {
  return `01${base32([...guidBytes(list).slice(0, 4), ...guidBytes(item)])}`;
}

/** The account's number in upper case without its leading zero, `!s`, the GUID's digits. */
export function personalItemId(driveId: string, item: string): string {
  return `${driveId.replace(/^0+/, '').toUpperCase()}!s${item.replaceAll('-', '')}`;
}

/** Personal drive ids come with other case or without the leading zero now and then. */
export function driveKey(id: string): string {
  return id.startsWith('b!') ? id : id.toLowerCase().replace(/^0+/, '');
}

/** Not to be guessed: the key of a preauthenticated URL. */
export function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return base64Url(String.fromCharCode(...bytes));
}
