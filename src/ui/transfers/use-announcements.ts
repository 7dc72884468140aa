import { useEffect, useRef } from 'react';
import { isAsking, type TransferSummary, type TransferTask } from '../../transfer';
import { asksInDialog } from '../questions/upload-questions';
import type { Text } from '../text';
import { useViewState } from '../view-state';
import { describeSummary, shareDone } from './summary-text';

/** What was said of the transfers that run now. */
interface Said {
  /** Quarters of the work: 0 to 4. */
  readonly quarter: number;
  readonly failure: boolean;
  readonly conflict: boolean;
}

/** Speaks at the start, at each quarter, at the first error and at the end, each once, and nothing in between. */
export function useAnnouncements(tasks: readonly TransferTask[], summary: TransferSummary, text: Text): void {
  const { announcement } = useViewState();
  const said = useRef<Said>(undefined);

  useEffect(() => {
    const before = said.current;
    if (summary.count === 0 || (summary.settled && !before)) {
      said.current = undefined;
      return;
    }
    if (summary.settled) {
      said.current = undefined;
      announcement.set(describeSummary(tasks, summary, text));
      return;
    }
    const now = withMore(before, look(tasks, summary));
    said.current = now;
    const sentence = before ? describeChange(before, now, tasks, text) : undefined;
    if (!before) announcement.set(text('transfer.announceStart', { count: summary.count }));
    else if (sentence) announcement.set(sentence);
  }, [tasks, summary, text, announcement]);
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
