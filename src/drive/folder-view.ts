import type { DriveItem } from '../graph';
import { createStore, type Environment, type ReadableStore } from '../lib';
import { DEFAULT_ARRANGEMENT } from './arrangement';
import type { ArrangingDoor } from './arranging-door';
import { isFiltering, NO_FILTERS } from './filters';
import type { FolderState } from './folder-browser';
import { filterItems, type FolderContents } from './folder-contents';
import { EMPTY_SELECTION, pinSelection, pruneSelection, type Selection } from './selection';

/** What the open folder holds, and the state that shows it: rows and selection follow the contents. */
export interface FolderView {
  readonly state: ReadableStore<FolderState>;
  contents(): FolderContents;
  patch(change: Partial<FolderState>): void;
  /** Shows other contents; they must be sorted as the arrangement says. */
  show(contents: FolderContents, change?: Partial<FolderState>): void;
  showOnly(test: ((item: DriveItem) => boolean) | undefined): void;
  reset(): void;
}

const EMPTY: FolderState = {
  path: [],
  listing: { status: 'loading' },
  itemCount: 0,
  items: [],
  rows: [],
  groups: [],
  arrangement: DEFAULT_ARRANGEMENT,
  filter: '',
  filters: NO_FILTERS,
  collapsed: new Set(),
  selection: EMPTY_SELECTION,
};

/** "All" means what the folder held when it was said: what comes later was not chosen. */
function keepMeaning({ listing, selection, rows }: FolderState): Selection {
  const isStreaming = listing.status === 'loading' || listing.status === 'partial';
  return isStreaming ? selection : pinSelection(selection, rows);
}

export function createFolderView({ now }: Pick<Environment, 'now'>, door: ArrangingDoor): FolderView {
  const state = createStore<FolderState>(EMPTY);
  let passes: ((item: DriveItem) => boolean) | undefined;
  const arrangeRows = (
    found: readonly DriveItem[],
    { arrangement, filters, collapsed }: FolderState,
  ): Pick<FolderState, 'rows' | 'groups'> => {
    const isFiltered = isFiltering(filters);
    if (arrangement.grouping === 'none' && !isFiltered) return { rows: found, groups: EMPTY.groups };
    const arranging = door.loaded();
    if (!arranging) {
      door.whenLoaded(() => show(state.get().items));
      return { rows: found, groups: EMPTY.groups };
    }
    const passing = isFiltered ? found.filter(arranging.passesFilters(filters, now())) : found;
    return arranging.groupRows(passing, { ...arrangement, collapsed, now: now() });
  };
  const show: FolderView['show'] = (items, change = {}) =>
    state.update((current) => {
      const merged = { ...current, selection: keepMeaning(current), ...change };
      const found = filterItems(items, merged.filter);
      const { rows, groups } = arrangeRows(passes ? found.filter(passes) : found, merged);
      return {
        ...merged,
        rows,
        groups,
        items,
        itemCount: items.length,
        selection: pruneSelection(merged.selection, rows),
      };
    });
  return {
    state,
    contents: () => state.get().items,
    patch: (change) => state.update((current) => ({ ...current, ...change })),
    show,
    showOnly: (test) => {
      if (test === passes) return;
      passes = test;
      const { items, selection, rows } = state.get();
      show(items, { selection: pinSelection(selection, rows) });
    },
    reset: () => state.set(EMPTY),
  };
}
