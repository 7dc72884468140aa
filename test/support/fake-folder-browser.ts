import {
  compareItems,
  DEFAULT_ARRANGEMENT,
  EMPTY_SELECTION,
  groupRows,
  nextSort,
  NO_FILTERS,
  passesFilters,
  pruneSelection,
  type DriveItem,
  type FolderBrowser,
  type FolderState,
  type PathFolder,
} from '../../src/drive';
import { createStore } from '../../src/lib';

export type FakeFolderBrowser = FolderBrowser & {
  /** Changes the state as a listing would. */
  set(change: Partial<FolderState>): void;
  /** What the open folder holds; rows follow, sorted and filtered. */
  show(items: readonly DriveItem[], change?: Partial<FolderState>): void;
};

const ROOT: PathFolder = { driveId: 'drive', id: 'root', name: '' };

/** An in-memory folder: real sorting and selecting, no network, every answer at once. */
export function createFakeFolderBrowser(
  contents: (folderId: string) => readonly DriveItem[] = () => [],
): FakeFolderBrowser {
  let items: readonly DriveItem[] = contents(ROOT.id);
  let passes: (item: DriveItem) => boolean = () => true;
  const state = createStore<FolderState>({
    path: [ROOT],
    listing: { status: 'complete' },
    itemCount: 0,
    items: [],
    rows: [],
    groups: [],
    arrangement: DEFAULT_ARRANGEMENT,
    filter: '',
    filters: NO_FILTERS,
    collapsed: new Set(),
    selection: EMPTY_SELECTION,
  });
  const refill = (change: Partial<FolderState> = {}) =>
    state.set(filled({ ...state.get(), ...change }, items, passes));
  const arrange: FolderBrowser['arrange'] = (change) =>
    refill({ arrangement: { ...state.get().arrangement, ...change } });
  const enter = (path: readonly PathFolder[]) => {
    items = contents(path.at(-1)?.id ?? ROOT.id);
    refill({
      path,
      filter: '',
      selection: EMPTY_SELECTION,
      activeId: undefined,
      listing: { status: 'complete' },
    });
  };
  refill();
  return {
    state,
    set: (change) => state.set({ ...state.get(), ...change }),
    show: (next, change) => {
      items = next;
      refill(change);
    },
    open: ({ driveId, id, name }) => {
      const { path } = state.get();
      const place = path.findIndex((folder) => folder.id === id);
      enter(place < 0 ? [...path, { driveId, id, name }] : path.slice(0, place + 1));
    },
    openPath: async (place) => {
      if ('way' in place) return enter(place.way);
      if ('elsewhere' in place) return enter([{ driveId: '', id: '', name: '', ...place }]);
      if ('id' in place) return enter([ROOT, { ...place, name: place.id }]);
      const names = 'names' in place ? place.names : place;
      enter([ROOT, ...names.map((name) => ({ driveId: 'drive', id: name, name }))]);
    },
    up: () => {
      const { path } = state.get();
      if (path.length > 1) enter(path.slice(0, -1));
    },
    refresh: () => refill({ listing: { status: 'complete' } }),
    sortBy: (column) => arrange({ sort: nextSort(state.get().arrangement.sort, column) }),
    arrange,
    arrangeAll: () => {},
    askColumns: () => {},
    setFilter: (filter) => refill({ filter }),
    setFilters: (filters) => refill({ filters }),
    toggleGroup: (key) => {
      const collapsed = new Set(state.get().collapsed);
      if (!collapsed.delete(key)) collapsed.add(key);
      refill({ collapsed });
    },
    showOnly: (test) => {
      passes = test ?? (() => true);
      refill();
    },
    setSelection: (change) => {
      const { selection, rows } = state.get();
      state.set({ ...state.get(), selection: change(selection, rows) });
    },
    setActive: (activeId) => state.set({ ...state.get(), activeId }),
    apply: ({ changed = [], removed = [] }) => {
      const gone = new Set([...removed, ...changed.map((item) => item.id)]);
      items = [...items.filter((item) => !gone.has(item.id)), ...changed];
      refill();
    },
    asked: () => undefined,
    showKept: () => {},
    hasWritten: () => false,
    renewPicture: () => {},
    dispose: () => {},
  };
}

/** The state with rows as its sort and filter want them. */
function filled(
  state: FolderState,
  contents: readonly DriveItem[],
  passes: (item: DriveItem) => boolean,
): FolderState {
  const items = [...contents].sort(compareItems(state.arrangement.sort));
  const found = items.filter((item) => item.name.toLowerCase().includes(state.filter.toLowerCase()));
  const shown = found.filter(passes).filter(passesFilters(state.filters, Date.now()));
  const { rows, groups } = groupRows(shown, {
    ...state.arrangement,
    collapsed: state.collapsed,
    now: Date.now(),
  });
  return {
    ...state,
    rows,
    groups,
    items,
    itemCount: items.length,
    selection: pruneSelection(state.selection, rows),
  };
}
