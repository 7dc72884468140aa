import type { DriveItem, ItemReference } from '../../graph';
import type { ChangeParts } from './change-parts';
import { patchItem } from './patch-item';

export interface MoveWish {
  /** The folder it goes to, on its own drive: the service moves nothing between drives. */
  readonly to: ItemReference;
  /** What it is called there; its own name unless told. */
  readonly name?: string | undefined;
  /** Where the name is taken; `fail` unless told. */
  readonly taken?: 'fail' | 'rename' | 'replace' | undefined;
}

/** @throws OneDriveError `name-conflict`, `changed-elsewhere`, … */
export function moveItem(
  parts: ChangeParts,
  item: DriveItem,
  { to, name = item.name, taken = 'fail' }: MoveWish,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const patch = {
    body: {
      parentReference: { id: to.id },
      ...(name !== item.name && { name }),
      ...(taken !== 'fail' && { '@microsoft.graph.conflictBehavior': taken }),
    },
    isDone: (fresh: DriveItem) =>
      fresh.parentReference.id === to.id && (taken === 'rename' || fresh.name === name),
    isUntouched: (fresh: DriveItem) =>
      fresh.parentReference.id === item.parentReference.id && fresh.name === item.name,
  };
  return patchItem(parts, item, patch, signal);
}
