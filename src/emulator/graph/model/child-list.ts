import type { Item } from './model';
import { compareFolded, foldName } from './names';
import { createSortedList, type SortedList } from './sorted-list';

/** What is in a folder. Names differ when their folded forms do. */
export interface ChildList {
  readonly size: number;
  get(foldedName: string): Item | undefined;
  has(foldedName: string): boolean;
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

export function createChildList(): ChildList {
  // Many come one after the other before anybody looks: ordering them at once is quicker.
  let loose: Item[] = [];
  let list: SortedList<Item> | undefined;
  const ordered = (): SortedList<Item> => {
    list ??= createSortedList(inOrder(loose), (a, b) => compareFolded(foldName(a.name), foldName(b.name)));
    loose = [];
    return list;
  };
  const placing = (folded: string) => (item: Item) => compareFolded(foldName(item.name), folded);
  const get = (folded: string): Item | undefined => ordered().find(placing(folded));

  return {
    get size() {
      return list?.size ?? loose.length;
    },
    get,
    has: (folded) => get(folded) !== undefined,
    values: () => ordered().after(() => 1),
    after: (name) => ordered().after(name === null ? () => 1 : placing(foldName(name))),
    before: (name) => ordered().before(name === null ? () => -1 : placing(foldName(name))),
    add(item) {
      if (list === undefined) loose.push(item);
      else list.add(item);
    },
    delete(item) {
      ordered().delete(item);
    },
    fill(items) {
      list = createSortedList(items, (a, b) => compareFolded(foldName(a.name), foldName(b.name)));
    },
  };
}

function inOrder(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, folded: foldName(item.name) }))
    .sort((a, b) => compareFolded(a.folded, b.folded))
    .map(({ item }) => item);
}
