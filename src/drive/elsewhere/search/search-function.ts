import { searchWords } from './search-words';

/** `search(q='…')`, as a segment of a path: quotes are doubled, and whatever means something in an address is escaped. */
export function searchFunction(query: string): string {
  const text = searchWords(query).join(' ').replaceAll("'", "''");
  const escaped = encodeURIComponent(text).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `search(q='${escaped}')`;
}
