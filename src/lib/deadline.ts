import type { Environment } from './environment';
import { OneDriveError } from './errors';

/**
 * Runs something that takes a signal, and aborts it after `milliseconds`. It ends at once, also where what runs
 * does not listen to its signal.
 * @throws OneDriveError `timed-out` after the deadline, `cancelled` where the outer signal was first
 */
export async function withDeadline<T>(
  environment: Pick<Environment, 'after'>,
  milliseconds: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted) throw new OneDriveError('cancelled', { cause: outer.reason });
  const controller = new AbortController();
  let end: (error: OneDriveError) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    // Told before the abort: what runs rejects by it too, but the reason for the end is known here.
    end = (error) => {
      reject(error);
      controller.abort(error);
    };
  });
  const forward = () => end(new OneDriveError('cancelled', { cause: outer?.reason }));
  outer?.addEventListener('abort', forward, { once: true });
  const cancelTimer = environment.after(milliseconds, () => end(new OneDriveError('timed-out')));
  try {
    return await Promise.race([run(controller.signal), ended]);
  } finally {
    cancelTimer();
    outer?.removeEventListener('abort', forward);
  }
}
