import { mimeTypeOfName } from './mime-types';

/** What the service says of a file it does not know. */
const UNKNOWN_TYPE = 'application/octet-stream';
const EVERYTHING = new Set(['*', '*/*', '.*', '*.*']);

/**
 * The patterns of an `accept` attribute, in one form: `.pdf`, `image/*`, `text/plain`. An empty list lets every
 * file through. Words without a dot are extensions whose dot was forgotten.
 *
 * @example parseAccept('.PDF, image/*') // ['.pdf', 'image/*']
 */
export function parseAccept(accept: string | readonly string[] = []): readonly string[] {
  const words = (typeof accept === 'string' ? [accept] : accept)
    .flatMap((part) => part.split(','))
    // The parameters of a type (`text/plain; charset=utf-8`) tell nothing here.
    .map((word) => word.replace(/;.*$/su, '').trim().toLowerCase())
    .filter((word) => word !== '');
  return words.some((word) => EVERYTHING.has(word)) ? [] : [...new Set(words.map(normalize))];
}

function normalize(word: string): string {
  return word.includes('/') ? word : `.${word.replace(/^\*?\.?/, '')}`;
}

/** Whether a file may pass, by patterns as `parseAccept` gives them. */
export function isAccepted(
  patterns: readonly string[],
  { name, mimeType }: { readonly name: string; readonly mimeType: string | undefined },
): boolean {
  if (patterns.length === 0) return true;
  const lowerName = name.toLowerCase();
  const type = typeOf(name, mimeType);
  return patterns.some((pattern) => {
    if (pattern.startsWith('.')) return lowerName.endsWith(pattern);
    return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
  });
}

function typeOf(name: string, mimeType = ''): string {
  const told = mimeType.replace(/;.*$/su, '').trim().toLowerCase();
  if (told !== '' && told !== UNKNOWN_TYPE) return told;
  return mimeTypeOfName(name) ?? UNKNOWN_TYPE;
}
