import { isIn, isSameItem, type DriveItem, type NamedItem } from '../../drive';
import type { ControlModel } from '../control-model';
import type { ViewState } from '../view-state';

/** So many folders are offered again. */
const RECENT = 5;

export interface PlacingParts {
  readonly control: Pick<ControlModel, 'operations' | 'transfers' | 'folder'>;
  readonly view: Pick<ViewState, 'recentTargets' | 'clipboard' | 'announcement'>;
}

/** Puts items into a folder: what is moved shows at once, what is copied is among the transfers. */
export function placeItems(
  { control: { operations, transfers }, view: { recentTargets } }: PlacingParts,
  how: 'move' | 'copy',
  items: readonly DriveItem[],
  { driveId, id, name }: NamedItem,
): void {
  const target = { driveId, id, name };
  recentTargets.update((before) =>
    [target, ...before.filter((one) => !isSameItem(one, target))].slice(0, RECENT),
  );
  if (how === 'move') void operations.begin({ kind: 'move', items, target });
  // Where the originals are, nobody has to be asked what the copies are to be called.
  else if (items.every((item) => isIn(item, target))) {
    void transfers.copy(items, target, { conflictBehavior: 'rename' });
  } else void transfers.copy(items, target);
}
