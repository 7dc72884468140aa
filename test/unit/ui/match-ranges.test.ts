import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRanges } from '../../../src/ui/search/match-ranges';

const marked = (name: string, ...words: string[]) =>
  matchRanges(name, words).map(([from, to]) => name.slice(from, to));

describe('the words marked in a name', () => {
  it('are found in any case and however their accents are written', () => {
    expect(marked('Plan of the PLANet', 'plan')).toEqual(['Plan', 'PLAN']);
    expect(marked('Cafe\u0301.txt', 'caf\u00c9')).toEqual(['Cafe\u0301']);
    expect(marked('İstanbul.txt', 'stanbul')).toEqual(['stanbul']);
    expect(marked('🎉 Party', '🎉')).toEqual(['🎉']);
  });

  it('are one mark where they meet', () => {
    expect(marked('budget', 'bud', 'get')).toEqual(['budget']);
    expect(marked('aaa', 'aa')).toEqual(['aaa']);
    expect(marked('a.b', '', 'c')).toEqual([]);
  });

  it('lie in the name, in order, apart, and tear no pair of surrogates', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (name, words) => {
        const ranges = matchRanges(name, [...words, name.slice(2, 5)]);
        const places = ranges.flat();
        expect([...places].sort((one, other) => one - other)).toEqual(places);
        expect(new Set(places).size).toBe(places.length);
        const isTorn = (part: string) => /\p{Surrogate}/u.test(part);
        expect(isTorn(name) || !ranges.some((range) => isTorn(name.slice(...range)))).toBe(true);
      }),
    );
  });
});
