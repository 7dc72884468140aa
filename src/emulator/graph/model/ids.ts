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
  while (text.length < digits) text += word(next);
  return text.slice(0, digits);
}

export function guid(next: () => number): string {
  const [a, b, c, d] = [word(next), word(next), word(next), word(next)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function word(next: () => number): string {
  const bits = next();
  return `${HEX[bits >>> 24]}${HEX[(bits >>> 16) & 255]}${HEX[(bits >>> 8) & 255]}${HEX[bits & 255]}`;
}

/** Where in the text of a GUID its bytes stand, as SharePoint stores them: three fields little-endian. */
const GUID_PLACES: readonly number[] = [6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34];

function guidBytes(text: string): number[] {
  return GUID_PLACES.map((place) => hexDigit(text, place) * 16 + hexDigit(text, place + 1));
}

// Large folders ask for many ids; parsing pieces of text would take most of the start.
function hexDigit(text: string, place: number): number {
  const code = text.charCodeAt(place) | 0x20;
  return code <= 0x39 ? code - 0x30 : code - 0x57;
}

function base32(bytes: readonly number[]): string {
  const codes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      codes.push(BASE32.charCodeAt((value >> bits) & 31));
    }
  }
  return String.fromCharCode(...codes);
}

export function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text again, or undefined where there was none. */
export function fromBase64Url(text: string): string | undefined {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
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

/** The first 32 bits of the GUID in an item's id. */
export function firstWordOfId(id: string): number | undefined {
  if (/^01[A-Z2-7]{32}$/.test(id)) return guidWordOf(id);
  const [, word] = /!s([0-9a-f]{8})[0-9a-f]{24}$/.exec(id) ?? [];
  return word === undefined ? undefined : parseInt(word, 16);
}

/** Bytes 4 to 7 of the twenty in base32: bits 2 to 33 of the seven digits from the sixth on. */
function guidWordOf(id: string): number {
  let digits = 0;
  for (const digit of id.slice(8, 15)) digits = digits * 32 + BASE32.indexOf(digit);
  const bigEndian = new DataView(new ArrayBuffer(4));
  bigEndian.setUint32(0, Math.floor(digits / 2) % 2 ** 32);
  return bigEndian.getUint32(0, true);
}

/** Personal drive ids come with other case or without the leading zero now and then. */
export function driveKey(id: string): string {
  return id.startsWith('b!') ? id : id.toLowerCase().replace(/^0+/, '');
}

export const SECRET_LENGTH = 43;
/** Chance costs little in large pieces, and a page of a folder asks for a thousand secrets. */
const PIECE = (256 * SECRET_LENGTH * 3) / 4;
let chance = '';

/** Not to be guessed: the key of a preauthenticated URL. */
export function secret(): string {
  if (chance === '')
    chance = base64Url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(PIECE))));
  const text = chance.slice(0, SECRET_LENGTH);
  chance = chance.slice(SECRET_LENGTH);
  return text;
}
