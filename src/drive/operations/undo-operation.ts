import type { DriveItem } from '../../graph';
import type { Entry, Operation, Step } from './operation';
import { orderRenames } from './order-renames';

/** Whether what was deleted can be taken out of the recycle bin of this item's drive, by this sign-in. */
export type CanRestore = (item: DriveItem) => boolean;

/**
 * The operation that takes back what this one has done; undefined where the service can't do that for all of it, or
 * nothing was done. The last thing that was done is taken back first.
 */
export function undoOf(operation: Operation, id: string, canRestore: CanRestore): Operation | undefined {
  const { kind, isUndo } = operation;
  const done = operation.entries.filter(({ result }) => result.status === 'done').toReversed();
  const steps = done.flatMap((entry) => takeBack(entry, canRestore) ?? []);
  if (isUndo || steps.length === 0 || steps.length < done.length) return undefined;
  const entries = ordered(steps).map((step): Entry => ({ step, result: { status: 'waiting' } }));
  return { id, kind, isUndo: true, entries };
}

/** Names that were swapped are swapped once more. */
function ordered(steps: readonly Step[]): readonly Step[] {
  const renames = steps.filter((step) => step.kind === 'rename');
  return renames.length === steps.length ? orderRenames(renames) : steps;
}

function takeBack({ step, result }: Entry, canRestore: CanRestore): Step | undefined {
  const { item } = step;
  const now = result.status === 'done' ? result.item : undefined;
  switch (step.kind) {
    case 'delete':
      return canRestore(item) ? { kind: 'restore', item } : undefined;
    case 'rename':
      return now && { kind: 'rename', item: now, name: item.name };
    case 'move': {
      const { driveId, id } = { driveId: item.driveId, id: item.parentReference.id };
      // What was replaced would not come back, and what came from another drive has left its history there.
      if (!now || id === undefined || step.taken === 'replace' || driveId !== step.to.driveId)
        return undefined;
      const isRenamed = now.name !== item.name;
      return {
        kind: 'move',
        item: now,
        to: { driveId, id, name: '' },
        ...(isRenamed && { name: item.name }),
      };
    }
    case 'restore-version': {
      const { versionId, replaced } = step;
      return now && { kind: 'restore-version', item: now, versionId: replaced, replaced: versionId };
    }
    case 'restore':
      return now && step.taken !== 'replace' ? { kind: 'delete', item: now } : undefined;
    // Whoever takes back a check-out would lose what was changed since; what is checked in, all have seen.
    case 'check-out':
    case 'check-in':
    case 'discard-check-out':
    case 'delete-for-ever':
      return undefined;
  }
}
