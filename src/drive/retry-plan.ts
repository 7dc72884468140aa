import type { Environment, ErrorCode, OneDriveError } from '../lib';

/** Waiting is the machine's job: after a failure that passes by itself, something is done again. */
export interface RetryPlan {
  /** Plans the next try. Gives its time (epoch milliseconds), or `undefined` where only the user can help. */
  plan(error: OneDriveError): number | undefined;
  cancel(): void;
}

/** Without a word from the server, a lost connection is tried again after this time. */
const RETRY_LOST = 15_000;
/** A server that says "at once" again and again is not asked without a pause. */
const SHORTEST = 1000;
const LOST: ReadonlySet<ErrorCode> = new Set(['offline', 'timed-out']);

export function createRetryPlan(
  environment: Pick<Environment, 'now' | 'after' | 'online'>,
  retry: () => void,
): RetryPlan {
  let cancel: () => void = () => undefined;
  return {
    cancel: () => cancel(),
    plan: (error) => {
      cancel();
      const lost = LOST.has(error.code);
      const wait = error.retryAfter ?? (lost ? RETRY_LOST : undefined);
      if (wait === undefined) return undefined;
      const delay = Math.max(SHORTEST, wait);
      const cancelTimer = environment.after(delay, retry);
      // A network that is back ends a lost connection; the wait of a throttled one goes on.
      const unsubscribe = lost
        ? environment.online.subscribe(() => environment.online.get() && retry())
        : () => undefined;
      cancel = () => {
        cancelTimer();
        unsubscribe();
      };
      return environment.now() + delay;
    },
  };
}
