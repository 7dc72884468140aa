import type { DriveItem } from '../graph';
import { createArrangingDoor } from './arranging-door';
import type { Environment } from '../lib';
import type { Arrangement } from './arrangement';
import type { FolderBrowser, FolderState } from './folder-browser';
import { addItems, removeItems, sortItems, type FolderContents } from './folder-contents';
import { createFolderNavigation, type NavigationParts } from './folder-navigation';
import { createFolderView } from './folder-view';
import { createListingCache } from './listing-cache';
import type { FolderMaker } from './resolve-place';
import { pinSelection } from './selection';
import { nextSort } from './sort';
import { createWriteLog } from './write-log';

export interface FolderBrowserOptions extends FolderMaker {
  readonly environment: Pick<Environment, 'now' | 'after' | 'online' | 'originStorage'>;
  /** How folders are looked at that nobody has arranged; asked for each time. */
  readonly usual?: (() => Arrangement) | undefined;
}

/** More items than this are sorted in slices: at once they would hold up several frames. */
const AT_ONCE = 10_000;

/** @example createFolderBrowser({ requests, commands, environment }).openPath(['Documents']) */
export function createFolderBrowser(options: FolderBrowserOptions): FolderBrowser {
  const door = createArrangingDoor(options, () => ({ ...options, view, arrange: arrangeNow }));
  const view = createFolderView(options.environment, door);
  const cache = createListingCache();
  const parts: NavigationParts = {
    ...options,
    view,
    cache,
    door,
    writes: createWriteLog(options.environment),
  };
  const { stop, mark, ...navigation } = createFolderNavigation(parts);
  const { state } = view;
  const arrangeNow = (change: Partial<Arrangement>, sorted?: FolderContents) => {
    const { arrangement: before, path, collapsed } = state.get();
    const arrangement = { ...before, ...change };
    const isGroupedAnew = arrangement.grouping !== before.grouping;
    const held = view.contents();
    const contents = sorted ?? (arrangement.sort === before.sort ? held : sortItems(held, arrangement.sort));
    view.show(contents, { arrangement, collapsed: isGroupedAnew ? new Set() : collapsed });
    const folder = path.at(-1);
    if (folder) door.remember(folder, arrangement);
  };
  const arrange = (change: Partial<Arrangement>) => {
    const { arrangement, listing, itemCount } = state.get();
    const { sort = arrangement.sort, ...others } = change;
    const isLong = itemCount > AT_ONCE && listing.status === 'complete' && sort !== arrangement.sort;
    if (!isLong) return arrangeNow(change);
    if (Object.keys(others).length > 0) arrangeNow(others);
    return door.whenLoaded(
      ({ sortLong }) => sortLong(sort),
      () => arrangeNow({ sort }),
    );
  };
  /** Shows other rows of the same contents: what is selected stays named one by one. */
  const narrow = (change: Partial<FolderState>) => {
    const { selection, rows } = state.get();
    view.show(view.contents(), { ...change, selection: pinSelection(selection, rows) });
  };
  return {
    state,
    ...navigation,
    sortBy: (column) => arrange({ sort: nextSort(state.get().arrangement.sort, column) }),
    arrange,
    arrangeAll: () => {
      const { arrangement, path } = state.get();
      door.whenLoaded(({ memory }) => memory.setForAll(arrangement, path.at(-1)));
    },
    askColumns: (mayAsk) => door.whenLoaded(({ library }) => library.askColumns(mayAsk)),
    setFilter: (filter) => {
      if (state.get().filter === '') mark();
      narrow({ filter });
    },
    setFilters: (filters) => narrow({ filters }),
    toggleGroup: (key) => {
      const collapsed = new Set(state.get().collapsed);
      if (!collapsed.delete(key)) collapsed.add(key);
      narrow({ collapsed });
    },
    showOnly: (test) => view.showOnly(test),
    setSelection: (change) => {
      const { selection, rows } = state.get();
      view.patch({ selection: change(selection, rows) });
    },
    setActive: (activeId) => view.patch({ activeId }),
    apply: (change) => applyWrites(parts, change),
    showKept: ({ path, items, at }) => {
      const open = path.at(-1);
      const sorted = sortItems(items, state.get().arrangement.sort);
      if (open) cache.set(open, sorted);
      view.show(sorted, { path, asOf: at });
    },
    hasWritten: (id) => parts.writes.isOwn(id),
    renewPicture: (item) => door.whenLoaded(({ pictures }) => pictures.renew(item)),
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
  const { path, arrangement } = view.state.get();
  const folder = path.at(-1);
  const known = new Set(view.contents().map((item) => item.id));
  // An answer without a parent says nothing of a move: the item stays where it was.
  const isHere = ({ id, parentReference }: DriveItem) =>
    folder?.elsewhere || parentReference.id === undefined ? known.has(id) : parentReference.id === folder?.id;
  const here = changed.filter(isHere);
  const gone = [...removed, ...changed.filter((item) => !isHere(item)).map((item) => item.id)];
  const ids = [...here.map((item) => item.id), ...gone];
  if (told) writes.addTold(ids);
  else writes.addOwn(ids);
  if (way) view.patch({ path: way });
  if (here.length > 0 || gone.some((id) => known.has(id))) {
    view.show(addItems(removeItems(view.contents(), gone), here, arrangement.sort));
  }
  cache.apply(changed, removed);
  // Only a listing that was complete once is worth remembering.
  if (folder && cache.get(folder)) cache.set(folder, view.contents());
}
