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
  // Every row of a long list asks at every change: mostly the id alone decides, and no key has to be made.
  const byId = new Map<string, PickedItem>();
  const put = (picked: PickedItem) => {
    byId.set(picked.item.id, picked);
    byKey.set(itemKey(picked.item), picked);
  };
  return {
    size: () => byKey.size,
    find: (item) => {
      const near = byId.get(item.id);
      if (near === undefined || near.item.driveId === item.driveId) return near;
      return byKey.get(itemKey(item));
    },
    put,
    remove: (item) => {
      if (!byKey.delete(itemKey(item))) return;
      byId.delete(item.id);
      if (byKey.size === byId.size) return;
      // Items of two drives may have one id.
      for (const picked of byKey.values()) byId.set(picked.item.id, picked);
    },
    reset: (all) => {
      byKey.clear();
      byId.clear();
      for (const picked of all) put(picked);
    },
    list: () => [...byKey.values()],
  };
}
