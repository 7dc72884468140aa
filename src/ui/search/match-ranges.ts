import { nameKey } from '../../drive';

/** From one place of a text to another, as `slice` counts. */
export type Range = readonly [from: number, to: number];

/** A letter with its accents: what is written in two ways has one key. */
const LETTERS = /.\p{M}*/gsu;

/** Where a name holds one of the words, whatever their case; ranges do not overlap. */
export function matchRanges(name: string, words: readonly string[]): readonly Range[] {
  const { key, places } = foldWithPlaces(name);
  const marked = new Set<number>();
  for (const word of words.map(nameKey)) {
    if (word === '') continue;
    for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
      for (let step = at; step < at + word.length; step += 1) marked.add(step);
    }
  }
  const ranges: [number, number][] = [];
  for (const step of [...marked].sort((a, b) => a - b)) {
    const place = places[step];
    if (!place) continue;
    const last = ranges.at(-1);
    if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
    else ranges.push([...place]);
  }
  return ranges;
}

/** The key of a name, and of each letter of it the place in the name that it comes from. */
function foldWithPlaces(name: string): { readonly key: string; readonly places: readonly Range[] } {
  let key = '';
  const places: Range[] = [];
  for (const { 0: letter, index } of name.matchAll(LETTERS)) {
    const folded = nameKey(letter);
    for (const _ of Array.from({ length: folded.length })) places.push([index, index + letter.length]);
    key += folded;
  }
  return { key, places };
}
