import type { DriveItem, ItemReference } from '../graph';
import { isSameItem } from './item-key';

/** Why items can't go to a folder. */
export type PlaceRefusal = 'itself' | 'below-itself' | 'already-there';

/**
 * @param path from the root, or from as far up as it is known, to the folder itself
 * @param how what is copied may also go to where it is: it gets another name there
 */
export function findPlaceRefusal(
  items: readonly DriveItem[],
  path: readonly ItemReference[],
  how: 'move' | 'copy',
): PlaceRefusal | undefined {
  const target = path.at(-1);
  if (!target) return undefined;
  if (items.some((item) => isSameItem(item, target))) return 'itself';
  if (items.some((item) => path.some((folder) => isSameItem(item, folder)))) return 'below-itself';
  return how === 'move' && items.every((item) => isIn(item, target)) ? 'already-there' : undefined;
}

/** Whether it lies right in that folder. */
export function isIn({ driveId, parentReference: { id } }: DriveItem, folder: ItemReference): boolean {
  return id !== undefined && isSameItem({ driveId, id }, folder);
}
