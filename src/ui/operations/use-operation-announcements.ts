import { useEffect, useRef } from 'react';
import { summarizeOperation, type Operation } from '../../drive';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { describeEnd, describeRunning } from './operation-text';

/** Speaks when work on several items starts, and when any work ends; nothing in between. */
export function useOperationAnnouncements(operations: readonly Operation[]): void {
  const text = useText();
  const { announcement } = useViewState();
  const running = useRef<ReadonlySet<string>>(new Set());
  const known = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const now = new Set<string>();
    for (const operation of operations) {
      const { id, entries } = operation;
      const summary = summarizeOperation(operation);
      if (summary.isRunning) now.add(id);
      const isStart = summary.isRunning && !running.current.has(id);
      const isEnd = !summary.isRunning && (running.current.has(id) || !known.current.has(id));
      if (isStart && entries.length > 1) announcement.set(describeRunning(operation, text));
      if (isEnd) announcement.set(describeEnd(operation, summary, text));
    }
    running.current = now;
    known.current = new Set(operations.map(({ id }) => id));
  }, [operations, text, announcement]);
}
