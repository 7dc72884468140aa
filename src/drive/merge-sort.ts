/** Items that are sorted without a rest in between, or merged. */
const AT_A_TIME = 1000;

/** Sorts, and yields wherever it can be left and gone on with later: thousands of names take longer than a frame. */
export function* mergeSort<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<undefined, readonly T[], void> {
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    runs.push(items.slice(start, start + AT_A_TIME).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let place = 0; place < runs.length; place += 2) {
      merged.push(yield* merge(runs[place] ?? [], runs[place + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<undefined, readonly T[], void> {
  // Mostly the items were sorted before, the same way or the other way round.
  if (isBefore(first, second, compare)) return first.concat(second);
  if (isBefore(second, first, compare)) return second.concat(first);
  const merged: T[] = [];
  let place = 0;
  for (const item of first) {
    for (let other = second[place]; place < second.length && other !== undefined; other = second[place]) {
      if (compare(item, other) <= 0) break;
      merged.push(other);
      place += 1;
      if (merged.length % AT_A_TIME === 0) yield;
    }
    merged.push(item);
    if (merged.length % AT_A_TIME === 0) yield;
  }
  return merged.concat(second.slice(place));
}

/** All of the one before all of the other. */
function isBefore<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): boolean {
  const last = one.at(-1);
  const [next] = other;
  return last === undefined || next === undefined || compare(last, next) < 0;
}
