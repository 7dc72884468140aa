import type { DriveItem } from '../graph';
import type { Environment } from '../lib';
import type { FolderBrowser } from './folder-browser';
import { addItems, removeItems, sortItems } from './folder-contents';
import { createFolderNavigation, type NavigationParts } from './folder-navigation';
import { createFolderView } from './folder-view';
import { createListingCache } from './listing-cache';
import type { FolderMaker } from './resolve-place';
import { pinSelection } from './selection';
import { nextSort } from './sort';
import { createWriteLog } from './write-log';

export interface FolderBrowserOptions extends FolderMaker {
  readonly environment: Pick<Environment, 'now' | 'after' | 'online'>;
}

/** @example createFolderBrowser({ requests, commands, environment }).openPath(['Documents']) */
export function createFolderBrowser(options: FolderBrowserOptions): FolderBrowser {
  const view = createFolderView();
  const cache = createListingCache();
  const parts: NavigationParts = { ...options, view, cache, writes: createWriteLog(options.environment) };
  const { stop, ...navigation } = createFolderNavigation(parts);
  const { state } = view;
  return {
    state,
    ...navigation,
    sortBy: (column) => {
      const sort = nextSort(state.get().sort, column);
      view.show(sortItems(view.contents(), sort), { sort });
    },
    setFilter: (filter) => {
      const { selection, rows } = state.get();
      view.show(view.contents(), { filter, selection: pinSelection(selection, rows) });
    },
    showOnly: (test) => view.showOnly(test),
    setSelection: (change) => {
      const { selection, rows } = state.get();
      view.patch({ selection: change(selection, rows) });
    },
    setActive: (activeId) => view.patch({ activeId }),
    apply: (change) => applyWrites(parts, change),
    hasWritten: (id) => parts.writes.isOwn(id),
    dispose: () => {
      stop();
      cache.clear();
      view.reset();
    },
  };
}

function applyWrites(
  { view, cache, writes }: NavigationParts,
  { changed = [], removed = [], path: way, told = false }: Parameters<FolderBrowser['apply']>[0],
): void {
  const { path, sort } = view.state.get();
  const folder = path.at(-1);
  const known = new Set(view.contents().map((item) => item.id));
  // An answer without a parent says nothing of a move: the item stays where it was.
  const isHere = ({ id, parentReference }: DriveItem) =>
    parentReference.id === undefined ? known.has(id) : parentReference.id === folder?.id;
  const here = changed.filter(isHere);
  const gone = [...removed, ...changed.filter((item) => !isHere(item)).map((item) => item.id)];
  const ids = [...here.map((item) => item.id), ...gone];
  if (told) writes.addTold(ids);
  else writes.addOwn(ids);
  if (way) view.patch({ path: way });
  if (here.length > 0 || gone.some((id) => known.has(id))) {
    view.show(addItems(removeItems(view.contents(), gone), here, sort));
  }
  cache.apply(changed, removed);
  // Only a listing that was complete once is worth remembering.
  if (folder && cache.get(folder)) cache.set(folder, view.contents());
}
