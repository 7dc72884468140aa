import type { DriveItem, Elsewhere, ItemReference } from '../graph';
import type { OneDriveError, ReadableStore } from '../lib';
import type { Arrangement } from './arrangement';
import type { Filters } from './filters';
import type { LibraryState } from './library/library-state';
import type { RowGroup } from './group-rows';
import type { Selection } from './selection';
import type { SortColumn } from './sort';

/** A folder on the way from the root to here. The top of a drive has no name: the interface gives it one. */
export interface PathFolder extends ItemReference {
  readonly name: string;
  /** It is no folder of a drive: `driveId` and `id` are empty. */
  readonly elsewhere?: Elsewhere | undefined;
}

/** Where the rows of a collection come from, where that is not what one would expect. */
export type CollectionNote =
  /** Microsoft lists no recent files any more: these are the newest of the user's own drive. */
  | 'recent-from-search'
  /** Microsoft lists nothing shared any more: this was found by searching. */
  | 'shared-from-search'
  /** The same, and there is nothing else to ask. */
  | 'shared-ended'
  /** More was found than is worth listing. */
  | 'search-cut'
  /** Nothing that could be searched for was asked. */
  | 'search-blank';

/** How far the listing of the open folder has come. Rows are shown in every state but `loading`. */
export type Listing =
  | { readonly status: 'loading' }
  /** Some pages are in, the rest is streaming. */
  | { readonly status: 'partial' }
  | { readonly status: 'complete' }
  /** Rows of the last listing are shown while a new one is fetched. */
  | { readonly status: 'refreshing' }
  /** Rows fetched so far (perhaps none) stay on screen. `retryAt`: epoch ms of the next automatic try. */
  | { readonly status: 'failed'; readonly error: OneDriveError; readonly retryAt?: number | undefined };

/** The open folder at one moment. */
export interface FolderState {
  /** From the root (first) to the open folder (last); empty until the root is known. */
  readonly path: readonly PathFolder[];
  readonly listing: Listing;
  /** How many items the folder holds as far as known, before the filter. */
  readonly itemCount: number;
  /** What the folder holds as far as known, sorted: the rows before the filter. */
  readonly items: readonly DriveItem[];
  /** Sorted, filtered and grouped; what is in a collapsed group is none of them. */
  readonly rows: readonly DriveItem[];
  /** None while nothing is grouped. */
  readonly groups: readonly RowGroup[];
  readonly arrangement: Arrangement;
  /** Part of the name. */
  readonly filter: string;
  readonly filters: Filters;
  /** Keys of the groups of which only the heading is shown. */
  readonly collapsed: ReadonlySet<string>;
  readonly selection: Selection;
  /** Id of the row that has (or would have) the focus. */
  readonly activeId?: string | undefined;
  readonly note?: CollectionNote | undefined;
  /** Absent until somebody wants to see columns of the library, and outside of libraries. */
  readonly library?: LibraryState | undefined;
  /** Name of the folder that was asked for and is gone: this is the nearest one above it. */
  readonly missed?: string | undefined;
  /** When what is shown was listed (epoch milliseconds), where that is known. */
  readonly asOf?: number | undefined;
}

/**
 * Where to go: names from the root on, an item of a drive, names of folders of which some may have to be made (or in the
 * place of which the nearest folder above will do), what is no folder of a drive, or somewhere to which the whole way is
 * known.
 */
export type FolderPlace =
  | readonly string[]
  | ItemReference
  | { readonly names: readonly string[]; readonly create: boolean; readonly orAbove?: boolean }
  | { readonly elsewhere: Elsewhere }
  | { readonly way: readonly PathFolder[] };

/** Items as they are now, wherever they lie, and what is gone. */
export interface FolderChange {
  readonly changed?: readonly DriveItem[];
  readonly removed?: readonly string[];
  /** The same way to the open folder, under other names. */
  readonly path?: readonly PathFolder[] | undefined;
  /** It was heard of others, and not done here. */
  readonly told?: boolean;
}

/** The open folder: where the user is, what is listed, what is selected. One for each control. */
export interface FolderBrowser {
  readonly state: ReadableStore<FolderState>;
  /** Opens a folder below the open one, or one named by reference (breadcrumb). Aborts the running listing. */
  open(folder: PathFolder | DriveItem): void;
  /**
   * Opens a folder, of a file the one it lies in; what is not there ends in `not-found` on the listing, and what could
   * not be made in the reason.
   */
  openPath(place: FolderPlace): Promise<void>;
  /** To the parent folder; nothing happens in the root. */
  up(): void;
  /** Lists again, keeping what is shown. Also the way to retry. */
  refresh(): void;
  sortBy(column: SortColumn): void;
  /** Looks at the folder in another way, which is remembered of it. */
  arrange(change: Partial<Arrangement>): void;
  /** Looks at every folder as at this one. */
  arrangeAll(): void;
  /**
   * Finds out which columns the library has in which the folder lies; elsewhere nothing happens.
   *
   * @param mayAsk the user may be asked for the right that it takes
   */
  askColumns(mayAsk: boolean): void;
  setFilter(text: string): void;
  /** Leaves out what does not pass; another folder begins without. */
  setFilters(filters: Filters): void;
  /** Shows the heading of a group alone, or its rows again. */
  toggleGroup(key: string): void;
  /** Leaves out the rows that do not pass, in this folder and in every other; without a test all are shown. */
  showOnly(test: ((item: DriveItem) => boolean) | undefined): void;
  setSelection(change: (selection: Selection, rows: readonly DriveItem[]) => Selection): void;
  setActive(id: string | undefined): void;
  /** Shows the outcome of a write at once: new and changed items of the open folder, ids that are gone. */
  apply(change: FolderChange): void;
  /** What was asked for, while the folder that it leads to is not known. */
  asked(): FolderPlace | undefined;
  /** Shows what the folder held that is still being looked for or listed. */
  showKept(kept: Pick<FolderState, 'path' | 'items'> & { readonly at: number }): void;
  /** Whether this control has changed the item a moment ago: what is heard of it may be older. */
  hasWritten(id: string): boolean;
  /** Asks for an item's pictures anew: their addresses live for a while only. Once for each, until it is listed again. */
  renewPicture(item: DriveItem): void;
  dispose(): void;
}
