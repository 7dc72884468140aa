import type { DriveItem } from '../../graph';
import type { ChangeParts } from './change-parts';
import { patchItem } from './patch-item';

/** @throws OneDriveError `name-conflict`, `changed-elsewhere`, … */
export function renameItem(
  parts: ChangeParts,
  item: DriveItem,
  name: string,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const patch = {
    body: { name },
    isDone: (fresh: DriveItem) => fresh.name === name,
    isUntouched: (fresh: DriveItem) => fresh.name === item.name,
  };
  return patchItem(parts, item, patch, signal);
}
