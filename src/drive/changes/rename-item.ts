import type { DriveItem } from '../../graph';
import type { ChangeParts } from './change-parts';
import { patchItem } from './patch-item';

export interface RenameWish {
  readonly name: string;
  /** Where the name is taken; `fail` unless told. `rename`: the service finds one like it. */
  readonly taken?: 'fail' | 'rename';
}

/** @throws OneDriveError `name-conflict`, `changed-elsewhere`, … */
export function renameItem(
  parts: ChangeParts,
  item: DriveItem,
  { name, taken = 'fail' }: RenameWish,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const patch = {
    body: { name, ...(taken !== 'fail' && { '@microsoft.graph.conflictBehavior': taken }) },
    isDone: (fresh: DriveItem) => (taken === 'fail' ? fresh.name === name : fresh.name !== item.name),
    isUntouched: (fresh: DriveItem) => fresh.name === item.name,
  };
  return patchItem(parts, item, patch, signal);
}
