import type { DriveItem, ItemReference } from '../graph';
import { createStore, isCancelled, OneDriveError, toOneDriveError, type Environment } from '../lib';
import type { DriveRequests } from './drive-requests';
import type { FolderBrowser, FolderState, Listing, PathFolder } from './folder-browser';
import { addItems, filterItems, removeItems, sortItems, type FolderContents } from './folder-contents';
import { createListingCache } from './listing-cache';
import { EMPTY_SELECTION, pruneSelection, type Selection } from './selection';
import { DEFAULT_SORT, nextSort } from './sort';

export interface FolderBrowserOptions {
  readonly requests: DriveRequests;
  readonly environment: Pick<Environment, 'now' | 'after' | 'online'>;
}

/** Without a word from the server, a lost connection is tried again after this time. */
const RETRY_OFFLINE = 15_000;

const EMPTY: FolderState = {
  path: [],
  listing: { status: 'loading' },
  itemCount: 0,
  rows: [],
  sort: DEFAULT_SORT,
  filter: '',
  selection: EMPTY_SELECTION,
};

export function createFolderBrowser({ requests, environment }: FolderBrowserOptions): FolderBrowser {
  const state = createStore<FolderState>(EMPTY);
  const cache = createListingCache();
  let contents: FolderContents = [];
  let running = new AbortController();
  let cancelRetry: () => void = () => undefined;

  const patch = (change: Partial<FolderState>) => state.update((current) => ({ ...current, ...change }));

  /** Shows other contents: rows and selection follow. */
  const show = (next: FolderContents, change: Partial<FolderState> = {}) => {
    contents = next;
    state.update((current) => {
      const merged = { ...current, ...change };
      const rows = filterItems(next, merged.filter);
      return { ...merged, rows, itemCount: next.length, selection: pruneSelection(merged.selection, rows) };
    });
  };

  const restart = () => {
    running.abort();
    cancelRetry();
    cancelRetry = () => undefined;
    running = new AbortController();
    return running.signal;
  };

  const fail = (reason: unknown, signal: AbortSignal) => {
    if (signal.aborted || isCancelled(reason)) return;
    const error = toOneDriveError(reason);
    patch({ listing: { status: 'failed', error, retryAt: planRetry(error) } });
  };

  /** Waiting is the machine's job: when the time is over or the network is back, the folder is listed again. */
  const planRetry = (error: OneDriveError): number | undefined => {
    const wait = error.retryAfter ?? (error.code === 'offline' ? RETRY_OFFLINE : undefined);
    if (wait === undefined) return undefined;
    const cancelTimer = environment.after(wait, refresh);
    const unsubscribe = environment.online.subscribe(() => environment.online.get() && refresh());
    cancelRetry = () => {
      cancelTimer();
      unsubscribe();
    };
    return environment.now() + wait;
  };

  const list = async (folder: ItemReference, signal: AbortSignal) => {
    try {
      const known = contents;
      const seen: DriveItem[] = [];
      for await (const page of requests.children(folder, signal)) {
        if (signal.aborted) return;
        seen.push(...page);
        const listing: Listing = { status: known.length > 0 ? 'refreshing' : 'partial' };
        show(addItems(contents, page, state.get().sort), { listing });
      }
      if (signal.aborted) return;
      // What the new listing no longer holds is gone; what was written meanwhile was added by apply().
      const listed = new Set(seen.map((item) => item.id));
      const gone = known
        .filter((item) => !listed.has(item.id) && !written.has(item.id))
        .map((item) => item.id);
      show(gone.length > 0 ? removeItems(contents, gone) : contents, { listing: { status: 'complete' } });
      cache.set(folder, contents);
    } catch (reason) {
      fail(reason, signal);
    }
  };

  /** Ids that a write added or changed since the running listing began. */
  const written = new Set<string>();

  const openAt = (path: readonly PathFolder[]) => {
    const folder = path.at(-1);
    if (!folder) return;
    const signal = restart();
    const cached = cache.get(folder);
    written.clear();
    show(cached ? sortItems(cached, state.get().sort) : [], {
      path,
      listing: { status: cached ? 'refreshing' : 'loading' },
      filter: '',
      selection: EMPTY_SELECTION,
      activeId: undefined,
    });
    void list(folder, signal);
  };

  /** Resolves the path from the root on; the last folder that is missing stands in the path, without an id. */
  const openNames = async (names: readonly string[]) => {
    const signal = restart();
    show([], { path: [], listing: { status: 'loading' }, filter: '', selection: EMPTY_SELECTION });
    const path: PathFolder[] = [];
    try {
      const root = await requests.root(signal);
      path.push(toPathFolder(root));
      for (const [index, name] of names.entries()) {
        const parent = path.at(-1) ?? root;
        // Shortcuts lead into other drives, so each step starts where the one before arrived.
        // oxlint-disable-next-line no-await-in-loop
        const folder = await requests.child(parent, name, signal);
        if (!folder) {
          const missing = names.slice(0, index + 1).at(-1) ?? name;
          path.push({ driveId: parent.driveId, id: '', name: missing });
          throw new OneDriveError('not-found');
        }
        path.push(toPathFolder(folder));
      }
      openAt(path);
    } catch (reason) {
      if (!signal.aborted && path.length > 0) patch({ path });
      fail(reason, signal);
    }
  };

  const refresh = () => {
    const { path } = state.get();
    const folder = path.at(-1);
    if (!folder || folder.id === '') {
      void openNames(path.slice(1).map((part) => part.name));
      return;
    }
    const signal = restart();
    written.clear();
    patch({ listing: { status: contents.length > 0 ? 'refreshing' : 'loading' } });
    void list(folder, signal);
  };

  return {
    state,
    open: (folder) => {
      const target = toPathFolder(folder);
      const { path } = state.get();
      const known = path.findIndex((part) => part.id === target.id && part.driveId === target.driveId);
      openAt(known < 0 ? [...path, target] : path.slice(0, known + 1));
    },
    openPath: openNames,
    up: () => {
      const { path } = state.get();
      if (path.length > 1) openAt(path.slice(0, -1));
    },
    refresh,
    sortBy: (column) => {
      const sort = nextSort(state.get().sort, column);
      show(sortItems(contents, sort), { sort });
    },
    setFilter: (filter) => show(contents, { filter }),
    setSelection: (change: (selection: Selection, rows: readonly DriveItem[]) => Selection) =>
      state.update((current) => ({ ...current, selection: change(current.selection, current.rows) })),
    setActive: (activeId) => patch({ activeId }),
    apply: ({ changed = [], removed = [] }) => {
      const folder = state.get().path.at(-1);
      const here = changed.filter((item) => item.parentReference.id === folder?.id);
      for (const item of here) written.add(item.id);
      show(addItems(removeItems(contents, removed), here, state.get().sort));
      if (folder) cache.set(folder, contents);
    },
    dispose: () => {
      restart();
      cache.clear();
      contents = [];
      state.set(EMPTY);
    },
  };
}

/** A shortcut is opened where it points to. */
function toPathFolder(folder: (ItemReference & { readonly name: string }) | DriveItem): PathFolder {
  const target = 'remoteItem' in folder && folder.remoteItem ? folder.remoteItem : folder;
  return { driveId: target.driveId, id: target.id, name: folder.name };
}
