import type { DriveItem } from '../../graph';
import type { FolderState } from '../folder-browser';
import { itemKey } from '../item-key';
import type { Entry, Step } from './operation';

/** The folders in view that hold more or less since these were done, with how much. */
export function countAnew(
  shown: readonly Pick<FolderState, 'items'>[],
  entries: readonly Entry[],
): readonly DriveItem[] {
  const grown = grownBy(entries);
  const changed = new Map<string, DriveItem>();
  if (grown.size === 0) return [];
  for (const item of shown.flatMap(({ items }) => items.filter(({ folder }) => folder !== undefined))) {
    const by = grown.get(itemKey(item)) ?? 0;
    const count = item.folder?.childCount;
    if (by !== 0 && count !== undefined) {
      changed.set(itemKey(item), { ...item, folder: { childCount: Math.max(0, count + by) } });
    }
  }
  return [...changed.values()];
}

const LEAVES: ReadonlySet<Step['kind']> = new Set(['move', 'delete', 'delete-for-ever']);

/** By the keys of folders. Where something is replaced there are as many as before. */
function grownBy(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const grown = new Map<string, number>();
  const add = (driveId: string, id: string | undefined, by: number) => {
    if (id === undefined) return;
    const key = itemKey({ driveId, id });
    grown.set(key, (grown.get(key) ?? 0) + by);
  };
  for (const { step, result } of entries) {
    if (result.status !== 'done') continue;
    const { kind, item } = step;
    const isReplaced = 'taken' in step && step.taken === 'replace';
    if (LEAVES.has(kind)) add(item.driveId, item.parentReference.id, -1);
    if (kind === 'move' && !isReplaced) add(step.to.driveId, step.to.id, 1);
    if (kind === 'restore' && !isReplaced) add(item.driveId, result.item?.parentReference.id, 1);
  }
  return grown;
}
