import { nameKey, type DriveItem } from '../graph';
import { itemKey } from './item-key';

/** In which folder, under which name: two items with the same key can't be there at the same time. */
export function placeKey({ driveId, parentReference }: DriveItem, name: string): string {
  return `${itemKey({ driveId, id: parentReference.id ?? '' })} ${nameKey(name)}`;
}
