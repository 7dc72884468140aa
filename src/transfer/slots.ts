import { OneDriveError } from '../lib';

/**
 * `small`: one request, or the browser's own work. `large`: many requests, for minutes or hours. `remote`: the service
 * works, and is asked now and then how far it is.
 */
export type Lane = 'small' | 'large' | 'remote';

/** The service works on these side by side; they take nothing from the others. */
const REMOTE = 5;

/**
 * So many at a time, and one more where the other lane has them all: neither can keep the other one waiting. The others
 * wait in their order.
 */
export interface Slots {
  /** Resolves with the function that gives the slot back. @throws OneDriveError `cancelled` */
  take(signal: AbortSignal, lane: Lane): Promise<() => void>;
}

/** Small ones first: they are done in a moment. */
const LANES = ['small', 'large', 'remote'] as const;

/** @param limit asked whenever somebody comes or goes */
export function createSlots(limit: () => number): Slots {
  // A Set keeps the order and forgets one that was cancelled without a search.
  const waiting = {
    small: new Set<() => void>(),
    large: new Set<() => void>(),
    remote: new Set<() => void>(),
  };
  const taken = { small: 0, large: 0, remote: 0 };

  // Small ones may come at any time, and large ones take long to end: each lane has one slot whatever the other does.
  const isFree = (lane: Lane) =>
    lane === 'remote' ? taken.remote < REMOTE : taken[lane] === 0 || taken.small + taken.large < limit();
  const startWaiting = () => {
    for (const lane of LANES) {
      for (const start of waiting[lane]) {
        if (!isFree(lane)) break;
        start();
      }
    }
  };
  const releaseOnce = (lane: Lane) => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken[lane] -= 1;
      startWaiting();
    };
  };
  return {
    take: (signal, lane) =>
      new Promise((resolve, reject) => {
        const start = () => {
          waiting[lane].delete(start);
          signal.removeEventListener('abort', stop);
          taken[lane] += 1;
          resolve(releaseOnce(lane));
        };
        const stop = () => {
          waiting[lane].delete(start);
          reject(new OneDriveError('cancelled'));
        };
        if (signal.aborted) return stop();
        waiting[lane].add(start);
        signal.addEventListener('abort', stop, { once: true });
        startWaiting();
      }),
  };
}
