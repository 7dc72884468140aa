import type { DriveItem } from '../graph';
import { folderKey } from './folder-key';
import { isSameItem } from './item-key';
import type { PickRefusal, PickRules } from './pick-rules';
import type { PickedItem, Picking, PickState } from './picker';

/** Refuses everything else, where as many as allowed are picked. A single pick is replaced, never refused. */
export function findCountRefusal(state: PickState): PickRefusal | undefined {
  if (state.status === 'off' || state.rules.selection !== 'multiple') return undefined;
  const { maxCount } = state.rules;
  if (maxCount === undefined || state.basket.length < maxCount) return undefined;
  const known = countRefusals.get(state.rules) ?? { reason: 'count', maxCount };
  countRefusals.set(state.rules, known);
  return known;
}

// The same object each time: rows that get it do not render again.
const countRefusals = new WeakMap<PickRules, PickRefusal>();

/** Files are picked and several may be: then the check of a folder stands for the files below it. */
export function picksFilesBelow({ rules: { kind, selection } }: Picking): boolean {
  return kind === 'files' && selection === 'multiple';
}

/** The files below a folder are being counted; without `folder`, those of any. */
export function isCounting({ gathering }: Picking, folder?: DriveItem): boolean {
  return gathering.status === 'counting' && (!folder || isSameItem(gathering.folder, folder));
}

/** How much of what lies below a folder is picked; `all` only where all of it is known. */
export function folderCheckOf({ basket, gathered }: Picking, folder: DriveItem): 'none' | 'some' | 'all' {
  if (basket.length === 0) return 'none';
  const key = folderKey(folder);
  const picked = countsOf(basket).get(key) ?? 0;
  if (picked === 0) return 'none';
  return picked >= (gathered.get(key) ?? Number.POSITIVE_INFINITY) ? 'all' : 'some';
}

const counts = new WeakMap<readonly PickedItem[], ReadonlyMap<string, number>>();

/** How many picked items lie below each folder: counted once a basket, asked by every row. */
function countsOf(basket: readonly PickedItem[]): ReadonlyMap<string, number> {
  const known = counts.get(basket);
  if (known) return known;
  const counted = new Map<string, number>();
  for (const { folderKeys = [] } of basket) {
    for (const key of folderKeys) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  counts.set(basket, counted);
  return counted;
}
