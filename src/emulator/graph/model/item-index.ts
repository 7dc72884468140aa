import type { Item } from './model';

/** The items of a drive by their ids. */
export interface ItemIndex {
  readonly size: number;
  get(id: string): Item | undefined;
  has(id: string): boolean;
  values(): IterableIterator<Item>;
}

interface MutableItemIndex extends ItemIndex {
  add(item: Item): void;
  delete(item: Item): void;
}

/** An id tells the item's number, so that nobody has to write down a million of them. */
export function createItemIndex(numberOf: (id: string) => number | undefined): MutableItemIndex {
  const items: (Item | undefined)[] = [];
  let size = 0;
  const get = (id: string): Item | undefined => {
    const number = numberOf(id);
    const item = number === undefined ? undefined : items[number];
    return item?.id === id ? item : undefined;
  };
  return {
    get size() {
      return size;
    },
    get,
    has: (id) => get(id) !== undefined,
    *values() {
      for (const item of items) if (item !== undefined) yield item;
    },
    add(item) {
      if (items[item.number] === undefined) size += 1;
      items[item.number] = item;
    },
    delete(item) {
      if (items[item.number] !== undefined) size -= 1;
      items[item.number] = undefined;
    },
  };
}
