import type { DriveItem } from '../graph';
import { parseInstant, type OneDriveError } from '../lib';
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
  /** Nothing that others have written since this task began has its time. */
  readonly isDated: boolean;
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
  options?: Parameters<TransferContext['ports']['findItem']>[2],
): Promise<DriveItem | undefined> {
  return callPort(context, phase, () => context.ports.findItem(target, context.signal, options));
}

/**
 * After a lost answer: the item at the target, if it is this file. What the hash does not prove may be ours, rewritten by
 * the service, or what another client has written under that name meanwhile, and then ours would be lost: it counts only
 * where the item has come since, with a time that nobody but our session can have told.
 */
export async function findOurs(
  context: TransferContext,
  attempt: UploadAttempt,
): Promise<DriveItem | undefined> {
  const { source, target } = attempt;
  const item = await findTarget(context, target);
  if (!item) return undefined;
  const comparison = await compareWithSource(item, source);
  const isOurs = comparison === 'equal' || (comparison !== 'different' && isMarked(item, attempt));
  return isOurs && !isOfAnother(context, attempt, item) ? item : undefined;
}

/** Two files may have one name and one content, and are two. */
function isOfAnother({ owners }: TransferContext, { doubtful }: UploadAttempt, { id }: DriveItem): boolean {
  const owner = owners.get(id) ?? doubtful;
  if (owner === doubtful) owners.set(id, doubtful);
  return owner !== doubtful;
}

function isMarked(item: DriveItem, { source, before, isDated }: UploadAttempt): boolean {
  return isDated && isNewer(item, before) && hasTimeOf(item, source);
}

function isNewer(item: DriveItem, before: Before): boolean {
  if (!before.looked) return false;
  return before.item?.id !== item.id || (before.item.eTag ?? '') !== (item.eTag ?? '');
}

/** Graph tells it in whole seconds. */
function hasTimeOf({ fileSystemInfo }: DriveItem, { lastModified }: SourceFile): boolean {
  const told = parseInstant(fileSystemInfo?.lastModifiedDateTime);
  return told !== undefined && Math.abs(told - lastModified) < 1000;
}
