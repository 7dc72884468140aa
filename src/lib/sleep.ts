import type { Environment } from './environment';
import { OneDriveError } from './errors';

/** Waits, unless the signal ends it first. @throws OneDriveError `cancelled` */
export function sleep(
  environment: Pick<Environment, 'after'>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      reject(new OneDriveError('cancelled', { cause: signal?.reason }));
    };
    const cancel = environment.after(milliseconds, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
