/** Runtime-neutral base64 and chance: the same code runs in Node and in a browser. */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function base64UrlText(text: string): string {
  return base64Url(new TextEncoder().encode(text));
}

/** An unguessable token of `bytes` random bytes. */
export function randomToken(bytes: number): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** The S256 code challenge of a verifier (RFC 7636). */
export async function sha256Base64Url(text: string): Promise<string> {
  return base64Url(await sha256(text));
}

/** The hash of a script as a content security policy names it. */
export async function sha256Base64(text: string): Promise<string> {
  return base64(await sha256(text));
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
