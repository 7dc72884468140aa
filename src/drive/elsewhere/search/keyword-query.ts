import { searchWords } from './search-words';

/**
 * The same in the keyword query language (SharePoint, “Keyword Query Language syntax reference”): every word, or the
 * beginning of one. Only letters and digits are left of what was typed, in lower case: AND, OR, NOT and NEAR are words
 * like others. Empty where there are none, of which the index knows nothing.
 */
export function keywordQuery(query: string): string {
  return searchWords(query)
    .flatMap((word) => word.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .map((word) => `${word}*`)
    .join(' ');
}
