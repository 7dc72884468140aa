import { useEffect, useRef } from 'react';
import {
  isAsking,
  isSettled,
  summarizeTransfers,
  type TransferSummary,
  type TransferTask,
} from '../../transfer';
import { asksInDialog } from '../questions/upload-questions';
import type { Text } from '../text';
import { useViewState } from '../view-state';
import { describeSummary, shareDone } from './summary-text';

/** Transfers that run together, and what was said of them. */
interface Batch {
  /** Ids of those that had ended before the first of these began: the panel still shows them. */
  readonly earlier: ReadonlySet<string>;
  readonly said: Said;
}

interface Said {
  /** Quarters of the work: 0 to 4. */
  readonly quarter: number;
  readonly failure: boolean;
  readonly conflict: boolean;
}

/** Speaks at the start, at each quarter, at the first error and at the end, each once, and nothing in between. */
export function useAnnouncements(tasks: readonly TransferTask[], text: Text): void {
  const { announcement } = useViewState();
  const batch = useRef<Batch>(undefined);

  useEffect(() => {
    const before = batch.current;
    const earlier =
      before?.earlier ?? new Set(tasks.filter(({ state }) => isSettled(state)).map(({ id }) => id));
    const own = earlier.size === 0 ? tasks : tasks.filter(({ id }) => !earlier.has(id));
    const summary = summarizeTransfers(own);
    if (summary.settled) {
      batch.current = undefined;
      if (before && summary.count > 0) announcement.set(describeSummary(own, summary, text));
      return;
    }
    const said = withMore(before?.said, look(own, summary));
    batch.current = { earlier, said };
    const sentence = before
      ? describeChange(before.said, said, own, text)
      : describeStart(own, summary, text);
    if (sentence) announcement.set(sentence);
  }, [tasks, text, announcement]);
}

/** What an earlier page has left may have to wait for its file. */
function describeStart(tasks: readonly TransferTask[], summary: TransferSummary, text: Text): string {
  const count = summary.count - summary.interrupted;
  return count > 0 ? text('transfer.announceStart', { count }) : describeSummary(tasks, summary, text);
}

function look(tasks: readonly TransferTask[], summary: TransferSummary): Said {
  return {
    quarter: Math.min(3, Math.floor(shareDone(summary) * 4)),
    failure: summary.failed > 0,
    conflict: tasks.some(isOnlyInPanel),
  };
}

/** A dialog speaks for itself. */
function isOnlyInPanel(task: TransferTask): boolean {
  return isAsking(task.state) && !asksInDialog(task);
}

/** What was said stays said: a file that begins again takes the work back to where it was. */
function withMore(before: Said | undefined, now: Said): Said {
  if (!before) return now;
  return {
    quarter: Math.max(before.quarter, now.quarter),
    failure: before.failure || now.failure,
    conflict: before.conflict || now.conflict,
  };
}

function describeChange(
  before: Said,
  now: Said,
  tasks: readonly TransferTask[],
  text: Text,
): string | undefined {
  for (const task of tasks) {
    const { name, state } = task;
    if (state.status === 'failed' && !before.failure) {
      return text('transfer.announceFailed', { name, title: text(`error.${state.error.code}.title`) });
    }
    if (isOnlyInPanel(task) && !before.conflict) return text('transfer.announceConflict', { name });
  }
  if (now.quarter > before.quarter) return text('transfer.percent', { percent: now.quarter * 25 });
  return undefined;
}
