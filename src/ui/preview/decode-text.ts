/**
 * The characters of a text file: as its mark says, else as UTF-8, else as Windows wrote before that. Undefined where it
 * is no text.
 */
export function decodeText(bytes: readonly Uint8Array<ArrayBuffer>[]): string | undefined {
  const marked = encodingOf(bytes[0]);
  const text = decode(bytes, marked ?? 'utf-8', true) ?? decode(bytes, 'windows-1252', false);
  // No text has them; nearly all else does.
  return text?.includes('\0') ? undefined : text;
}

function encodingOf([a, b]: Uint8Array = new Uint8Array()): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Not to its end: a character may be cut in two there. */
function decode(bytes: readonly Uint8Array<ArrayBuffer>[], encoding: string, fatal: boolean) {
  const decoder = new TextDecoder(encoding, { fatal });
  try {
    return bytes.map((piece) => decoder.decode(piece, { stream: true })).join('');
  } catch {
    return undefined;
  }
}
