import type { TransferState, TransferTask } from '../../transfer';

/** Pixels. Fixed by state, so that ten thousand rows are placed without measuring one. */
const PLAIN = 56;
const CONFLICT = 84;
/** What failed, or was interrupted, says in a second sentence what to do. */
const FAILED = 88;
const OVERSCAN = 4;

export interface RowPlace {
  readonly task: TransferTask;
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** Where all rows are: what asks first, then what failed or was interrupted, then what moves, then the rest in the order of the queue. */
export interface RowLayout {
  readonly count: number;
  readonly height: number;
  /** The rows that are in view and a few around them; the one that has the focus is always there. */
  visible(from: number, height: number, focusedId: string | undefined): readonly RowPlace[];
}

export function layOutRows(tasks: readonly TransferTask[]): RowLayout {
  const groups: [TransferTask[], TransferTask[], TransferTask[], TransferTask[]] = [[], [], [], []];
  for (const task of tasks) groups[rank(task.state)].push(task);
  const rows = groups.flat();
  const [{ length: asking }, { length: failed }] = groups;
  const topOf = (index: number) => {
    const high = Math.min(index, asking);
    const higher = Math.min(index - high, failed);
    return high * CONFLICT + higher * FAILED + (index - high - higher) * PLAIN;
  };
  const placeOf = (index: number): RowPlace | undefined => {
    const task = rows[index];
    if (!task) return undefined;
    const top = topOf(index);
    return { task, index, top, height: topOf(index + 1) - top };
  };
  /** The first row that ends behind this pixel. */
  const rowAt = (pixel: number) => {
    const behindAsking = pixel - asking * CONFLICT;
    if (behindAsking < 0) return Math.floor(pixel / CONFLICT);
    const behindFailed = behindAsking - failed * FAILED;
    return (
      asking +
      (behindFailed < 0 ? Math.floor(behindAsking / FAILED) : failed + Math.floor(behindFailed / PLAIN))
    );
  };
  return {
    count: rows.length,
    height: topOf(rows.length),
    visible: (from, height, focusedId) => {
      const first = Math.max(0, Math.min(rowAt(from), rows.length) - OVERSCAN);
      const end = Math.min(rows.length, rowAt(from + height) + 1 + OVERSCAN);
      const indexes = Array.from({ length: Math.max(0, end - first) }, (_, step) => first + step);
      const focused = focusedId === undefined ? -1 : rows.findIndex(({ id }) => id === focusedId);
      if (focused >= end) indexes.push(focused);
      else if (focused >= 0 && focused < first) indexes.unshift(focused);
      return indexes.flatMap((index) => placeOf(index) ?? []);
    },
  };
}

function rank(state: TransferState): 0 | 1 | 2 | 3 {
  switch (state.status) {
    case 'conflict':
      return 0;
    case 'failed':
    case 'interrupted':
      return 1;
    case 'preparing':
    case 'sending':
    case 'verifying':
      return 2;
    default:
      return 3;
  }
}
