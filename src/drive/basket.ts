import type { ItemReference } from '../graph';
import { itemKey } from './item-key';
import type { PickedItem } from './picker';

/** What is picked, in order, each item once. Finding costs the same at any size. */
export interface Basket {
  size(): number;
  find(item: ItemReference): PickedItem | undefined;
  /** Adds it; what stands for the same item already is replaced in its place. */
  put(picked: PickedItem): void;
  remove(item: ItemReference): void;
  reset(picked: readonly PickedItem[]): void;
  list(): readonly PickedItem[];
}

export function createBasket(): Basket {
  const byKey = new Map<string, PickedItem>();
  // Most rows are not picked: an id that was never seen spares making the key.
  const ids = new Set<string>();
  const put = (picked: PickedItem) => {
    ids.add(picked.item.id);
    byKey.set(itemKey(picked.item), picked);
  };
  return {
    size: () => byKey.size,
    find: (item) => (ids.has(item.id) ? byKey.get(itemKey(item)) : undefined),
    put,
    remove: (item) => {
      byKey.delete(itemKey(item));
      if (byKey.size === 0) ids.clear();
    },
    reset: (all) => {
      byKey.clear();
      ids.clear();
      for (const picked of all) put(picked);
    },
    list: () => [...byKey.values()],
  };
}
