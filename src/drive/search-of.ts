import type { Search } from '../graph';
import type { PathFolder } from './folder-browser';

/** What is searched for, where the rows are what was found. */
export function searchOf(path: readonly PathFolder[]): Search | undefined {
  const elsewhere = path.at(-1)?.elsewhere;
  return elsewhere?.kind === 'search' ? elsewhere : undefined;
}
