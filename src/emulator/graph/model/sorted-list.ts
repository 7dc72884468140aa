/** Negative where the item comes before a place in the order, positive where after, 0 where they are one. */
type Placing<T> = (item: T) => number;

/** Things in order, in any number: a change moves no more than one chunk of them. */
export interface SortedList<T> {
  readonly size: number;
  add(item: T): void;
  /** Takes away the item that stands where this one would. */
  delete(item: T): boolean;
  find(placing: Placing<T>): T | undefined;
  /** Those behind a place. */
  after(placing: Placing<T>): IterableIterator<T>;
  /** Those before a place, the last first. */
  before(placing: Placing<T>): IterableIterator<T>;
}

const MOST = 512;

/** No two of the items may be equal. */
export function createSortedList<T>(ordered: readonly T[], compare: (a: T, b: T) => number): SortedList<T> {
  const chunks: T[][] = [];
  for (let at = 0; at < ordered.length; at += MOST) chunks.push(ordered.slice(at, at + MOST));
  let size = ordered.length;

  /** Of all chunks, the first whose last item does not come before the place. */
  const chunkAt = (placing: Placing<T>): number =>
    bisect(chunks.length, (index) => {
      const last = chunks[index]?.at(-1);
      return last !== undefined && placing(last) < 0;
    });

  return {
    get size() {
      return size;
    },
    add(item) {
      // Behind the last of all there is no chunk: it goes to the end of the last.
      const index = Math.min(
        chunkAt((other) => compare(other, item)),
        Math.max(0, chunks.length - 1),
      );
      const chunk = (chunks[index] ??= []);
      chunk.splice(
        placeIn(chunk, (other) => compare(other, item)),
        0,
        item,
      );
      size += 1;
      if (chunk.length > MOST) chunks.splice(index + 1, 0, chunk.splice(MOST / 2));
    },
    delete(item) {
      const placing: Placing<T> = (other) => compare(other, item);
      const index = chunkAt(placing);
      const chunk = chunks[index] ?? [];
      const at = placeIn(chunk, placing);
      const found = chunk[at];
      if (found === undefined || placing(found) !== 0) return false;
      chunk.splice(at, 1);
      size -= 1;
      if (chunk.length === 0) chunks.splice(index, 1);
      return true;
    },
    find(placing) {
      const chunk = chunks[chunkAt(placing)] ?? [];
      const found = chunk[placeIn(chunk, placing)];
      return found !== undefined && placing(found) === 0 ? found : undefined;
    },
    *after(placing) {
      const beyond: Placing<T> = (item) => (placing(item) <= 0 ? -1 : 1);
      const first = chunkAt(beyond);
      for (let index = first; index < chunks.length; index += 1) {
        const chunk = chunks[index] ?? [];
        yield* index === first ? chunk.slice(placeIn(chunk, beyond)) : chunk;
      }
    },
    *before(placing) {
      const first = Math.min(chunkAt(placing), chunks.length - 1);
      for (let index = first; index >= 0; index -= 1) {
        const chunk = chunks[index] ?? [];
        yield* chunk.slice(0, index === first ? placeIn(chunk, placing) : undefined).toReversed();
      }
    },
  };
}

function placeIn<T>(chunk: readonly T[], placing: Placing<T>): number {
  return bisect(chunk.length, (index) => {
    const item = chunk[index];
    return item !== undefined && placing(item) < 0;
  });
}

/** How many of the first indexes are `below`, which holds for none behind the first it does not hold for. */
export function bisect(length: number, below: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
