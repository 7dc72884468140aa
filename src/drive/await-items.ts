import type { DriveItem } from '../graph';
import { isSameItem } from './item-key';
import { findPickRefusal } from './pick-rules';
import type { Awaited, PickedItem, Picker } from './picker';

/** These come into the basket later. */
export function awaitItems(picker: Picker, more: readonly Awaited[]): void {
  const now = picker.state.get();
  if (now.status === 'off') return;
  picker.start(now.rules, now.basket, [...now.awaited, ...more]);
}

/** It is there, and is picked as far as rules and limits let it; without an item it does not come. */
export function settleAwaited(picker: Picker, id: string, item?: DriveItem): void {
  const now = picker.state.get();
  if (now.status === 'off') return;
  const { rules, basket, awaited } = now;
  const found = awaited.find((other) => other.id === id);
  if (!found) return;
  const isPicked = item !== undefined && findPickRefusal(rules, item) === undefined;
  picker.start(
    rules,
    isPicked ? withArrived(basket, { item, ...found.place }, rules.selection === 'single') : basket,
    awaited.filter((other) => other !== found),
  );
}

/** Of what may be picked alone, what has arrived takes the place of what was picked. */
function withArrived(
  basket: readonly PickedItem[],
  arrived: PickedItem,
  isAlone: boolean,
): readonly PickedItem[] {
  if (isAlone) return [arrived];
  return basket.some(({ item }) => isSameItem(item, arrived.item)) ? basket : [...basket, arrived];
}
