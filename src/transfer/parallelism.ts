import type { Environment, ThrottleGate } from '../lib';

/** Milliseconds without being throttled after which one more may run. */
const GROWTH = 10_000;

export interface Parallelism {
  readonly limit: () => number;
  readonly end: () => void;
}

/**
 * How many transfers may run: half as many each time the service says that it is too much, and slowly more again. The
 * service blocks clients that come back as they were (rclone#2406, ABR#978).
 */
export function createParallelism(
  gate: Pick<ThrottleGate, 'onClose'>,
  environment: Pick<Environment, 'now'>,
  most: number,
): Parallelism {
  let base = most;
  let opens = 0;
  const limit = () => {
    const calm = Math.max(0, environment.now() - opens);
    return Math.min(most, base + Math.floor(calm / GROWTH));
  };
  const end = gate.onClose((until) => {
    // What was sent before the first answer came is refused as well: that is one refusal, told several times.
    if (environment.now() >= opens) base = Math.max(1, Math.floor(limit() / 2));
    opens = Math.max(opens, until);
  });
  return { limit, end };
}
