import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlots, type Slots } from '../../../../src/ui/file-list/use-slots';

const NONE: Slots = new Map();
const show = (before: Slots, ids: string, lasting?: string) => assignSlots(before, ids.split(''), lasting);

describe('the elements of rows', () => {
  it('stay with their rows, and newcomers get new ones', () => {
    expect([...show(show(NONE, 'abc'), 'bcd')]).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('go over to other rows where none of the old ones stays, in their order', () => {
    expect([...show(show(NONE, 'abc'), 'xyzw').values()]).toEqual([0, 1, 2, 3]);
  });

  it('never leave the active row', () => {
    const slots = show(show(NONE, 'abc', 'b'), 'bxyz', 'b');
    expect([...slots]).toEqual([
      ['b', 1],
      ['x', 0],
      ['y', 2],
      ['z', 3],
    ]);
  });

  it('belong to one row each, and change only with the rows', () => {
    const windows = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'.split('')), { maxLength: 6 }));
    fc.assert(
      fc.property(windows, fc.constantFrom(...'abc'.split('')), (all, lasting) => {
        let slots = NONE;
        for (const ids of all) {
          const before = slots;
          slots = assignSlots(before, ids, lasting);
          expect(new Set(slots.values()).size).toBe(ids.length);
          expect(assignSlots(slots, ids, lasting)).toBe(slots);
          for (const id of ids) expect([before.get(id) ?? slots.get(id)]).toEqual([slots.get(id)]);
        }
      }),
    );
  });
});
