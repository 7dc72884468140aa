import { webDavUrlOf } from '../items/web-urls';
import type { ItemIn } from '../items/elsewhere';
import { foldName } from '../model/names';
import type { Kql, Term } from './kql';

/** Whether an item is what a query looks for. Only names are searched, not what is in files. */
export function matches(query: Kql, found: ItemIn, bytes: string): boolean {
  switch (query.kind) {
    case 'all':
      return query.parts.every((part) => matches(part, found, bytes));
    case 'some':
      return query.parts.some((part) => matches(part, found, bytes));
    case 'not':
      return !matches(query.part, found, bytes);
    case 'term':
      return holds(query, found, bytes);
  }
}

function holds(term: Term, { drive, item }: ItemIn, bytes: string): boolean {
  switch (term.of) {
    case 'any':
    case 'filename':
      return hasWords(item.name, term);
    case 'filetype':
      return (
        item.kind === 'file' && foldName(item.name).endsWith(`.${foldName(term.text).replace(/^\./, '')}`)
      );
    case 'path':
      return isBelow(webDavUrlOf(bytes, drive, item), term.text);
    case 'author':
      return hasWords(`${item.createdBy.displayName} ${item.createdBy.email}`, term);
  }
}

/** An address as people write it and as it is told mean the same. */
function isBelow(address: string, path: string): boolean {
  const [at, above] = [comparable(address), comparable(path)];
  return at === above || at.startsWith(`${above}/`);
}

function comparable(address: string): string {
  return encodeURI(address).replaceAll('%25', '%').toLowerCase().replace(/\/+$/, '');
}

function hasWords(text: string, { text: wanted, prefix }: Term): boolean {
  const folded = foldName(text);
  const asked = wordsOf(foldName(wanted));
  const [first] = asked;
  if (first === undefined) return true;
  if (!folded.includes(first)) return false;
  const words = wordsOf(folded);
  return words.some((_, start) =>
    asked.every((word, offset) => {
      const at = words[start + offset];
      return prefix && offset === asked.length - 1 ? (at?.startsWith(word) ?? false) : at === word;
    }),
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}
