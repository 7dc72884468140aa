import type { Drive } from './drive';

/** Why OneDrive refuses a name. Source: Microsoft support, "Restrictions and limitations in OneDrive". */
export type NameProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'characters'; readonly characters: readonly string[] }
  | { readonly kind: 'leading-or-trailing-space' }
  | { readonly kind: 'trailing-dot' }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'too-long' };

// Control characters are among what OneDrive refuses; half a surrogate pair has no UTF-8.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /["*:<>?/\\|\u0000-\u001f\u007f\p{Surrogate}]/gu;
const RESERVED = /^(\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$/i;
const LONGEST_NAME = 255;

/** What a name is for, as far as known: work drives and libraries refuse more than a person's own. */
export interface NamePlace {
  readonly driveType?: Drive['driveType'];
  readonly isFolder?: boolean;
  /** It lies in the root of its drive. */
  readonly isAtRoot?: boolean;
}

/** `undefined` where the name may be used. The service stays the judge; this spares the user a round trip. */
export function findNameProblem(name: string, place: NamePlace = {}): NameProblem | undefined {
  if (name.trim() === '') return { kind: 'empty' };
  const characters = [...new Set(name.match(FORBIDDEN) ?? [])];
  if (characters.length > 0) return { kind: 'characters', characters };
  if (name !== name.trim()) return { kind: 'leading-or-trailing-space' };
  if (name.endsWith('.')) return { kind: 'trailing-dot' };
  if (RESERVED.test(name) || name.startsWith('~$') || /_vti_/i.test(name)) return { kind: 'reserved' };
  if (isReservedAtWork(name, place)) return { kind: 'reserved' };
  if (name.length > LONGEST_NAME) return { kind: 'too-long' };
  return undefined;
}

function isReservedAtWork(name: string, { driveType, isFolder, isAtRoot }: NamePlace): boolean {
  if (driveType !== 'business' && driveType !== 'documentLibrary') return false;
  return (isFolder === true && name.startsWith('~')) || (isAtRoot === true && /^forms$/i.test(name));
}

/** The nearest name that is allowed: what a dialog proposes. */
export function repairName(name: string, place: NamePlace = {}): string {
  const cleaned = name
    .replace(FORBIDDEN, '-')
    .replace(/_vti_/gi, '-vti-')
    .replace(/^(\s|~\$)+/, '')
    .replace(/[.\s]+$/, '');
  const fitting = shorten(cleaned);
  if (fitting === '') return 'New item';
  if (isReservedAtWork(fitting, place) && fitting.startsWith('~')) {
    return repairName(fitting.replace(/^~+/, ''), place);
  }
  return RESERVED.test(fitting) || isReservedAtWork(fitting, place) ? `${fitting}-1` : fitting;
}

function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  // Never cut a surrogate pair in two.
  const base = name.slice(0, LONGEST_NAME - extension.length).replace(/\p{Surrogate}$/u, '');
  return `${base.replace(/[.\s]+$/, '')}${extension}`;
}

/** How much of a name stands before its extension, which people seldom mean to change. */
export function baseLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}

/** NFC and case-folded: two names that OneDrive takes for the same have the same key. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
