import type { Environment } from './environment';
import { OneDriveError } from './errors';

/**
 * Runs something that takes a signal, and aborts it after `milliseconds`.
 * @throws OneDriveError `timed-out` after the deadline, `cancelled` where the outer signal was first
 */
export async function withDeadline<T>(
  environment: Pick<Environment, 'after'>,
  milliseconds: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const forward = () => controller.abort(outer?.reason);
  let late = false;
  if (outer?.aborted) forward();
  else outer?.addEventListener('abort', forward, { once: true });
  const cancelTimer = environment.after(milliseconds, () => {
    late = true;
    controller.abort();
  });
  try {
    return await run(controller.signal);
  } catch (cause) {
    if (outer?.aborted) throw new OneDriveError('cancelled', { cause });
    if (late) throw new OneDriveError('timed-out', { cause });
    throw cause;
  } finally {
    cancelTimer();
    outer?.removeEventListener('abort', forward);
  }
}
