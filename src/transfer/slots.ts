import { OneDriveError } from '../lib';

/**
 * `small`: one request, or the browser's own work. `large`: many requests, for minutes or hours. `ahead`: a small file is
 * made ready, so that nothing but its bytes is left to do when its turn comes among the small ones. `remote`: the
 * service works, and is asked now and then how far it is.
 */
export type Lane = 'small' | 'large' | 'ahead' | 'remote';

/** The service works on these side by side; they take nothing from the others. */
const REMOTE = 5;
/**
 * So many are made ready or sent for each one that may be sent: enough that the line never waits while half of them are
 * made ready together. One by one, what is asked for twenty in one request would be asked in twenty.
 */
const AHEAD = 6;

/**
 * So many at a time, and of the large ones fewer: neither lane can keep the other one waiting. The others wait in their
 * order.
 */
export interface Slots {
  /** Resolves with the function that gives the slot back. @throws OneDriveError `cancelled` */
  take(signal: AbortSignal, lane: Lane): Promise<() => void>;
}

/** Each of them fills the line; more would only be late together, and their sessions would end on the way (OD#140). */
const MOST_LARGE = 3;

/** @param limit asked whenever somebody comes or goes */
export function createSlots(limit: () => number): Slots {
  // A Set keeps the order and forgets one that was cancelled without a search.
  const waiting = {
    small: new Set<() => void>(),
    large: new Set<() => void>(),
    ahead: new Set<() => void>(),
    remote: new Set<() => void>(),
  };
  const taken = { small: 0, large: 0, ahead: 0, remote: 0 };
  let isFilling = true;

  const isFree = (lane: Lane) => {
    if (lane === 'remote') return taken.remote < REMOTE;
    if (lane === 'ahead') return isFilling;
    const isRoom = taken.small + taken.large < limit();
    // Large ones take long to end: a small one has a slot whatever they do.
    if (lane === 'small') return isRoom || taken.small === 0;
    return isRoom && taken.large < MOST_LARGE;
  };
  /** From half of them up to all. */
  const fill = () => {
    const most = AHEAD * limit();
    isFilling = taken.ahead < (isFilling ? most : most / 2 + 1);
  };
  /** Small ones first, they are done in a moment; but they may come without end, and then a large one is due. */
  const lanes = (): readonly Lane[] => [
    ...(taken.large === 0 ? (['large', 'small'] as const) : (['small', 'large'] as const)),
    'ahead',
    'remote',
  ];
  const startWaiting = () => {
    for (const lane of lanes()) {
      for (const start of waiting[lane]) {
        fill();
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
