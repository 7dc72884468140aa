import { createContext, useContext, type ReactNode } from 'react';
import type { DriveItem, NamedItem, PickedItem } from '../drive';
import { createStore, type OneDriveError, type Store } from '../lib';
import { placesBeside } from './places-beside';

/** Uploads would end with the account that somebody is about to leave. */
export interface StopUploadsRequest {
  readonly kind: 'stop-uploads';
  readonly count: number;
  readonly leaving: 'switch' | 'disconnect';
  /** Straight from the click: it may open a window. */
  readonly goOn: () => void;
}

/** Why something named `name` has failed, with all that is known of it. */
export interface FailureRequest {
  readonly kind: 'failure';
  readonly name: string;
  readonly error: OneDriveError;
  /** It lies in the recycle bin, and needs nothing but to be restored. */
  readonly isDeleted?: DriveItem['isDeleted'];
}

/** What an empty file can be of. */
export type DocumentKind = 'word' | 'excel' | 'powerpoint' | 'text';

/** The one dialog that is open. One at a time: a dialog never opens another. */
export type DialogRequest =
  | { readonly kind: 'account' }
  /** What the keys do. */
  | { readonly kind: 'shortcuts' }
  | FailureRequest
  | StopUploadsRequest
  /** What uploads ask before they go on. */
  | { readonly kind: 'questions' }
  /** Names that are taken where an operation moves items to. */
  | { readonly kind: 'clashes'; readonly operationId: string }
  /** Where to, of the two: both ask for a folder. */
  | { readonly kind: 'move' | 'copy'; readonly items: readonly DriveItem[] }
  | { readonly kind: 'open-link' }
  /** Files of this device, to be picked. */
  | { readonly kind: 'device' }
  | { readonly kind: 'new-folder' }
  | { readonly kind: 'new-file'; readonly document: DocumentKind }
  | { readonly kind: 'rename'; readonly items: readonly DriveItem[] }
  /** `isForEver`: past the recycle bin. */
  | { readonly kind: 'delete'; readonly items: readonly DriveItem[]; readonly isForEver?: boolean }
  /** Ends a check-out, in one of the two ways. */
  | {
      readonly kind: 'check-out';
      readonly end: 'check-in' | 'discard-check-out';
      readonly items: readonly DriveItem[];
    }
  | { readonly kind: 'share'; readonly item: DriveItem };

/** Why something was not picked, or not all of it; it stands until something else is picked. */
interface PickNotice {
  readonly text: string;
  /** What was picked at that moment. */
  readonly basket: readonly PickedItem[];
}

/** A menu of the list. */
export interface MenuRequest {
  /** The rows that it is for; empty: the open folder. */
  readonly items: readonly DriveItem[];
  /** Where it opens, in coordinates of the window. */
  readonly at: DOMRectReadOnly;
}

/** How rows tell what they were found by, and where they lie. */
export interface FoundText {
  readonly placeOf: (item: DriveItem) => string;
  /** A part of a name with what it was found by marked. @param show how any text of a name is shown */
  readonly mark: (name: string, from: number, to: number, show: (text: string) => ReactNode) => ReactNode;
}

/** What of an item is folded away until somebody wants to see it. */
export type DetailsSection = 'versions' | 'activity' | 'access';

/** The pane that tells of what is selected. Its state stays while the control lives, also while it is closed. */
interface DetailsView {
  /** `over` the list where there is no room `beside` it. */
  readonly place: 'closed' | 'beside' | 'over';
  /** Those that a menu asked for, until something else is selected. */
  readonly items: readonly DriveItem[] | undefined;
  readonly unfolded: ReadonlySet<DetailsSection>;
}

/** What only the interface knows, shared by its parts. */
export interface ViewState {
  readonly dialog: Store<DialogRequest | undefined>;
  readonly menu: Store<MenuRequest | undefined>;
  /** The file that is looked at. */
  readonly preview: Store<DriveItem | undefined>;
  /** The sentence that the live region speaks next. */
  readonly announcement: Store<string>;
  readonly pickNotice: Store<PickNotice | undefined>;
  /** Id of an item that the list brings into view, and makes the active one, as soon as it has its row. */
  readonly reveal: Store<string | undefined>;
  /** Why somebody who stays connected could not connect anew, or as somebody else. */
  readonly refusal: Store<OneDriveError | undefined>;
  /** Opens the browser's own chooser, while users may upload. Straight from a click. */
  readonly chooser: Store<((what: 'files' | 'folder') => void) | undefined>;
  /** Puts the focus into the search box, while there is one. */
  readonly focusSearch: Store<(() => void) | undefined>;
  /** Names of files that were given, and that the browser could not open. */
  readonly unread: Store<readonly string[]>;
  /** What was cut or copied, until it is pasted or something else is. */
  readonly clipboard: Store<Clipping | undefined>;
  /** What is being dragged. */
  readonly dragged: Store<readonly DriveItem[]>;
  readonly details: Store<DetailsView>;
  /** Folders that items were put into, the last one first. */
  readonly recentTargets: Store<readonly NamedItem[]>;
  /** Known while rows are what was found. */
  readonly found: Store<FoundText | undefined>;
  /** The pane of places lies over the list, where there is no room beside it. */
  readonly placesOpen: Store<boolean>;
  /** It stands beside the list, where there is room. */
  readonly placesBeside: Store<boolean>;
}

/** Items that wait to be pasted. */
interface Clipping {
  readonly how: 'move' | 'copy';
  readonly items: readonly DriveItem[];
}

export function createViewState(): ViewState {
  return {
    dialog: createStore<DialogRequest | undefined>(undefined),
    menu: createStore<MenuRequest | undefined>(undefined),
    preview: createStore<DriveItem | undefined>(undefined),
    announcement: createStore(''),
    pickNotice: createStore<PickNotice | undefined>(undefined),
    reveal: createStore<string | undefined>(undefined),
    refusal: createStore<OneDriveError | undefined>(undefined),
    chooser: createStore<((what: 'files' | 'folder') => void) | undefined>(undefined),
    focusSearch: createStore<(() => void) | undefined>(undefined),
    unread: createStore<readonly string[]>([]),
    clipboard: createStore<Clipping | undefined>(undefined),
    dragged: createStore<readonly DriveItem[]>([]),
    details: createStore<DetailsView>({ place: 'closed', items: undefined, unfolded: new Set() }),
    recentTargets: createStore<readonly NamedItem[]>([]),
    found: createStore<FoundText | undefined>(undefined),
    placesOpen: createStore(false),
    placesBeside: createStore(placesBeside.isOn()),
  };
}

const ViewStateContext = createContext<ViewState | undefined>(undefined);

export const ViewStateProvider = ViewStateContext.Provider;

/** @throws TypeError outside of a ViewStateProvider */
export function useViewState(): ViewState {
  const state = useContext(ViewStateContext);
  if (!state) throw new TypeError('useViewState needs a ViewStateProvider above it.');
  return state;
}
