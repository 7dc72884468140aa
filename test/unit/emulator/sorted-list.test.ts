import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSortedList } from '../../../src/emulator/graph/model/sorted-list';

const step = fc.record({ kind: fc.constantFrom('add', 'delete'), value: fc.integer({ min: 0, max: 5_000 }) });
const start = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 3_000, size: 'max' });

test('a sorted list is what sorting after each change would give', () => {
  fc.assert(
    fc.property(
      start,
      fc.array(step, { maxLength: 1_500, size: 'max' }),
      fc.integer({ min: -1, max: 5_001 }),
      (values, steps, place) => {
        const naive = new Set(values);
        const list = createSortedList(
          values.toSorted((a, b) => a - b),
          (a, b) => a - b,
        );
        for (const { kind, value } of steps) {
          if (kind === 'delete') expect(list.delete(value)).toBe(naive.delete(value));
          else if (!naive.has(value)) {
            naive.add(value);
            list.add(value);
          }
        }
        const sorted = [...naive].toSorted((a, b) => a - b);
        expect(list.size).toBe(sorted.length);
        expect([...list.after(() => 1)]).toEqual(sorted);
        expect([...list.before(() => -1)]).toEqual(sorted.toReversed());
        expect([...list.after((value) => value - place)]).toEqual(sorted.filter((value) => value > place));
        expect([...list.before((value) => value - place)]).toEqual(
          sorted.filter((value) => value < place).toReversed(),
        );
        expect(list.find((value) => value - place)).toBe(naive.has(place) ? place : undefined);
      },
    ),
    { numRuns: 60 },
  );
});
