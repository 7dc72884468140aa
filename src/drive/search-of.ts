import type { Search } from '../graph';
import type { PathFolder } from './folder-browser';

/** What is searched for, where the rows are what was found. */
export function searchOf(path: readonly PathFolder[]): Search | undefined {
  const elsewhere = path.at(-1)?.elsewhere;
  return elsewhere?.kind === 'search' ? elsewhere : undefined;
}

/** Whether the rows are from many folders, so that each has to say where it lies. */
export function isFromManyFolders(path: readonly PathFolder[]): boolean {
  return /^(search|below|recycle-bin)$/.test(path.at(-1)?.elsewhere?.kind ?? '');
}
