/** So many of the first. */
export function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  if (count > 0) {
    for (const item of items) {
      taken.push(item);
      if (taken.length === count) break;
    }
  }
  return taken;
}

/** So many of the least, in order. The others are never sorted: there may be a million. */
export function leastOf<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  let kept: T[] = [];
  let worst: T | undefined;
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) > 0) continue;
    kept.push(item);
    if (kept.length < 2 * count + 16) continue;
    kept = kept.sort(compare).slice(0, count);
    worst = kept.at(-1);
  }
  return kept.sort(compare).slice(0, count);
}

export function* filter<T>(items: Iterable<T>, keep: (item: T) => boolean): IterableIterator<T> {
  for (const item of items) if (keep(item)) yield item;
}

/** Things that are looked at only once, and how many there have been by then. */
export function counted<T>(items: Iterable<T>): { readonly items: Iterable<T>; count(): number } {
  let count = 0;
  const all = filter(items, () => {
    count += 1;
    return true;
  });
  return { items: all, count: () => count };
}
