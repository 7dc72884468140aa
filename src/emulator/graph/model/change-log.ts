import type { Item } from './model';

/** In which order items changed last. Whatever changes again moves to the end. */
export interface ChangeLog {
  /** How many changes there have been. */
  readonly length: number;
  /** Counts a change of the item, which from then on stands at its number. */
  stamp(item: Item): void;
  /** Says what time it is now that all this has been stamped. */
  noteTime(at: number): void;
  /** How many changes there had been before a time. What a drive begins with has no time. */
  lengthBefore(time: number): number;
  /** What has changed since so many changes, oldest first. */
  since(count: number): IterableIterator<Item>;
}

export function createChangeLog(): ChangeLog {
  // Where an item stood before it changed again there is a gap.
  const changes: (Item | undefined)[] = [];
  const times: { readonly at: number; readonly length: number }[] = [];
  return {
    get length() {
      return changes.length;
    },
    stamp(item) {
      if (item.changed > 0) changes[item.changed - 1] = undefined;
      changes.push(item);
      item.changed = changes.length;
    },
    noteTime(at) {
      if (times.at(-1)?.at === at) times.pop();
      times.push({ at, length: changes.length });
    },
    lengthBefore(time) {
      return times.findLast(({ at }) => at < time)?.length ?? 0;
    },
    *since(count) {
      for (let at = count; at < changes.length; at += 1) {
        const item = changes[at];
        if (item !== undefined) yield item;
      }
    },
  };
}
