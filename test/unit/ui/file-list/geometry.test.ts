import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowGroup } from '../../../../src/drive';
import { createGeometry, HEADING_HEIGHT } from '../../../../src/ui/file-list/geometry';

/** Groups with so many rows each; with 0 they are collapsed. */
function groupsOf(sizes: readonly number[]): RowGroup[] {
  let start = 0;
  return sizes.map((shown, place) => {
    const group = { key: String(place), start, shown, count: shown || 3 };
    start += shown;
    return group;
  });
}

const anyPlace = fc.record({
  sizes: fc.array(fc.nat(7), { maxLength: 6 }),
  across: fc.integer({ min: 1, max: 4 }),
});
function build({ sizes, across }: { readonly sizes: readonly number[]; readonly across: number }) {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  return createGeometry(count, groupsOf(sizes), { across, lineHeight: 50, coveredTop: 0 });
}

describe('the geometry of the list', () => {
  it('of a plain list multiplies', () => {
    const list = createGeometry(1000, [], { across: 1, lineHeight: 44, coveredTop: 40 });
    expect([list.height, list.topOf(700), list.indexAt(700 * 44), list.indexAt(1e9)]).toEqual([
      44_000, 30_800, 700, 999,
    ]);
    expect([list.stepFrom(3, 1), list.stepFrom(3, -20), list.stepFrom(990, 20)]).toEqual([4, 0, 999]);
  });

  it('puts every row below the heading of its group, and none above another', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const geometry = build(place);
        const seen = new Set<string>();
        for (let index = 0; index < geometry.count; index += 1) {
          const top = geometry.topOf(index);
          const block = geometry.blocks[geometry.blockOf(index)];
          expect(block && index >= block.start && index < block.start + block.shown).toBe(true);
          expect(top).toBeGreaterThanOrEqual((block?.top ?? 0) + HEADING_HEIGHT);
          expect(top + geometry.lineHeight).toBeLessThanOrEqual(geometry.height);
          seen.add(`${top} ${geometry.columnOf(index)}`);
        }
        expect(seen.size).toBe(geometry.count);
      }),
    );
  });

  it('finds the line that stands at a height', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const geometry = build(place);
        for (let index = 0; index < geometry.count; index += 1) {
          const first = index - geometry.columnOf(index);
          expect(geometry.indexAt(geometry.topOf(index))).toBe(first);
          expect(geometry.indexAt(geometry.topOf(index) + geometry.lineHeight - 1)).toBe(first);
        }
      }),
    );
  });

  it('leads a step down to the next line that there is, in the same column or its last item, and back', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const geometry = build(place);
        for (let index = 0; index < geometry.count; index += 1) {
          const below = geometry.stepFrom(index, 1);
          const lower = geometry.topOf(below) - geometry.topOf(index);
          if (lower === 0) {
            expect(geometry.topOf(geometry.count - 1)).toBe(geometry.topOf(index));
          } else {
            expect(lower).toBeGreaterThan(0);
            expect(geometry.columnOf(below)).toBeLessThanOrEqual(geometry.columnOf(index));
            expect(geometry.topOf(geometry.stepFrom(below, -1))).toBe(geometry.topOf(index));
          }
        }
      }),
    );
  });

  it('leads up over a collapsed group', () => {
    const tiles = build({ sizes: [5, 0, 4], across: 3 });
    expect(tiles.stepFrom(6, -1)).toBe(4);
    expect(tiles.stepFrom(1, 1)).toBe(4);
    expect(tiles.stepFrom(4, 1)).toBe(6);
    expect(tiles.stepFrom(2, 1)).toBe(4);
  });
});
