import type { TransferState, TransferTask } from '../../transfer';

/** Pixels. Fixed by state, so that a thousand rows are placed without measuring one. */
const PLAIN = 56;
const CONFLICT = 84;
const FAILED = 88;
const OVERSCAN = 4;

export interface RowPlace {
  readonly task: TransferTask;
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** What asks first, then what failed, then what moves, then the rest in the order of the queue. */
export function orderTasks(tasks: readonly TransferTask[]): readonly TransferTask[] {
  const groups: [TransferTask[], TransferTask[], TransferTask[], TransferTask[]] = [[], [], [], []];
  for (const task of tasks) groups[rank(task.state)].push(task);
  return groups.flat();
}

export function placeRows(tasks: readonly TransferTask[]): readonly RowPlace[] {
  let top = 0;
  return tasks.map((task, index) => {
    const height = heightOf(task.state);
    const place = { task, index, top, height };
    top += height;
    return place;
  });
}

/** The rows that are in view, and a few around them. */
export function visibleRows(rows: readonly RowPlace[], from: number, height: number): readonly RowPlace[] {
  const first = rows.findIndex((row) => row.top + row.height > from);
  if (first < 0) return rows.slice(-OVERSCAN);
  const after = rows.findIndex((row) => row.top >= from + height);
  return rows.slice(Math.max(0, first - OVERSCAN), (after < 0 ? rows.length : after) + OVERSCAN);
}

function rank(state: TransferState): 0 | 1 | 2 | 3 {
  switch (state.status) {
    case 'conflict':
      return 0;
    case 'failed':
      return 1;
    case 'preparing':
    case 'sending':
    case 'verifying':
      return 2;
    default:
      return 3;
  }
}

function heightOf(state: TransferState): number {
  if (state.status === 'conflict') return CONFLICT;
  return state.status === 'failed' ? FAILED : PLAIN;
}
