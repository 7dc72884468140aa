import type { ChosenFile, Environment } from '../../../../src/lib';
// Loaded when a zip is made: here before that, because nobody lets time pass for it.
import '../../../../src/transfer/zip';

/** What its clock says first: epoch milliseconds. */
export const VIRTUAL_START = 1_800_000_000_000;

/** Time, chance and network of a test: nothing happens unless the test lets time pass. */
export interface VirtualEnvironment extends Environment {
  readonly setOnline: (online: boolean) => void;
  /** Lets everything that is due happen, then moves the clock to the next timer, until `done`. */
  readonly runUntil: (done: () => boolean, options?: { limit?: number }) => Promise<void>;
  /** Lets time pass. */
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly pendingTimers: () => number;
  readonly onlineListeners: () => number;
  readonly saved: { address: string; name: string }[];
  /** What the user answers where a page asks for a file. */
  readonly chosenFile: { current: ChosenFile };
  readonly onRequest: { create: () => XMLHttpRequest; fetch: typeof globalThis.fetch };
  /** Work that takes real time, and is waited for before the clock moves. */
  readonly realWork: { pending: () => boolean };
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

export function createVirtualEnvironment(seed = 1): VirtualEnvironment {
  let now = VIRTUAL_START;
  let order = 0;
  let state = seed >>> 0 || 1;
  let online = true;
  let ids = 0;
  const timers = new Set<Timer>();
  const listeners = new Set<() => void>();
  const saved: { address: string; name: string }[] = [];
  const chosenFile: { current: ChosenFile } = { current: 'unavailable' };
  const onRequest: VirtualEnvironment['onRequest'] = {
    create: () => {
      throw new Error('no server');
    },
    fetch: () => Promise.reject(new TypeError('no server')),
  };
  const realWork: VirtualEnvironment['realWork'] = { pending: () => false };
  const settleAll = async () => {
    await settle();
    while (realWork.pending()) await settle();
  };
  const next = () => {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  };
  const fire = (timer: Timer) => {
    timers.delete(timer);
    now = Math.max(now, timer.at);
    timer.callback();
  };
  return {
    saved,
    chosenFile,
    onRequest,
    realWork,
    fetch: (input, init) => onRequest.fetch(input, init),
    createRequest: () => onRequest.create(),
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { at: now + Math.max(0, milliseconds), order: (order += 1), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    random: () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    },
    randomId: () => `id-${(ids += 1)}`,
    tabStorage: () => undefined,
    originStorage: () => undefined,
    database: () => undefined,
    isFramed: () => false,
    rememberForbidden: () => () => undefined,
    isForbidden: async () => false,
    onStored: () => () => undefined,
    askBeforeLeaving: () => () => undefined,
    alone: (_name, _patience, run) => run(false),
    lock: async () => undefined,
    freeSpace: async () => undefined,
    attention: { get: () => true, subscribe: () => () => undefined },
    sparesBytes: () => false,
    online: {
      get: () => online,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    saveAs: (address, name) => void saved.push({ address, name }),
    chooseSaveFile: async () => chosenFile.current,
    setOnline: (value) => {
      online = value;
      for (const listener of listeners) listener();
    },
    pendingTimers: () => timers.size,
    onlineListeners: () => listeners.size,
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        await settleAll();
        const timer = next();
        if (!timer || timer.at > end) break;
        fire(timer);
      }
      now = end;
      await settleAll();
    },
    runUntil: async (done, { limit = 20_000 } = {}) => {
      for (let step = 0; step < limit; step += 1) {
        await settleAll();
        if (done()) return;
        const timer = next();
        if (timer) fire(timer);
        else if (step > limit / 2) break;
      }
      await settleAll();
      if (!done()) throw new Error('the run did not come to its end');
    },
  };
}

/** Node's own turn of the event loop; in a browser, the next best. */
const nextTurn: (run: () => void) => void = globalThis.setImmediate ?? ((run) => setTimeout(run, 0));

/** Blobs are read over several turns of the event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise<void>((resolve) => nextTurn(resolve));
}
