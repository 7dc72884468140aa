import { searchOf, type FolderBrowser, type PathFolder, type Search } from '../../drive';

/** Shows what is found, behind the folder that was searched: going up leads back there. */
export function openSearch(folder: FolderBrowser, search: Search): void {
  const { path } = folder.state.get();
  const origin = searchOf(path) ? path.slice(0, -1) : path;
  void folder.openPath({ way: [...origin, { driveId: '', id: '', name: '', elsewhere: search }] });
}

/** Searches where somebody is, or has searched before. @returns false where there is nothing to be searched for */
export function startSearch(folder: FolderBrowser, query: string): boolean {
  if (query.trim() === '') return false;
  const { path } = folder.state.get();
  openSearch(folder, { ...(searchOf(path) ?? placeToSearch(path)), query: query.trim() });
  return true;
}

/** The open folder; of the top of one's own drive, and of what is no folder, all of that drive. */
export function placeToSearch(path: readonly PathFolder[]): Search {
  const place = path.at(-1);
  if (!place || place.id === '' || (path.length === 1 && !place.elsewhere)) {
    return { kind: 'search', within: 'drive', query: '' };
  }
  return { kind: 'search', within: 'folder', driveId: place.driveId, itemId: place.id, query: '' };
}
