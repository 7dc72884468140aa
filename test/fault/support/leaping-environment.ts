import { createStore, type ChosenFile, type Environment, type Store } from '../../../src/lib';
import { createNodeEnvironment } from '../../support/node-environment';
import { createNodeRequest } from './node-request';
import { plainFetch } from './plain-fetch';

/**
 * So many turns of the event loop without a sign of life, and nothing but a timer can happen. Not milliseconds: the
 * emulator runs in this loop too, and where the machine is busy all take longer.
 */
const QUIET = 10;
/** While a request is under way that may never be answered. */
const QUIET_REQUEST = 40;
/** Real milliseconds that a scene may take: one that never ends is a failure, not a hang. */
const LONGEST = 10_000;

/** Real requests, and a clock that leaps: what waits is due at once when nothing else can happen. */
export interface LeapingEnvironment extends Environment {
  readonly connection: Store<boolean>;
  readonly saved: { readonly address: string; readonly name: string }[];
  /** What the user answers where a page asks for a file. */
  readonly chosenFile: { current: ChosenFile };
  /** Leaps from timer to timer until it is so. @throws Error where nothing can happen any more and it is not */
  readonly leapUntil: (isSo: () => boolean) => Promise<void>;
  /** Milliseconds of the leaping clock. */
  readonly leapFor: (milliseconds: number) => Promise<void>;
  readonly pendingTimers: () => number;
  /** No time passes meanwhile. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Some requests are never answered: without this, all of them are waited for. */
  readonly expectStalls: () => void;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

interface Watchers {
  /** Moves the other side's clock as well. */
  readonly onLeap: (milliseconds: number) => Promise<void>;
  readonly onAnswer: (body: string) => void;
}

export function createLeapingEnvironment({ onLeap, onAnswer }: Watchers): LeapingEnvironment {
  const timers = new Set<Timer>();
  const connection = createStore(true);
  const saved: { address: string; name: string }[] = [];
  const chosenFile: { current: ChosenFile } = { current: 'unavailable' };
  let ahead = 0;
  let turns = 0;
  let stalls = false;
  let underWay = 0;
  let ids = 0;
  const now = () => Date.now() + ahead;
  const sign = () => {
    turns = 0;
  };
  const begin = () => {
    underWay += 1;
    sign();
  };
  const finish = () => {
    underWay -= 1;
    sign();
  };
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    begin();
    try {
      return await work();
    } finally {
      finish();
    }
  };
  const next = () =>
    [...timers].reduce<Timer | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
  const fire = (timer: Timer) => {
    timers.delete(timer);
    sign();
    timer.callback();
  };
  /** Everything that needs no timer has happened: also what answers slowly, unless it never does. */
  const quiet = async () => {
    for (turns = 0; turns < (underWay > 0 ? QUIET_REQUEST : QUIET);) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (underWay === 0 || stalls) turns += 1;
    }
  };
  const leapTo = async (time: number) => {
    const milliseconds = Math.ceil(time - now());
    if (milliseconds <= 0) return;
    ahead += milliseconds;
    await onLeap(milliseconds);
  };
  const leap = async (until: number): Promise<boolean> => {
    await quiet();
    const timer = next();
    if (!timer || timer.due > until) return false;
    await leapTo(timer.due);
    fire(timer);
    return true;
  };
  return {
    ...createNodeEnvironment(),
    now,
    random: () => 0.5,
    randomId: () => `id-${(ids += 1)}`,
    after: (milliseconds, callback) => {
      const timer = { due: now() + Math.max(0, milliseconds), callback };
      timers.add(timer);
      sign();
      return () => void timers.delete(timer);
    },
    during,
    fetch: (input, init) =>
      during(async () => {
        const response = await plainFetch(input, init);
        onAnswer(await response.clone().text());
        return response;
      }),
    createRequest: () => watched(createNodeRequest(), begin, finish),
    online: { get: () => connection.get(), subscribe: (listener) => connection.subscribe(listener) },
    connection,
    saveAs: (address, name) => void saved.push({ address, name }),
    chooseSaveFile: async () => chosenFile.current,
    saved,
    chosenFile,
    pendingTimers: () => timers.size,
    expectStalls: () => {
      stalls = true;
    },
    leapFor: async (milliseconds) => {
      const end = now() + milliseconds;
      // oxlint-disable-next-line no-await-in-loop
      while (await leap(end));
      await leapTo(end);
      await quiet();
    },
    leapUntil: async (isSo) => {
      const start = performance.now();
      while (!isSo()) {
        if (performance.now() - start > LONGEST)
          throw new Error(`It never comes to that: ${underWay} requests, ${timers.size} timers.`);
        // oxlint-disable-next-line no-await-in-loop
        await leap(Number.POSITIVE_INFINITY);
      }
    },
  };
}

function watched(xhr: XMLHttpRequest, begin: () => void, finish: () => void): XMLHttpRequest {
  const send = xhr.send.bind(xhr);
  const abort = xhr.abort.bind(xhr);
  let isOpen = false;
  const end = () => {
    if (isOpen) finish();
    isOpen = false;
  };
  xhr.addEventListener('load', end);
  xhr.addEventListener('error', end);
  return Object.assign(xhr, {
    send: (body?: XMLHttpRequestBodyInit) => {
      begin();
      isOpen = true;
      send(body);
    },
    abort: () => {
      end();
      abort();
    },
  });
}
