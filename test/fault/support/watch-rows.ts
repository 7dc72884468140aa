import {
  isAsking,
  isSettled,
  type TransferQueue,
  type TransferState,
  type TransferTask,
} from '../../../src/transfer';
import type { LeapingEnvironment } from './leaping-environment';

/** So long (milliseconds) a row may show the same without saying why. */
const LONGEST_SILENCE = 30_000;

/** Follows every row, and tells which stood still for too long without a reason. */
export interface RowWatch {
  /** In words: what stood, and for how long. */
  readonly stuck: readonly string[];
  readonly end: () => void;
}

export function watchRows(
  transfers: TransferQueue,
  environment: Pick<LeapingEnvironment, 'now' | 'onLeap'>,
): RowWatch {
  const stuck: string[] = [];
  const since = new Map<string, { readonly task: TransferTask; readonly time: number; told: boolean }>();
  const look = () => {
    const time = environment.now();
    for (const task of transfers.tasks.get()) {
      const last = since.get(task.id);
      if (last && !last.told && time > last.time + patienceWith(last.task.state, last.time)) {
        last.told = true;
        stuck.push(`${task.name}: ${last.task.state.status} for ${Math.round((time - last.time) / 1000)} s`);
      }
      if (last?.task !== task) since.set(task.id, { task, time, told: false });
    }
  };
  const ends = [transfers.tasks.subscribe(look), environment.onLeap(look)];
  return { stuck, end: () => ends.forEach((end) => end()) };
}

/** What waits says why, and until when where that is known; whom a person has to help waits for that person. */
function patienceWith(state: TransferState, since: number): number {
  if (isSettled(state) || isAsking(state) || state.status === 'paused') return Infinity;
  if (state.status !== 'waiting') return LONGEST_SILENCE;
  return state.until === undefined ? Infinity : Math.max(0, state.until - since) + LONGEST_SILENCE;
}
