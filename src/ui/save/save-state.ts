import type { DriveItem, PathFolder } from '../../drive';
import type { ConflictBehavior, NamedBlob } from '../../host';
import type { OneDriveError } from '../../lib';
import type { TransferTask } from '../../transfer';

/** One of the files that are to be saved. */
export interface SavePart {
  readonly file: NamedBlob;
  /** What it will be called. */
  readonly name: string;
  /** What the user wants, where the name was seen to be taken before anything was sent. */
  readonly answer?: ConflictBehavior | undefined;
  /** The upload that was begun for it last. */
  readonly sent?: SentPart | undefined;
  /** Absent until it is certain. */
  readonly end?: PartEnd | undefined;
}

interface SentPart {
  readonly taskId: string;
  readonly name: string;
  readonly folder: PathFolder;
}

type PartEnd =
  | { readonly kind: 'saved'; readonly item: DriveItem; readonly folder: PathFolder }
  /** The user skipped it. */
  | { readonly kind: 'left-out' };

/** How far saving has come. */
export type SavePhase =
  /** The user looks for a folder and for a name. */
  | {
      readonly status: 'editing';
      /** After a try to save, problems that are normal while typing count too. */
      readonly isChecked: boolean;
      /** What the last try failed of. */
      readonly error?: OneDriveError | undefined;
    }
  /** A name is taken: the user says what to do about it. */
  | { readonly status: 'asking'; readonly question: SaveQuestion }
  | { readonly status: 'running'; readonly tasks: readonly TransferTask[] }
  /** It stays on screen where the mode of the control is to save. */
  | { readonly status: 'saved'; readonly items: readonly DriveItem[]; readonly folder: PathFolder };

/** Found in the list before anything was sent, or by the upload, which then waits for the answer. */
export type SaveQuestion = {
  readonly name: string;
  readonly folder: PathFolder;
  /** What has the name, where it is known. */
  readonly existing: DriveItem | undefined;
} & ({ readonly by: 'list' } | { readonly by: 'upload'; readonly taskId: string });

export interface SaveState {
  readonly parts: readonly SavePart[];
  readonly phase: SavePhase;
}

export const EDITING: SavePhase = { status: 'editing', isChecked: false };

/** What is still to be saved. */
export function openParts(parts: readonly SavePart[]): readonly SavePart[] {
  return parts.filter(({ end }) => end === undefined);
}

export function savedItems(parts: readonly SavePart[]): readonly DriveItem[] {
  return parts.flatMap(({ end }) => (end?.kind === 'saved' ? [end.item] : []));
}
