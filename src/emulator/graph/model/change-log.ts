import type { Item } from './model';
import { bisect } from './sorted-list';

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

interface Moment {
  readonly at: number;
  readonly length: number;
}

/** Fewer are not worth tidying up. */
const FEW = 1024;

export function createChangeLog(): ChangeLog {
  let length = 0;
  // One beside the other: an object for each change of a million items would be felt.
  let items: Item[] = [];
  let numbers: number[] = [];
  let outdated = 0;
  let moments: Moment[] = [];
  const firstAfter = (count: number): number =>
    bisect(numbers.length, (index) => (numbers[index] ?? 0) <= count);
  // Whoever writes for hours changes the same items again and again.
  const tidyUp = (): void => {
    items = items.filter((item, index) => item.changed === numbers[index]);
    numbers = items.map(({ changed }) => changed);
    outdated = 0;
    let known = 0;
    moments = moments.filter((moment) => {
      const before = known;
      known = firstAfter(moment.length);
      return known > before;
    });
  };
  return {
    get length() {
      return length;
    },
    stamp(item) {
      if (item.changed > 0) outdated += 1;
      length += 1;
      item.changed = length;
      items.push(item);
      numbers.push(length);
      if (outdated > FEW && outdated > items.length / 2) tidyUp();
    },
    noteTime(at) {
      if (moments.at(-1)?.at === at) moments.pop();
      moments.push({ at, length });
    },
    lengthBefore(time) {
      return moments.findLast(({ at }) => at < time)?.length ?? 0;
    },
    *since(count) {
      for (let index = firstAfter(count); index < items.length; index += 1) {
        const item = items[index];
        if (item !== undefined && item.changed === numbers[index]) yield item;
      }
    },
  };
}
