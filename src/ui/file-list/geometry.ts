import type { RowGroup } from '../../drive';

export const HEADING_HEIGHT = 40;

export interface Measures {
  /** Items side by side: one in a list. */
  readonly across: number;
  /** Of a line of items. */
  readonly lineHeight: number;
  /** What covers the top of the scroller. */
  readonly coveredTop: number;
}

/** A heading, where something is grouped, and the lines below it. */
interface Block {
  readonly group: RowGroup | undefined;
  readonly top: number;
  /** Where its first line begins. */
  readonly bodyTop: number;
  readonly start: number;
  readonly shown: number;
}

/**
 * Where everything stands. All lines have one height, and all headings: any place is worked out from the number of the
 * row, and any row from a place. Nothing is measured, whatever the number of rows.
 */
export interface Geometry extends Measures {
  readonly count: number;
  readonly height: number;
  readonly blocks: readonly Block[];
  /** Number of the block that the row is in, or the place. */
  blockOf(index: number): number;
  blockAt(y: number): number;
  topOf(index: number): number;
  /** How many items stand before it in its line. */
  columnOf(index: number): number;
  /** The first row of the line at that height. */
  indexAt(y: number): number;
  /** The row so many lines below, or above, in the same column where there is one. */
  stepFrom(index: number, lines: number): number;
}

export function createGeometry(count: number, groups: readonly RowGroup[], measures: Measures): Geometry {
  const { across, lineHeight } = measures;
  const linesOf = (shown: number) => Math.ceil(shown / across);
  const blocks: Block[] = [];
  let height = 0;
  for (const { start, shown, group } of partsOf(count, groups)) {
    const bodyTop = height + (group ? HEADING_HEIGHT : 0);
    blocks.push({ group, top: height, bodyTop, start, shown });
    height = bodyTop + linesOf(shown) * lineHeight;
  }
  const blockOf = (index: number) => lastWhere(blocks, ({ start }) => start <= index);
  const blockAt = (y: number) => lastWhere(blocks, ({ top }) => top <= y);
  const columnOf = (index: number) => (index - (blocks[blockOf(index)]?.start ?? 0)) % across;
  return {
    ...measures,
    count,
    height,
    blocks,
    blockOf,
    blockAt,
    columnOf,
    topOf: (index) => {
      const block = blocks[blockOf(index)];
      return block ? block.bodyTop + Math.floor((index - block.start) / across) * lineHeight : 0;
    },
    indexAt: (y) => {
      const block = blocks[blockAt(y)];
      if (!block) return 0;
      const line = Math.min(Math.floor((y - block.bodyTop) / lineHeight), linesOf(block.shown) - 1);
      return block.start + Math.max(0, line) * across;
    },
    stepFrom: (index, lines) => {
      const column = columnOf(index);
      const direction = Math.sign(lines);
      let line = index - column;
      for (let left = Math.abs(lines); left > 0; left -= 1) {
        const next = nextLine(blocks, { line, direction, across, block: blockOf(line) });
        if (next === undefined) break;
        line = next;
      }
      const block = blocks[blockOf(line)];
      return block ? Math.min(line + column, block.start + block.shown - 1) : index;
    },
  };
}

function partsOf(count: number, groups: readonly RowGroup[]) {
  if (groups.length === 0) return [{ start: 0, shown: count, group: undefined }];
  return groups.map((group) => ({ start: group.start, shown: group.shown, group }));
}

/** First row of the line below, or above; undefined where there is none. */
function nextLine(
  blocks: readonly Block[],
  from: {
    readonly line: number;
    readonly direction: number;
    readonly across: number;
    readonly block: number;
  },
): number | undefined {
  const { line, direction, across } = from;
  const here = blocks[from.block];
  if (!here) return undefined;
  const wanted = line + direction * across;
  if (wanted >= here.start && wanted < here.start + here.shown) return wanted;
  for (let place = from.block + direction; ; place += direction) {
    const block = blocks[place];
    if (!block) return undefined;
    if (block.shown > 0) {
      const lines = Math.ceil(block.shown / across);
      return block.start + (direction > 0 ? 0 : (lines - 1) * across);
    }
  }
}

/** Number of the last block of which it is true, where it is true of all before that; the first one at least. */
function lastWhere(blocks: readonly Block[], isTrue: (block: Block) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && isTrue(block)) low = middle;
    else high = middle;
  }
  return low;
}
