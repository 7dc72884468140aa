import { createStore, type ReadableStore } from '../lib';
import type { FolderBrowser, FolderPlace, FolderState } from './folder-browser';

/** What is looked at, side by side where there is a second one. */
interface PanesState {
  readonly first: FolderBrowser;
  readonly second?: FolderBrowser;
  /** The one that the user was in last: commands mean it. */
  readonly inHand: FolderBrowser;
}

/** The open folder, and another one beside it while somebody wants to see two. */
export interface Panes {
  readonly state: ReadableStore<PanesState>;
  /** Shows a place in the other pane, which is made where there is none, and takes that in hand. */
  openBeside(place: FolderPlace): void;
  /** The first is in hand again. */
  closeSecond(): void;
  /** What each of them shows. */
  shown(): readonly FolderState[];
  /** Whoever has the focus, or was clicked in, is in hand. */
  take(pane: FolderBrowser): void;
}

/**
 * Whoever works with “the open folder” works with `folder`: it reads from the pane in hand and goes on in that, and
 * shows in both what has been written, for both may hold it.
 *
 * @example const { folder, panes } = createPanes(() => createFolderBrowser({ requests, commands, environment }));
 */
export function createPanes(create: () => FolderBrowser): {
  readonly folder: FolderBrowser;
  readonly panes: Panes;
} {
  const first = create();
  const state = createStore<PanesState>({ first, inHand: first });
  const now = () => state.get().inHand;
  const each = (run: (pane: FolderBrowser) => void) => {
    const { second } = state.get();
    run(first);
    if (second) run(second);
  };
  const closeSecond = () => {
    const { second } = state.get();
    if (!second) return;
    state.set({ first, inHand: first });
    second.dispose();
  };
  const panes: Panes = {
    state,
    openBeside: (place) => {
      const { second = create(), inHand } = state.get();
      const beside = inHand === first ? second : first;
      void beside.openPath(place);
      state.set({ first, second, inHand: beside });
    },
    closeSecond,
    shown: () => {
      const all: FolderState[] = [];
      each((pane) => all.push(pane.state.get()));
      return all;
    },
    take: (inHand) => {
      if (inHand !== now()) state.update((before) => ({ ...before, inHand }));
    },
  };
  const folder: FolderBrowser = {
    state: { get: () => now().state.get(), subscribe: (listener) => followInHand(state, listener) },
    open: (to) => now().open(to),
    openPath: (place) => now().openPath(place),
    up: () => now().up(),
    refresh: () => each((pane) => pane.refresh()),
    sortBy: (column) => now().sortBy(column),
    arrange: (change) => now().arrange(change),
    arrangeAll: () => now().arrangeAll(),
    askColumns: (mayAsk) => now().askColumns(mayAsk),
    setFilter: (text) => now().setFilter(text),
    setFilters: (filters) => now().setFilters(filters),
    toggleGroup: (key) => now().toggleGroup(key),
    showOnly: (test) => each((pane) => pane.showOnly(test)),
    setSelection: (change) => now().setSelection(change),
    setActive: (id) => now().setActive(id),
    apply: (change) => each((pane) => pane.apply(change)),
    asked: () => now().asked(),
    showKept: (kept) => now().showKept(kept),
    hasWritten: (id) => now().hasWritten(id),
    renewPicture: (item) => now().renewPicture(item),
    dispose: () => {
      closeSecond();
      first.dispose();
    },
  };
  return { folder, panes };
}

/** Hears of the pane in hand, and of another one's being so. */
function followInHand(state: ReadableStore<PanesState>, listener: () => void): () => void {
  const follow = () => state.get().inHand.state.subscribe(listener);
  let end = follow();
  const endPanes = state.subscribe(() => {
    end();
    end = follow();
    listener();
  });
  return () => {
    end();
    endPanes();
  };
}
