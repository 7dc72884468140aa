import { OneDriveError } from '../lib';

/** So many at a time; the others wait in their order. */
export interface Slots {
  /** Resolves with the function that gives the slot back. @throws OneDriveError `cancelled` */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createSlots(limit: number): Slots {
  // A Set keeps the order and forgets one that was cancelled without a search.
  const waiting = new Set<() => void>();
  let taken = 0;

  const release = () => {
    taken -= 1;
    const [next] = waiting;
    next?.();
  };
  const releaseOnce = () => {
    let held = true;
    return () => {
      if (held) release();
      held = false;
    };
  };
  return {
    take: (signal) =>
      new Promise((resolve, reject) => {
        const start = () => {
          waiting.delete(start);
          signal.removeEventListener('abort', stop);
          taken += 1;
          resolve(releaseOnce());
        };
        const stop = () => {
          waiting.delete(start);
          reject(new OneDriveError('cancelled'));
        };
        if (signal.aborted) return stop();
        if (taken < limit) return start();
        waiting.add(start);
        signal.addEventListener('abort', stop, { once: true });
      }),
  };
}
