import { findPlaceRefusal } from '../../drive';
import type { Text } from '../text';
import { placeItems, type PlacingParts } from './place-items';

/** Puts what was cut or copied into the open folder. @returns false where there is nothing to paste */
export function pasteItems(parts: PlacingParts, text: Text): boolean {
  const { control, view } = parts;
  const clipping = view.clipboard.get();
  const { path } = control.folder.state.get();
  const target = path.at(-1);
  if (!clipping || !target?.id) return false;
  const { how, items } = clipping;
  const refusal = findPlaceRefusal(items, path, how);
  if (refusal) {
    view.announcement.set(text(`destination.${how}.${refusal}`));
    return true;
  }
  // What was cut is where it belongs then; what was copied can be pasted again.
  if (how === 'move') view.clipboard.set(undefined);
  placeItems(parts, how, items, target);
  return true;
}
