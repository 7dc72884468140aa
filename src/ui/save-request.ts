import type { DriveItem, ItemReference } from '../drive';
import type { ConflictBehavior, NamedBlob, SaveDetail } from '../host';

/** What is to be saved, and who wants to hear of it: a call of `save()`, or the mode `save`. */
export interface SaveRequest {
  /** Without any there is nothing to save yet. */
  readonly files: readonly NamedBlob[];
  /** Where it starts, as the call says. */
  readonly folder?: string | ItemReference | undefined;
  /** What the only file is called at first, in place of its own name. */
  readonly name?: string | undefined;
  /** Where a name is taken; without it the user is asked. */
  readonly conflictBehavior?: ConflictBehavior | undefined;
  /** Somebody has just asked for it by a call: the name is where the user goes on. */
  readonly isCall: boolean;
  /** Aborted when it is over: what has not arrived yet is cancelled. */
  readonly signal: AbortSignal;
  readonly onSaved: (detail: SaveDetail) => void;
  /** Nothing is left to be saved. */
  readonly onFinished: (items: readonly DriveItem[]) => void;
}
