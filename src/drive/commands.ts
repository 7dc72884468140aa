import type { DriveItem, ItemReference } from '../graph';
import type { OneDriveError } from '../lib';

export interface ItemOutcome {
  readonly item: DriveItem;
  /** Absent where it worked. */
  readonly error?: OneDriveError;
}

/** Changes to the drive. Each first makes sure that writing is allowed (which may open the permission dialog). */
export interface DriveCommands {
  /** @throws OneDriveError `name-conflict`, `invalid-name`, `consent-declined`, … */
  createFolder(parent: ItemReference, name: string, signal?: AbortSignal): Promise<DriveItem>;
  /** Sends the item's eTag: a change by somebody else is never overwritten (`changed-elsewhere`). */
  rename(item: DriveItem, name: string, signal?: AbortSignal): Promise<DriveItem>;
  /** Into the recycle bin, one by one; one failure does not stop the others. */
  remove(items: readonly DriveItem[], signal?: AbortSignal): Promise<readonly ItemOutcome[]>;
}
