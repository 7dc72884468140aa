import { nameKey, type DriveItem } from '../graph';
import { compareItems, mergeSorted, type Sort } from './sort';

/** The items of one folder, sorted, each id once. Immutable: every change gives a new value. */
export type FolderContents = readonly DriveItem[];

/** Adds a page; an item that was there already (pages overlap: onedrive-api-docs 1472) is replaced. */
export function addItems(contents: FolderContents, page: readonly DriveItem[], sort: Sort): FolderContents {
  const incoming = new Map(page.map((item) => [item.id, item]));
  const others = contents.some((item) => incoming.has(item.id))
    ? contents.filter((item) => !incoming.has(item.id))
    : contents;
  return mergeSorted(others, [...incoming.values()], compareItems(sort));
}

export function removeItems(contents: FolderContents, ids: readonly string[]): FolderContents {
  const gone = new Set(ids);
  return contents.filter((item) => !gone.has(item.id));
}

export function sortItems(contents: FolderContents, sort: Sort): FolderContents {
  return [...contents].sort(compareItems(sort));
}

/** Those whose name contains the text, ignoring case. */
export function filterItems(contents: FolderContents, filter: string): FolderContents {
  const key = nameKey(filter.trim());
  return key === '' ? contents : contents.filter((item) => nameKey(item.name).includes(key));
}
