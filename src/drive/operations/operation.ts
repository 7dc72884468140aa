import type { DriveItem } from '../../graph';
import type { OneDriveError } from '../../lib';
import type { DriveAct, NamedItem } from '../commands';

/** What somebody wants done with items. */
export type Deed =
  | { readonly kind: 'move'; readonly items: readonly DriveItem[]; readonly target: NamedItem }
  | { readonly kind: 'rename'; readonly renames: readonly Rename[] }
  /** `delete`: into the recycle bin; `restore`: out of it; `delete-for-ever`: past it. */
  | { readonly kind: 'delete' | 'delete-for-ever' | 'restore'; readonly items: readonly DriveItem[] }
  /** Nobody else changes the files, nor sees what becomes of them, until they are checked in. */
  | { readonly kind: 'check-out'; readonly items: readonly DriveItem[] }
  | { readonly kind: 'check-in'; readonly items: readonly DriveItem[]; readonly comment: string }
  /** What was changed since the check-out is lost. */
  | { readonly kind: 'discard-check-out'; readonly items: readonly DriveItem[] }
  /** What a file was comes on top; `replaced` is the version that it is now. */
  | {
      readonly kind: 'restore-version';
      readonly item: DriveItem;
      readonly versionId: string;
      readonly replaced: string;
    };

interface Rename {
  readonly item: DriveItem;
  readonly name: string;
}

/** What is done with one item. `item` is as it was listed. */
export type Step =
  | MoveStep
  | RenameStep
  | ({ readonly kind: 'delete' | 'delete-for-ever' } & StepOf)
  | ({ readonly kind: 'restore-version'; readonly versionId: string; readonly replaced: string } & StepOf)
  | ({ readonly kind: 'check-out' | 'discard-check-out' } & StepOf)
  | ({ readonly kind: 'check-in'; readonly comment: string } & StepOf)
  /** Out of the recycle bin. */
  | RestoreStep;

interface StepOf {
  readonly item: DriveItem;
  /** Somebody has seen why it failed, and wants it all the same: what the item is now counts. */
  readonly isAgain?: boolean;
}

/** What an operation is about to do; what is restored takes the right to change all files. */
export type OperationAct = DriveAct | { readonly kind: 'restore'; readonly items: readonly NamedItem[] };

export interface RestoreStep extends StepOf {
  readonly kind: 'restore';
  /** What somebody has said of a name that is taken; `existing` was what they replace. */
  readonly taken?: 'rename' | 'replace';
  readonly existing?: DriveItem | undefined;
  /** It is out already, under another name, and only the rest is left to be done. */
  readonly back?: DriveItem;
}

export interface RenameStep extends StepOf {
  readonly kind: 'rename';
  readonly name: string;
  /** Its name until another one has left the name that it is to have. */
  readonly via?: string;
  /** As it is under that name. */
  readonly halfway?: DriveItem;
}

export interface MoveStep extends StepOf {
  readonly kind: 'move';
  readonly to: NamedItem;
  readonly name?: string;
  /** What somebody has said of a name that is taken. */
  readonly taken?: 'rename' | 'replace';
  /** Between drives: it is there already, and only the original is left to be deleted. */
  readonly copied?: DriveItem;
}

export type Result =
  | { readonly status: 'waiting' }
  /** Between drives a move has two phases: the copy, then the deletion of the original. */
  | { readonly status: 'running'; readonly phase: 'changing' | 'copying' | 'removing' }
  /** Under another name for a while: it goes on when all that waits is through. */
  | { readonly status: 'halfway'; readonly item: DriveItem }
  | { readonly status: 'done'; readonly item?: DriveItem | undefined }
  /** Another item has the name. */
  | {
      readonly status: 'conflict';
      readonly error: OneDriveError;
      readonly existing?: DriveItem | undefined;
    }
  | Failed
  /** Stopped before it was begun, or left out where the name is taken. */
  | { readonly status: 'left' };

interface Failed {
  readonly status: 'failed';
  readonly error: OneDriveError;
  /** Between drives: its copy, which is there. */
  readonly copied?: DriveItem | undefined;
  /** What it is now, where it is not known to be as it was. */
  readonly now?: DriveItem | undefined;
}

/** What is happening to an item. */
export type Phase = Extract<Result, { status: 'running' }>['phase'];

/** How one item ended, or how far it came. */
export type Outcome = Extract<Result, { status: 'halfway' | 'done' | 'conflict' | 'failed' }>;

export interface Entry {
  readonly step: Step;
  readonly result: Result;
}

/** A deed over many items: what has become of each, in the order in which they were given. */
export interface Operation {
  readonly id: string;
  readonly kind: Deed['kind'];
  /** It takes back what an operation of this kind did. */
  readonly isUndo: boolean;
  readonly target?: NamedItem | undefined;
  readonly entries: readonly Entry[];
}

/** What a line says of it. */
export interface OperationSummary {
  readonly count: number;
  /** Those that have come to an end. */
  readonly settled: number;
  readonly done: number;
  readonly conflicts: number;
  readonly failed: number;
  readonly left: number;
  readonly isRunning: boolean;
}
