import type { DriveItem } from '../graph';
import type { ReadableStore } from '../lib';
import type { PickRules } from './pick-rules';
import type { Selection } from './selection';

/** Something that was picked, and where it lies: the names of the folders from the root on. */
export interface PickedItem {
  readonly item: DriveItem;
  readonly path: readonly string[];
}

/** A folder whose files are being gathered, because its check was set where files are picked. */
interface Gathering {
  readonly folder: DriveItem;
  /** How many files were found so far. */
  readonly found: number;
}

export type PickState =
  | { readonly status: 'off' }
  | {
      readonly status: 'picking';
      readonly rules: PickRules;
      /** In the order in which they were picked; kept while walking through folders. */
      readonly basket: readonly PickedItem[];
      readonly gathering: Gathering | undefined;
      /** Greyed rows are left out. */
      readonly hidesRefused: boolean;
    };

/**
 * Picking with memory: the basket holds what is picked in every folder; the selection of the open folder shows its
 * part of it.
 */
export interface Picker {
  readonly state: ReadableStore<PickState>;
  /** Begins, or goes on under other rules: what these refuse leaves the basket. `basket` puts another one in place. */
  start(rules: PickRules, basket?: readonly PickedItem[]): void;
  /** Ends picking; the basket is forgotten. */
  stop(): void;
  /** As `FolderBrowser.setSelection`, but what the rules refuse is never selected. */
  setSelection(change: (selection: Selection, rows: readonly DriveItem[]) => Selection): void;
  /** Takes it out of the basket, in whatever folder it lies. */
  remove(item: DriveItem): void;
  clear(): void;
  setHidesRefused(hides: boolean): void;
  /** Puts the files below a folder into the basket, as far as rules and limits let them. */
  gather(folder: DriveItem): Promise<void>;
  cancelGathering(): void;
  /** What Choose means now: the basket, or the open folder where folders may be picked and nothing else is. */
  choice(): readonly DriveItem[];
  dispose(): void;
}
