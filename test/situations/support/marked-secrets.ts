/**
 * How the emulator's secrets look, wherever they turn up: codes and refresh tokens have Entra's beginning, access and ID
 * tokens are signed JSON, upload, download, preview and monitor addresses carry their key.
 */
const MARKS: Readonly<Record<string, RegExp>> = {
  'access or ID token': /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/,
  'code or refresh token': /(?<![\w.-])1\.(?:[\w-]{64}|[\w-]{43})(?![\w-])/,
  'preauthenticated address': /\btempauth(?:=|%3D)[\w.%-]{8,}/i,
};

/** Which kinds of secrets stand in a text, once each. */
export function secretsIn(text: string): string[] {
  return Object.entries(MARKS).flatMap(([kind, mark]) => (mark.test(text) ? [kind] : []));
}
