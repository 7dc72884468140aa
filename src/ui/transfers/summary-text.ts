import type { TransferPace, TransferSummary, TransferTask } from '../../transfer';
import type { Text } from '../text';
import { describeTimeLeft, describeWait } from './waiting-text';

/** What moves with the clock, where somebody looks. */
interface Moment {
  readonly pace: TransferPace;
  /** Until the first of those that wait is tried again. */
  readonly seconds: number | undefined;
}

/** From 0 to 1, by bytes where they are known, else by tasks. */
export function shareDone(summary: TransferSummary): number {
  if (summary.total > 0) return Math.min(1, summary.loaded / summary.total);
  const finished = summary.done + summary.failed + summary.cancelled;
  return summary.count === 0 ? 0 : finished / summary.count;
}

/** One line for the whole panel: what is going on, or how it ended. */
export function describeSummary(
  tasks: readonly TransferTask[],
  summary: TransferSummary,
  text: Text,
  moment?: Moment,
): string {
  return summary.settled ? describeEnd(tasks, summary, text) : describeRun(tasks, summary, text, moment);
}

function describeRun(
  tasks: readonly TransferTask[],
  summary: TransferSummary,
  text: Text,
  moment: Moment | undefined,
): string {
  const { waiting, active, conflicts, interrupted, paused } = summary;
  if (waiting + active === 0) {
    if (conflicts > 0) return text('transfer.asking', { count: conflicts });
    return interrupted > 0
      ? text('transfer.interrupted', { count: interrupted })
      : text('transfer.stopped', { count: paused });
  }
  const { waitReason, waitUntil } = summary;
  if (waitReason)
    return describeWait(text(`transfer.paused.${waitReason}`), waitUntil, moment?.seconds, text);
  const count = summary.count - summary.cancelled;
  const current = Math.min(count, summary.done + summary.failed + 1);
  const what = text(`transfer.${WORDS[kindOf(tasks)].running}`, { current, count });
  const secondsLeft = moment?.pace.secondsLeft;
  return secondsLeft === undefined
    ? what
    : text('transfer.timed', { what, left: describeTimeLeft(secondsLeft, text) });
}

function describeEnd(tasks: readonly TransferTask[], summary: TransferSummary, text: Text): string {
  const { done, failed } = summary;
  if (failed > 0) return text('transfer.finishedFailed', { done, failed });
  if (done === 0) return text('transfer.allCancelled');
  return text(`transfer.${WORDS[kindOf(tasks)].finished}`, { count: done });
}

const WORDS = {
  upload: { running: 'uploading', finished: 'uploaded' },
  download: { running: 'downloading', finished: 'downloaded' },
  copy: { running: 'copying', finished: 'copied' },
  both: { running: 'transferring', finished: 'finished' },
} as const;

function kindOf(tasks: readonly TransferTask[]): keyof typeof WORDS {
  const kinds = new Set(tasks.map(({ kind }) => kind));
  const [only] = kinds;
  return kinds.size === 1 && only ? only : 'both';
}
