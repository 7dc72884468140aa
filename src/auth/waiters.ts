import { OneDriveError } from '../lib';

/** Those who wait for one answer together. */
export interface Waiters {
  /** @throws OneDriveError `cancelled`, or what `settle` gives */
  wait(signal: AbortSignal | undefined): Promise<void>;
  /** Lets everybody go on, or fail with the error. */
  settle(error?: OneDriveError): void;
}

interface Waiter {
  readonly end: (error?: OneDriveError) => void;
}

/** @param onDeserted called when the last one gave up waiting */
export function createWaiters(onDeserted: () => void): Waiters {
  const waiters = new Set<Waiter>();
  return {
    wait: (signal) =>
      new Promise<void>((resolve, reject) => {
        const stop = () => {
          waiters.delete(waiter);
          reject(new OneDriveError('cancelled', { cause: signal?.reason }));
          if (waiters.size === 0) onDeserted();
        };
        const waiter: Waiter = {
          end: (error) => {
            signal?.removeEventListener('abort', stop);
            if (error) reject(error);
            else resolve();
          },
        };
        waiters.add(waiter);
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
    settle: (error) => {
      const all = [...waiters];
      waiters.clear();
      for (const waiter of all) waiter.end(error);
    },
  };
}
