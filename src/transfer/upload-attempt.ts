import type { DriveItem } from '../graph';
import type { OneDriveError } from '../lib';
import { callPort } from './call-port';
import { compareWithSource } from './comparison';
import type { SessionKeeper } from './session-keeper';
import type { SourceFile } from './source-file';
import type { TransferContext } from './transfer-context';
import type { ConflictBehavior, UploadTarget } from './types';

/** What stood at the target before a byte was sent, if anybody looked. */
export type Before =
  { readonly looked: false } | { readonly looked: true; readonly item: DriveItem | undefined };

/** One file on its way to one name. */
export interface UploadAttempt {
  readonly source: SourceFile;
  readonly target: UploadTarget;
  readonly conflictBehavior: ConflictBehavior;
  readonly before: Before;
  /** Names for which a request may have been applied although its answer was lost; lives as long as the task. */
  readonly doubtful: Set<string>;
  readonly session: SessionKeeper;
}

export type UploadOutcome =
  | { readonly kind: 'finished'; readonly item: DriveItem }
  | {
      readonly kind: 'conflict';
      readonly error: OneDriveError;
      /** Nothing has the name: it is kept for an upload that was broken off, and comes free by itself. */
      readonly isHeld?: boolean;
    };

export function findTarget(
  context: TransferContext,
  target: UploadTarget,
  phase: 'preparing' | 'verifying' = 'verifying',
): Promise<DriveItem | undefined> {
  return callPort(context, phase, () => context.ports.findItem(target, context.signal));
}

/**
 * After a lost answer: the item at the target, if it is this file. What cannot be proved by the hash counts
 * only where the item is known to be newer than this attempt.
 */
export async function findOurs(
  context: TransferContext,
  attempt: UploadAttempt,
): Promise<DriveItem | undefined> {
  const item = await findTarget(context, attempt.target);
  if (!item) return undefined;
  const comparison = await compareWithSource(item, attempt.source);
  const isOurs = comparison === 'equal' || (comparison !== 'different' && isNewer(item, attempt.before));
  return isOurs && !isOfAnother(context, attempt, item) ? item : undefined;
}

/** Two files may have one name and one content, and are two. */
function isOfAnother({ owners }: TransferContext, { doubtful }: UploadAttempt, { id }: DriveItem): boolean {
  const owner = owners.get(id) ?? doubtful;
  if (owner === doubtful) owners.set(id, doubtful);
  return owner !== doubtful;
}

function isNewer(item: DriveItem, before: Before): boolean {
  if (!before.looked) return false;
  return before.item?.id !== item.id || (before.item.eTag ?? '') !== (item.eTag ?? '');
}
