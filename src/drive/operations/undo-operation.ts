import type { DriveItem } from '../../graph';
import type { Entry, Operation, Step } from './operation';

/** Whether what was deleted can be taken out of the recycle bin of this item's drive, by this sign-in. */
export type CanRestore = (item: DriveItem) => boolean;

/**
 * The operation that takes back what this one has done; undefined where the service can't do that for all of it, or
 * nothing was done. The last thing that was done is taken back first.
 */
export function undoOf(operation: Operation, id: string, canRestore: CanRestore): Operation | undefined {
  const { kind, isUndo, entries } = operation;
  const done = entries.filter(({ result }) => result.status === 'done').toReversed();
  const steps = done.map((entry) => takeBack(entry, canRestore));
  if (isUndo || steps.length === 0 || steps.includes(undefined)) return undefined;
  return {
    id,
    kind,
    isUndo: true,
    entries: steps.flatMap((step): Entry[] => (step ? [{ step, result: { status: 'waiting' } }] : [])),
  };
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
    case 'delete-for-ever':
      return undefined;
  }
}
