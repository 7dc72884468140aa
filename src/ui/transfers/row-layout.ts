import { isAsking, type TransferState, type TransferTask } from '../../transfer';

/**
 * What asks first, then what failed, then what moves, then what waits for something, then the rest in the order of the
 * queue. Heights in pixels, in a wide panel and in a narrow one, where sentences take more lines; fixed by state, so that
 * ten thousand rows are placed without measuring one.
 */
const GROUPS = [
  { holds: 'asking', wide: 84, narrow: 84 },
  { holds: 'asking-why', wide: 116, narrow: 132 },
  { holds: 'failed', wide: 104, narrow: 120 },
  { holds: 'moving', wide: 56, narrow: 56 },
  { holds: 'held-up', wide: 88, narrow: 104 },
  { holds: 'other', wide: 56, narrow: 56 },
] as const;
type Group = (typeof GROUPS)[number]['holds'];

/** Pixels. */
const WIDE_FROM = 360;
const OVERSCAN = 4;

export interface RowPlace {
  readonly task: TransferTask;
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

export interface RowLayout {
  readonly count: number;
  readonly height: number;
  /** The rows that are in view and a few around them; the one that has the focus is always there. */
  visible(from: number, height: number, focusedId: string | undefined): readonly RowPlace[];
}

/** Rows of one height, one below the other. */
interface Block {
  readonly rows: readonly TransferTask[];
  readonly height: number;
  readonly firstIndex: number;
  readonly top: number;
}

/** Ids of the tasks that are on their way. */
export function movingIn(tasks: readonly TransferTask[]): ReadonlySet<string> {
  return new Set(tasks.flatMap(({ id, state }) => (groupOf(state) === 'moving' ? id : [])));
}

/**
 * @param moving who stands among those that move: small files begin and end a hundred a second, and no row can be read,
 * or hit, that comes and goes with them
 * @param width pixels of a row
 */
export function layOutRows(
  tasks: readonly TransferTask[],
  moving: ReadonlySet<string>,
  width: number,
): RowLayout {
  const placed = tasks.map((task) => [placeAmong(moving, task), task] as const);
  const blocks = blocksOf(placed, width < WIDE_FROM ? 'narrow' : 'wide');
  const last = blocks.at(-1);
  const count = last ? last.firstIndex + last.rows.length : 0;
  const placeOf = (index: number): RowPlace | undefined => {
    const block = blocks.findLast(({ firstIndex }) => firstIndex <= index);
    const task = block?.rows[index - block.firstIndex];
    if (!block || !task) return undefined;
    const { height, top, firstIndex } = block;
    return { task, index, top: top + (index - firstIndex) * height, height };
  };
  const rowAt = (pixel: number) => {
    const block = blocks.findLast(({ top }) => top <= pixel);
    return block ? block.firstIndex + Math.floor((pixel - block.top) / block.height) : 0;
  };
  const indexOf = (id: string) => {
    for (const { rows, firstIndex } of blocks) {
      const index = rows.findIndex((row) => row.id === id);
      if (index >= 0) return firstIndex + index;
    }
    return -1;
  };
  return {
    count,
    height: last ? last.top + last.rows.length * last.height : 0,
    visible: (from, height, focusedId) => {
      const first = Math.max(0, Math.min(rowAt(from), count) - OVERSCAN);
      const end = Math.min(count, rowAt(from + height) + 1 + OVERSCAN);
      const indexes = Array.from({ length: Math.max(0, end - first) }, (_, step) => first + step);
      const focused = focusedId === undefined ? -1 : indexOf(focusedId);
      if (focused >= end) indexes.push(focused);
      else if (focused >= 0 && focused < first) indexes.unshift(focused);
      return indexes.flatMap((index) => placeOf(index) ?? []);
    },
  };
}

function blocksOf(
  placed: readonly (readonly [Group, TransferTask])[],
  room: 'wide' | 'narrow',
): readonly Block[] {
  const groups = new Map<Group, TransferTask[]>(GROUPS.map(({ holds }) => [holds, []]));
  for (const [group, task] of placed) groups.get(group)?.push(task);
  const blocks: Block[] = [];
  let firstIndex = 0;
  let top = 0;
  for (const { holds, [room]: height } of GROUPS) {
    const rows = groups.get(holds) ?? [];
    if (rows.length > 0) blocks.push({ rows, height, firstIndex, top });
    firstIndex += rows.length;
    top += rows.length * height;
  }
  return blocks;
}

/** What moves and what rests are rows of one height, so that either can stand where the other stood. */
function placeAmong(moving: ReadonlySet<string>, { id, state }: TransferTask): Group {
  const group = groupOf(state);
  if (group !== 'moving' && group !== 'other') return group;
  return moving.has(id) ? 'moving' : 'other';
}

function groupOf(state: TransferState): Group {
  // Which letters a name can't have, or which folder it is about, takes a sentence.
  if (isAsking(state)) return state.status === 'misnamed' || state.folder ? 'asking-why' : 'asking';
  switch (state.status) {
    case 'failed':
    case 'interrupted':
      return 'failed';
    case 'preparing':
    case 'sending':
    case 'verifying':
      return 'moving';
    case 'waiting':
      return isHeldUp(state) ? 'held-up' : 'other';
    default:
      return 'other';
  }
}

/** Waits for something other than its turn. */
function isHeldUp(state: TransferState): boolean {
  return state.status === 'waiting' && state.reason !== 'queue';
}

/** What failed, was interrupted, is held up or has a wrong name says so in full: a sentence needs its line, or two. */
export function saysMore(state: TransferState): boolean {
  const group = groupOf(state);
  return group === 'failed' || group === 'held-up' || group === 'asking-why';
}
