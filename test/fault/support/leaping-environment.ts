// Loaded when it is needed: the clock would leap over a deadline meanwhile.
import '../../../src/control/start-operations';
import '../../../src/drive/changes';
import '../../../src/graph/gather';
import { createStore, type ChosenFile, type Environment, type Store } from '../../../src/lib';
import { createNodeEnvironment } from '../../support/node-environment';
import { watchWindows, type WindowWatch } from './watch-windows';
import type { Wire } from './wire';

/** So many looks in a row at which no timer was due, and so many leaps: a scene that never ends is a failure, not a hang. */
const LONGEST_PAUSE = 200;
const LONGEST = 20_000;

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
  /** Requests that left although an answer had told this page to wait. */
  readonly early: readonly object[];
  readonly pendingTimers: () => number;
  /** Who listens to the network coming and going. */
  readonly listeners: () => number;
  /** Told after each leap; returns the function that ends it. */
  readonly onLeap: (listener: () => void) => () => void;
  /** No time passes meanwhile. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Some requests are never answered: without this, all of them are waited for. */
  readonly expectStalls: () => void;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

interface Surroundings {
  readonly wire: Wire;
  readonly random?: () => number;
  /** Milliseconds that its clock is ahead of the other side's. */
  readonly clockAhead?: number;
  /** Others within this program read the clock as well: then it moves itself, and not only as this page sees it. */
  readonly leapDate?: ((milliseconds: number) => void) | undefined;
  /** Moves the other side's clock as well. */
  readonly onLeap: (milliseconds: number) => Promise<void>;
  readonly onAnswer: (body: string) => void;
}

export function createLeapingEnvironment({
  wire,
  random = () => 0.5,
  clockAhead = 0,
  leapDate,
  onLeap,
  onAnswer,
}: Surroundings): LeapingEnvironment {
  const timers = new Set<Timer>();
  const connection = createStore(true);
  const saved: { address: string; name: string }[] = [];
  const chosenFile: { current: ChosenFile } = { current: 'unavailable' };
  const leapt = new Set<() => void>();
  const listeners = new Set<() => void>();
  let ahead = clockAhead;
  let turns = 0;
  let stalls = false;
  let underWay = 0;
  let ids = 0;
  const now = () => Date.now() + ahead;
  const windows = watchWindows(now);
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
    for (turns = 0; turns < (underWay > 0 ? wire.quiet.request : wire.quiet.nothing);) {
      // oxlint-disable-next-line no-await-in-loop
      await wire.turn();
      if (underWay === (wire.stalled?.() ?? 0) || stalls) turns += 1;
    }
  };
  const leapTo = async (time: number) => {
    const milliseconds = Math.ceil(time - now());
    if (milliseconds <= 0) return;
    if (leapDate) leapDate(milliseconds);
    else ahead += milliseconds;
    await onLeap(milliseconds);
    for (const listener of leapt) listener();
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
    // A browser takes its time to say so, and there is none.
    isForbidden: async () => false,
    random,
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
        const address = input instanceof Request ? input.url : String(input);
        windows.leaves(address);
        const response = await wire.fetch(input, init);
        onAnswer(await response.clone().text());
        // Last: what leaves before the page has heard of it is not too early.
        windows.answered(address, response.status, response.headers.get('Retry-After'));
        return response;
      }),
    createRequest: () => watched(wire.createRequest(), { begin, finish, ...windows }),
    online: {
      get: () => connection.get(),
      subscribe: (listener) => {
        const end = connection.subscribe(listener);
        listeners.add(end);
        // Whoever ends twice has ended.
        return () => {
          listeners.delete(end);
          end();
        };
      },
    },
    connection,
    saveAs: (address, name) => void saved.push({ address, name }),
    chooseSaveFile: async () => chosenFile.current,
    saved,
    chosenFile,
    early: windows.early,
    pendingTimers: () => timers.size,
    listeners: () => listeners.size,
    onLeap: (listener) => {
      leapt.add(listener);
      return () => void leapt.delete(listener);
    },
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
      let [leaps, pause] = [0, 0];
      while (!isSo()) {
        if (pause > LONGEST_PAUSE || leaps > LONGEST)
          throw new Error(`It never comes to that: ${underWay} requests, ${timers.size} timers.`);
        leaps += 1;
        // oxlint-disable-next-line no-await-in-loop
        pause = (await leap(Number.POSITIVE_INFINITY)) ? 0 : pause + 1;
      }
    },
  };
}

interface RequestWatcher extends Pick<WindowWatch, 'leaves' | 'answered'> {
  readonly begin: () => void;
  readonly finish: () => void;
}

function watched(xhr: XMLHttpRequest, { begin, finish, leaves, answered }: RequestWatcher): XMLHttpRequest {
  const open = xhr.open.bind(xhr);
  const send = xhr.send.bind(xhr);
  const abort = xhr.abort.bind(xhr);
  let isOpen = false;
  let address = '';
  const end = () => {
    if (isOpen) finish();
    isOpen = false;
  };
  xhr.addEventListener('load', () => answered(address, xhr.status, xhr.getResponseHeader('Retry-After')));
  xhr.addEventListener('load', end);
  xhr.addEventListener('error', end);
  return Object.assign(xhr, {
    open: (method: string, url: string) => {
      address = url;
      open(method, url);
    },
    send: (body?: XMLHttpRequestBodyInit) => {
      begin();
      leaves(address);
      isOpen = true;
      send(body);
    },
    abort: () => {
      end();
      abort();
    },
  });
}
