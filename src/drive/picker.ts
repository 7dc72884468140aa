import type { DriveItem } from '../graph';
import type { OneDriveError, ReadableStore } from '../lib';
import type { PickRules } from './pick-rules';
import type { Selection } from './selection';

/** Something that was picked, and where it lies. */
export interface PickedItem {
  readonly item: DriveItem;
  /** Names of the folders above it, from the root on; absent where they are not known. */
  readonly path?: readonly string[] | undefined;
  /** Keys of the folders above it, from the root on; absent where they are not known. */
  readonly folderKeys?: readonly string[] | undefined;
}

/** Something that is on its way into the drive, and is picked when it is there. */
export interface Awaited {
  /** By which whoever brings it knows it. */
  readonly id: string;
  /** Where it is going to lie, as far as that is known. */
  readonly place: Omit<PickedItem, 'item'>;
}

/** What becomes of a folder whose check was set where files are picked. */
export type Gathering =
  | { readonly status: 'idle' }
  /** `found`: how many files so far. */
  | { readonly status: 'counting'; readonly folder: DriveItem; readonly found: number }
  /** The last one could not be listed: nothing of it was picked. */
  | { readonly status: 'failed'; readonly folder: DriveItem; readonly error: OneDriveError };

/** Files are being picked. */
export interface Picking {
  readonly status: 'picking';
  readonly rules: PickRules;
  /** In the order in which they were picked; kept while walking through folders. */
  readonly basket: readonly PickedItem[];
  /** Nothing is chosen before these are there, or given up. */
  readonly awaited: readonly Awaited[];
  readonly gathering: Gathering;
  /** Folders whose files were all gathered, by key: how many there were. */
  readonly gathered: ReadonlyMap<string, number>;
  /** Greyed rows are left out. */
  readonly hidesRefused: boolean;
}

/** What is picked at one moment. */
export type PickState = { readonly status: 'off' } | Picking;

/**
 * Picking with memory: the basket holds what is picked in every folder; the selection of the open folder shows its
 * part of it.
 */
export interface Picker {
  readonly state: ReadableStore<PickState>;
  /**
   * Begins, or goes on under other rules: what these refuse leaves the basket. `basket` puts another one in place, for
   * which nothing is on its way but `awaited`.
   */
  start(rules: PickRules, basket?: readonly PickedItem[], awaited?: readonly Awaited[]): void;
  /** Ends picking; the basket is forgotten. */
  stop(): void;
  /** As `FolderBrowser.setSelection`, but what the rules refuse is never selected. */
  setSelection(change: (selection: Selection, rows: readonly DriveItem[]) => Selection): void;
  /** Takes it out of the basket, in whatever folder it lies. */
  remove(item: DriveItem): void;
  /** Takes everything below the folder out of the basket. */
  removeBelow(folder: DriveItem): void;
  clear(): void;
  setHidesRefused(hides: boolean): void;
  /**
   * Puts the files below a folder into the basket, as far as rules and limits let them, once all are found. Where
   * another folder is being gathered, this one is next. Where a folder can't be listed, nothing is put: the state
   * says why.
   * @returns how many were put there; `undefined` where it was cancelled or failed
   */
  gather(folder: DriveItem): Promise<number | undefined>;
  /** Ends gathering, of folders that wait for it too: nothing more is put into the basket. */
  cancelGathering(): void;
  /** The open folder, where it may be picked. */
  openFolder(): DriveItem | undefined;
  /** What Choose means now: the basket, or the open folder where folders may be picked and nothing else is. */
  choice(): readonly DriveItem[];
  dispose(): void;
}
