import type { DriveItem, ItemReference } from '../graph';
import type { OneDriveError } from '../lib';
import type { NewFile } from './create-file';

export interface ItemOutcome {
  readonly item: DriveItem;
  /** As the service has it now, where it tells. */
  readonly changed?: DriveItem;
  /** Absent where it worked. */
  readonly error?: OneDriveError;
}

/** An item as a person knows it, wherever it has gone meanwhile. */
export interface NamedItem extends ItemReference {
  readonly name: string;
}

/** What a command is about to do. */
export type DriveAct =
  | { readonly kind: 'create-folder'; readonly parent: ItemReference; readonly name: string }
  | {
      readonly kind: 'create-file';
      readonly parent: ItemReference;
      readonly name: string;
      readonly content: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'rename'; readonly item: NamedItem; readonly name: string }
  | { readonly kind: 'move'; readonly items: readonly NamedItem[]; readonly target: NamedItem }
  | { readonly kind: 'delete'; readonly items: readonly NamedItem[] }
  | MomentaryAct;

/** What means something only beside what is shown at that moment: nobody is offered it after a change of pages. */
export interface MomentaryAct {
  readonly kind: 'restore-version' | 'delete-for-ever' | 'rename-all' | 'check-out';
  readonly items: readonly NamedItem[];
}

/** What has been done: by the control, not by others. */
export interface ChangeMade {
  /** `restore`: out of the recycle bin; `delete-for-ever`: past it; `share`: links and permissions. */
  readonly kind:
    | 'create'
    | 'upload'
    | 'copy'
    | 'rename'
    | 'move'
    | 'delete'
    | 'delete-for-ever'
    | 'restore'
    | 'restore-version'
    | 'check-out'
    | 'check-in'
    | 'discard-check-out'
    | 'share';
  /** As they are now, where the service has told; what was deleted, as it was. */
  readonly items: readonly DriveItem[];
}

/** Changes to the drive. Each first makes sure that writing is allowed (which may open the permission dialog). */
export interface DriveCommands {
  /** @throws OneDriveError `name-conflict`, `invalid-name`, `consent-declined`, … */
  createFolder(parent: ItemReference, name: string, signal?: AbortSignal): Promise<DriveItem>;
  /** A small file that is not there yet. @throws OneDriveError as `createFolder` */
  createFile(parent: ItemReference, file: NewFile): Promise<DriveItem>;
  /** Sends the item's eTag: a change by somebody else is never overwritten (`changed-elsewhere`). */
  rename(item: DriveItem, name: string, signal?: AbortSignal): Promise<DriveItem>;
  /** Into a folder of the same drive, one by one; one failure does not stop the others. */
  move(items: readonly DriveItem[], target: NamedItem, signal?: AbortSignal): Promise<readonly ItemOutcome[]>;
  /** Into the recycle bin, one by one; one failure does not stop the others. */
  remove(items: readonly DriveItem[], signal?: AbortSignal): Promise<readonly ItemOutcome[]>;
}
