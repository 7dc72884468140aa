import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowGroup } from '../../../../src/drive';
import { createGeometry } from '../../../../src/ui/file-list/geometry';
import { rangesIn, type DrawnFrame } from '../../../../src/ui/file-list/rows-touched';
import { measureTiles } from '../../../../src/ui/file-list/tile-measures';

const WIDTH = 900;

function groupsOf(sizes: readonly number[]): RowGroup[] {
  let start = 0;
  return sizes.map((shown, place) => {
    const group = { key: String(place), start, shown, count: shown || 3 };
    start += shown;
    return group;
  });
}

const anyLength = fc.nat(2_000);
const anyFrame = fc
  .tuple(anyLength, anyLength, fc.nat(WIDTH), fc.nat(WIDTH))
  .map(([y, otherY, x, otherX]): DrawnFrame => ({
    top: Math.min(y, otherY),
    bottom: Math.max(y, otherY),
    left: Math.min(x, otherX),
    right: Math.max(x, otherX),
    width: WIDTH,
  }));
const anySizes = fc.array(fc.nat(9), { maxLength: 5 });

const rowsIn = (...args: Parameters<typeof rangesIn>) =>
  rangesIn(...args).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step));

describe('the rows that a frame touches', () => {
  it('are those of a list of which a part lies in its height', () => {
    fc.assert(
      fc.property(anySizes, anyFrame, (sizes, frame) => {
        const count = sizes.reduce((sum, size) => sum + size, 0);
        const geometry = createGeometry(count, groupsOf(sizes), {
          across: 1,
          lineHeight: 44,
          coveredTop: 40,
        });
        const touched = Array.from({ length: count }, (_, index) => index).filter((index) => {
          const top = geometry.topOf(index);
          return top <= frame.bottom && top + 44 > frame.top;
        });
        expect(rowsIn(frame, { geometry, tiles: undefined, isRightToLeft: false })).toEqual(touched);
      }),
    );
  });

  it('are those tiles of which a part lies in it, from the right, too', () => {
    fc.assert(
      fc.property(anySizes, anyFrame, fc.boolean(), (sizes, frame, isRightToLeft) => {
        const count = sizes.reduce((sum, size) => sum + size, 0);
        const tiles = measureTiles(WIDTH, 168, isRightToLeft);
        const { across, lineHeight, width } = tiles;
        const geometry = createGeometry(count, groupsOf(sizes), { across, lineHeight, coveredTop: 0 });
        const touched = Array.from({ length: count }, (_, index) => index).filter((index) => {
          const top = geometry.topOf(index);
          const moved = tiles.leftOf(geometry.columnOf(index));
          const left = isRightToLeft ? WIDTH + moved - width : moved;
          const isBeside = left > frame.right || left + width < frame.left;
          return !isBeside && top <= frame.bottom && top + lineHeight > frame.top;
        });
        expect(rowsIn(frame, { geometry, tiles, isRightToLeft })).toEqual(touched);
      }),
    );
  });
});
