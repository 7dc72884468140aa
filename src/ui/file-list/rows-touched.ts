import type { Geometry } from './geometry';
import type { TileMeasures } from './tile-measures';

/** The first and the last row, by number. */
export type RowRange = readonly [from: number, to: number];

export interface TouchedLayout {
  readonly geometry: Geometry;
  /** Absent where rows are as wide as the list. */
  readonly tiles: Pick<TileMeasures, 'columnsBetween'> | undefined;
  readonly isRightToLeft: boolean;
}

/** In pixels from the corner of the surface on which the rows stand. */
export interface DrawnFrame {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Of the surface. */
  readonly width: number;
}

/** The rows that a frame touches: one range in a list, one for each line of tiles. None of them need exist on screen. */
export function rangesIn(frame: DrawnFrame, { geometry, tiles, isRightToLeft }: TouchedLayout): RowRange[] {
  const { lineHeight, count } = geometry;
  const from = geometry.indexAt(frame.top);
  const isBelowAll = from >= count || geometry.topOf(from) + lineHeight <= frame.top;
  if (isBelowAll || geometry.topOf(from) > frame.bottom) return [];
  const end = geometry.indexAt(frame.bottom);
  // What ends in a heading has not touched the line below it, if there is one.
  const to = end >= count || geometry.topOf(end) > frame.bottom ? end - 1 : end;
  if (!tiles) return [[from, to]];
  const columns = isRightToLeft
    ? tiles.columnsBetween(frame.width - frame.right, frame.width - frame.left)
    : tiles.columnsBetween(frame.left, frame.right);
  return columns ? linesBetween(geometry, from, to).flatMap((line) => cut(geometry, line, columns)) : [];
}

/** The first row of each line. */
function linesBetween(geometry: Geometry, from: number, to: number): number[] {
  const lines = [from];
  for (let line = from; line < to;) {
    const next = geometry.stepFrom(line, 1);
    if (next <= line || next > to) break;
    lines.push(next);
    line = next;
  }
  return lines;
}

/** Of a line, the rows in those columns: the last line of a group may have none. */
function cut(geometry: Geometry, line: number, [first, last]: RowRange): RowRange[] {
  const block = geometry.blocks[geometry.blockOf(line)];
  const end = block ? block.start + block.shown - 1 : line;
  return line + first > end ? [] : [[line + first, Math.min(line + last, end)]];
}
