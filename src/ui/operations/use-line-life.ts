import { useEffect, useEffectEvent } from 'react';
import type { OperationSummary } from '../../drive';
import { createBrowserEnvironment } from '../../lib';

/** So long (milliseconds) a way back is offered. */
const LIFE = 10_000;

const environment = createBrowserEnvironment();

/** What went well goes by itself, but never under somebody's hand; what did not waits to be seen. */
export function useLineLife(summary: OperationSummary, isAttended: boolean, dismiss: () => void): void {
  const { isRunning, failed, conflicts, left } = summary;
  const isOver = !isRunning && failed + conflicts + left === 0 && !isAttended;
  const end = useEffectEvent(dismiss);
  useEffect(() => (isOver ? environment.after(LIFE, () => end()) : undefined), [isOver]);
}
