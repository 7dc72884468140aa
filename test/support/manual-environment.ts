import { createStore, type Environment } from '../../src/lib';
import { createMemoryStorage } from './memory-storage';

interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  /** When it left, on the manual clock. */
  readonly at: number;
}

export type Answerer = (request: SentRequest, index: number) => Response | Promise<Response>;

/** An environment whose clock only moves when the test says so, and whose network is a function. */
export interface ManualEnvironment extends Environment {
  /** Moves the clock; timers run in order, and what waits for them goes on. */
  advance(milliseconds: number): Promise<void>;
  readonly requests: readonly SentRequest[];
  answerWith(answerer: Answerer): void;
  setOnline(online: boolean): void;
  /** The page is seen from now on, or no longer; seen twice, its window gets the focus. */
  setSeen(seen: boolean): void;
  /** The page's policy refuses requests to this origin from now on. */
  forbid(origin: string): void;
  /** Milliseconds until each waiting timer, soonest first. */
  waits(): number[];
  /** Whether the browser would ask before the page goes away. */
  isAsking(): boolean;
  readonly saved: readonly { readonly address: string; readonly name: string }[];
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

const START = Date.UTC(2026, 10, 21, 12);

/** Lets everything go on that waits for nothing but promises and streams. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function createManualEnvironment(start = START): ManualEnvironment {
  let now = start;
  let ids = 0;
  let answerer: Answerer = () => {
    throw new TypeError('No answer was arranged.');
  };
  const timers = new Set<Timer>();
  const online = createStore(true);
  const attention = createStore({ seen: true });
  const tabStorage = createMemoryStorage();
  const forbidden = new Set<string>();
  const requests: SentRequest[] = [];
  const reasons = new Set<symbol>();
  const saved: { address: string; name: string }[] = [];
  const nextTimer = (until: number) =>
    [...timers].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0];
  return {
    fetch: async (input, init = {}) => {
      const request = {
        url: input instanceof Request ? input.url : String(input),
        init,
        headers: new Headers(init.headers),
        at: now,
      };
      requests.push(request);
      return untilAborted(Promise.resolve(answerer(request, requests.length - 1)), init.signal);
    },
    createRequest: () => {
      throw new TypeError('No XMLHttpRequest here.');
    },
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { due: now + Math.max(0, milliseconds), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => 0.5,
    randomId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    online: { get: () => online.get(), subscribe: (listener) => online.subscribe(listener) },
    attention: { get: () => attention.get().seen, subscribe: (listener) => attention.subscribe(listener) },
    sparesBytes: () => false,
    tabStorage: () => tabStorage,
    originStorage: () => undefined,
    database: () => undefined,
    isFramed: () => false,
    askBeforeLeaving: () => {
      const reason = Symbol('reason');
      reasons.add(reason);
      return () => void reasons.delete(reason);
    },
    isAsking: () => reasons.size > 0,
    rememberForbidden: () => () => undefined,
    isForbidden: async (address) => forbidden.has(new URL(address).origin),
    onStored: () => () => undefined,
    alone: (_name, _patience, run) => run(false),
    lock: async () => undefined,
    freeSpace: async () => undefined,
    saveAs: (address, name) => saved.push({ address, name }),
    chooseSaveFile: async () => 'unavailable',
    saved,
    requests,
    answerWith: (next) => {
      answerer = next;
    },
    forbid: (origin) => void forbidden.add(origin),
    setOnline: (next) => online.set(next),
    setSeen: (seen) => attention.set({ seen }),
    waits: () => [...timers].map((timer) => timer.due - now).sort((a, b) => a - b),
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      await settled();
      for (let timer = nextTimer(until); timer; timer = nextTimer(until)) {
        now = timer.due;
        timers.delete(timer);
        timer.callback();
        await settled();
      }
      now = until;
      await settled();
    },
  };
}

/** As fetch does: an abort ends the request, whatever the server does. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new DOMException('The operation was aborted.', 'AbortError'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject);
  });
}

/** Never settles: a server that accepts the connection and says nothing. */
export function silence(): Promise<never> {
  return new Promise(() => undefined);
}
