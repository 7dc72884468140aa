import type { Collection, DriveItem, Door, Elsewhere, ItemReference } from '../../graph';
import type { LibraryRequests } from '../library/library-requests';
import type { CollectionNote, PathFolder } from '../folder-browser';

/** What lies outside of the user's own drive, and what is gathered from anywhere. All reject with OneDriveError. */
export interface ElsewhereRequests {
  /** @param tell hears where the rows come from, if that is not what one would expect */
  list(
    collection: Collection,
    tell: (note: CollectionNote) => void,
    signal?: AbortSignal,
  ): AsyncIterable<readonly DriveItem[]>;
  /** The way to the folder behind a door, which has the door's name unless it has its own; nothing where there is none yet. */
  enter(door: Door, name: string, signal?: AbortSignal): Promise<readonly PathFolder[] | undefined>;
  /** The way to the application's own folder, which is made where it is missing. */
  makeAppFolder(signal?: AbortSignal): Promise<readonly PathFolder[]>;
  /** The way to a collection or a door, with its name. */
  pathTo(elsewhere: Elsewhere, signal?: AbortSignal): Promise<readonly PathFolder[]>;
  /** The way to an item of another drive; of a file, to the folder it lies in. */
  locate(reference: ItemReference, signal?: AbortSignal): Promise<readonly PathFolder[]>;
  /** What the address of a sharing link, or of an item in the browser, leads to. */
  openLink(address: string, signal?: AbortSignal): Promise<DriveItem>;
  readonly library: LibraryRequests;
  /** The folders in a folder, without the files where the drive can leave them out. */
  folders(folder: ItemReference, signal?: AbortSignal): AsyncIterable<readonly DriveItem[]>;
  /** Where Microsoft shows the recycle bins: no drive tells all that its own holds. */
  recycleBins(signal?: AbortSignal): Promise<RecycleBins>;
}

/** The pages of Microsoft that show recycle bins. */
export interface RecycleBins {
  /** The bin of a personal drive gives back by its ids what is known to lie in it; no other does. */
  readonly isPersonal: boolean;
  /** The user's own first; it has no name. */
  readonly pages: readonly { readonly name: string; readonly address: string }[];
}
