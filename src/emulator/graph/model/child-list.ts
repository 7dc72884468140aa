import type { Item } from './model';
import { compareFolded, type Fold } from './names';
import { createSortedList, type SortedList } from './sorted-list';

/** What is in a folder. Names differ when their folded forms do. */
export interface ChildList {
  readonly fold: Fold;
  readonly size: number;
  get(name: string): Item | undefined;
  has(name: string): boolean;
  /** In the order of their names. */
  values(): IterableIterator<Item>;
  /** Those whose names come after this one, or all. */
  after(name: string | null): IterableIterator<Item>;
  /** Those whose names come before this one, or all, the last first. */
  before(name: string | null): IterableIterator<Item>;
  /** The name must be free. */
  add(item: Item): void;
  delete(item: Item): void;
  /** Takes items whose names are in order, while there are no others. */
  fill(ordered: readonly Item[]): void;
}

export function createChildList(fold: Fold): ChildList {
  // Many come one after the other before anybody looks: ordering them at once is quicker.
  let loose: Item[] = [];
  const compare = (a: Item, b: Item): number => compareFolded(fold(a.name), fold(b.name));
  let list: SortedList<Item> | undefined;
  const ordered = (): SortedList<Item> => {
    list ??= createSortedList(inOrder(loose, fold), compare);
    loose = [];
    return list;
  };
  const placing = (name: string) => {
    const folded = fold(name);
    return (item: Item) => compareFolded(fold(item.name), folded);
  };
  const get = (name: string): Item | undefined => ordered().find(placing(name));

  return {
    fold,
    get size() {
      return list?.size ?? loose.length;
    },
    get,
    has: (name) => get(name) !== undefined,
    values: () => ordered().after(() => 1),
    after: (name) => ordered().after(name === null ? () => 1 : placing(name)),
    before: (name) => ordered().before(name === null ? () => -1 : placing(name)),
    add(item) {
      if (list === undefined) loose.push(item);
      else list.add(item);
    },
    delete(item) {
      ordered().delete(item);
    },
    fill(items) {
      list = createSortedList(items, compare);
    },
  };
}

function inOrder(items: readonly Item[], fold: Fold): Item[] {
  return items
    .map((item) => ({ item, folded: fold(item.name) }))
    .sort((a, b) => compareFolded(a.folded, b.folded))
    .map(({ item }) => item);
}
