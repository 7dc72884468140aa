import type { DriveItem } from '../graph';
import { itemKey } from './item-key';

/** More than anybody looks through. The oldest go first. */
const MOST = 200;

/**
 * What is known to lie in a recycle bin, last deleted first: no drive tells what its bin holds.
 *
 * @param put as it was when it went there
 * @param gone ids of what has left it
 */
export function changeDeleted(
  known: readonly DriveItem[],
  put: readonly DriveItem[],
  gone: readonly string[] = [],
): readonly DriveItem[] {
  const left = new Set(gone);
  const byKey = new Map<string, DriveItem>();
  // A name that is known is better than one that delta has left out.
  for (const item of [...put.toReversed(), ...known]) {
    const key = itemKey(item);
    if (!left.has(item.id) && !byKey.get(key)?.name) byKey.set(key, item);
  }
  return [...byKey.values()].slice(0, MOST);
}
