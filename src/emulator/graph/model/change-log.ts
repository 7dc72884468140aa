import type { Item } from './model';

/** In which order items changed last. Whatever changes again moves to the end. */
export interface ChangeLog {
  /** How many changes there have been. */
  readonly length: number;
  /** Counts a change of the item, which from then on stands at its number. */
  stamp(item: Item): void;
  /** What has changed since so many changes, oldest first. */
  since(count: number): IterableIterator<Item>;
}

export function createChangeLog(): ChangeLog {
  // Where an item stood before it changed again there is a gap.
  const changes: (Item | undefined)[] = [];
  return {
    get length() {
      return changes.length;
    },
    stamp(item) {
      if (item.changed > 0) changes[item.changed - 1] = undefined;
      changes.push(item);
      item.changed = changes.length;
    },
    *since(count) {
      for (let at = count; at < changes.length; at += 1) {
        const item = changes[at];
        if (item !== undefined) yield item;
      }
    },
  };
}
