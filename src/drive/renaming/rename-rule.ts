import { baseLength, type DriveItem } from '../../graph';
import { isFolder } from '../sort';

export const LETTER_CASES = ['lower', 'upper', 'words', 'sentence'] as const;
/** `words`: each begins with a capital; `sentence`: only the first does. */
export type LetterCase = (typeof LETTER_CASES)[number];

/** One rule, by which each of many items gets its name. */
export type RenameRule =
  /** Wherever it stands, taken literally. */
  | (Replacement & { readonly kind: 'replace' } & WithExtension)
  | ({ readonly kind: 'add'; readonly before: string; readonly after: string } & WithExtension)
  /** All are called the same, and counted in their order: `Trip 001.jpg`. */
  | { readonly kind: 'number'; readonly base: string; readonly start: number; readonly digits: number }
  | ({ readonly kind: 'case'; readonly to: LetterCase } & WithExtension);

interface Replacement {
  readonly find: string;
  readonly by: string;
  readonly matchesCase: boolean;
}

interface WithExtension {
  /** What stands after the last dot is changed, too. */
  readonly withExtension: boolean;
}

/** @param position among the items, from 0 on */
export function applyRenameRule(rule: RenameRule, item: DriveItem, position: number): string {
  const { name } = item;
  const isWhole = isFolder(item) || ('withExtension' in rule && rule.withExtension);
  const cut = isWhole ? name.length : baseLength(name);
  return `${changed(rule, name.slice(0, cut), position)}${name.slice(cut)}`;
}

function changed(rule: RenameRule, text: string, position: number): string {
  switch (rule.kind) {
    case 'replace':
      return replaced(text, rule);
    case 'add':
      return `${rule.before}${text}${rule.after}`;
    case 'number':
      return `${rule.base}${String(rule.start + position).padStart(rule.digits, '0')}`;
    case 'case':
      return inCase(text, rule.to);
  }
}

function replaced(text: string, { find, by, matchesCase }: Replacement): string {
  if (find === '') return text;
  const literal = find.normalize('NFC').replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const pattern = new RegExp(literal, matchesCase ? 'gu' : 'giu');
  // Names from a Mac have their accents apart, what is typed has not. Where nothing is found nothing changes.
  const composed = text.normalize('NFC');
  const result = composed.replace(pattern, () => by);
  return result === composed ? text : result;
}

const WORDS = /[\p{L}\p{M}\p{N}'’]+/gu;

function inCase(text: string, to: LetterCase): string {
  switch (to) {
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'words':
      return text.toLowerCase().replace(WORDS, capitalized);
    case 'sentence':
      return text.toLowerCase().replace(/\p{L}/u, capitalized);
  }
}

function capitalized(word: string): string {
  const [first = ''] = word;
  return `${first.toUpperCase()}${word.slice(first.length)}`;
}
