import { OneDriveError } from '../lib';

/** The promise, unless the signal ends the wait first: a callee that ignores the signal holds nobody up. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new OneDriveError('cancelled', { cause: signal.reason }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    const leave = () => signal.removeEventListener('abort', stop);
    promise.finally(leave).then(resolve, reject);
  });
}
