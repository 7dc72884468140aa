import { createStore, type ReadableStore } from '../lib';
import type { FolderState } from './folder-browser';
import { filterItems, type FolderContents } from './folder-contents';
import { EMPTY_SELECTION, pinSelection, pruneSelection, type Selection } from './selection';
import { DEFAULT_SORT } from './sort';

/** What the open folder holds, and the state that shows it: rows and selection follow the contents. */
export interface FolderView {
  readonly state: ReadableStore<FolderState>;
  contents(): FolderContents;
  patch(change: Partial<FolderState>): void;
  /** Shows other contents; they must be sorted as `state.sort` says. */
  show(contents: FolderContents, change?: Partial<FolderState>): void;
  reset(): void;
}

const EMPTY: FolderState = {
  path: [],
  listing: { status: 'loading' },
  itemCount: 0,
  rows: [],
  sort: DEFAULT_SORT,
  filter: '',
  selection: EMPTY_SELECTION,
};

/** "All" means what the folder held when it was said: what comes later was not chosen. */
function keepMeaning({ listing, selection, rows }: FolderState): Selection {
  const isStreaming = listing.status === 'loading' || listing.status === 'partial';
  return isStreaming ? selection : pinSelection(selection, rows);
}

export function createFolderView(): FolderView {
  const state = createStore<FolderState>(EMPTY);
  let contents: FolderContents = [];
  return {
    state,
    contents: () => contents,
    patch: (change) => state.update((current) => ({ ...current, ...change })),
    show: (next, change = {}) => {
      contents = next;
      state.update((current) => {
        const merged = { ...current, selection: keepMeaning(current), ...change };
        const rows = filterItems(next, merged.filter);
        return {
          ...merged,
          rows,
          itemCount: next.length,
          selection: pruneSelection(merged.selection, rows),
        };
      });
    },
    reset: () => {
      contents = [];
      state.set(EMPTY);
    },
  };
}
