import { untilAborted, type Environment } from '../lib';

/** Joins the call that is under way, or starts it. It is aborted once nobody waits for it any more. */
export type SharedCall = (signal: AbortSignal) => Promise<void>;

/** One dialog for everybody who needs its answer. */
export function createSharedCall(
  environment: Pick<Environment, 'after'>,
  call: (signal: AbortSignal) => Promise<void>,
): SharedCall {
  let current: { promise: Promise<void>; controller: AbortController } | undefined;
  let waiting = 0;

  const start = () => {
    const controller = new AbortController();
    const forget = () => {
      if (current?.controller === controller) current = undefined;
    };
    const promise = call(controller.signal).finally(forget);
    return { promise, controller };
  };
  const leave = () => {
    waiting -= 1;
    // A moment later: the next task of the queue may join, and the dialog should not blink.
    if (waiting === 0) environment.after(0, () => waiting === 0 && current?.controller.abort());
  };
  return async (signal) => {
    current ??= start();
    waiting += 1;
    try {
      await untilAborted(current.promise, signal);
    } finally {
      leave();
    }
  };
}
