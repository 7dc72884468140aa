import { createContext, useContext } from 'react';
import type { DriveItem } from '../drive';
import { createStore, type Store } from '../lib';

/** The one dialog that is open. One at a time: a dialog never opens another. */
type DialogRequest =
  | { readonly kind: 'new-folder' }
  | { readonly kind: 'rename'; readonly item: DriveItem }
  | { readonly kind: 'delete'; readonly items: readonly DriveItem[] };

/** What only the interface knows, shared by its parts. */
export interface ViewState {
  readonly dialog: Store<DialogRequest | undefined>;
  /** The sentence that the live region speaks next. */
  readonly announcement: Store<string>;
}

export function createViewState(): ViewState {
  return { dialog: createStore<DialogRequest | undefined>(undefined), announcement: createStore('') };
}

const ViewStateContext = createContext<ViewState | undefined>(undefined);

export const ViewStateProvider = ViewStateContext.Provider;

/** @throws TypeError outside of a ViewStateProvider */
export function useViewState(): ViewState {
  const state = useContext(ViewStateContext);
  if (!state) throw new TypeError('useViewState needs a ViewStateProvider above it.');
  return state;
}
