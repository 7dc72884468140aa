import type { Text } from '../text';

/** Longer waits (seconds) are told by the clock. */
const COUNTED = 90;

/** Why nothing moves, and when it is tried again: counting down, or by the clock where nobody counts or it is long. */
export function describeWait(
  reason: string,
  until: number | undefined,
  seconds: number | undefined,
  text: Text,
) {
  if (until === undefined || seconds === 0) return reason;
  const isCounted = seconds !== undefined && seconds <= COUNTED;
  const when = isCounted
    ? text('transfer.next.in', { seconds })
    : text('transfer.next.at', { time: text.time(until) });
  return text('transfer.next', { reason, when });
}

/** `2 min left` */
export function describeTimeLeft(seconds: number, text: Text): string {
  if (seconds <= 10) return text('transfer.left.moments');
  if (seconds < 60) return text('transfer.left.seconds', { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return text('transfer.left.minutes', { count: minutes });
  return text('transfer.left.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
