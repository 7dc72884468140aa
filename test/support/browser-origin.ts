import type { Environment } from '../../src/lib';
import { createMemoryDatabase } from './memory-database';

/** A page of an origin: what it began ends with it, wherever it stands. */
export interface OriginPage {
  readonly environment: Environment;
  /** Calls of the page to somewhere else: they and their answers end with it. */
  readonly guard: <T extends object>(calls: T) => T;
  /** As a crash, a reload, or the end of the browser: nothing is tidied up. */
  readonly kill: () => void;
  /** Sleeps: its locks stay, and nothing happens any more. */
  readonly freeze: () => void;
}

type Missing = 'database' | 'locks' | 'answers';

const SILENT = { open: () => new EventTarget(), databases: async () => [] } as unknown as IDBFactory;

/** What the pages of an origin share: a database, and locks that go with their page. */
export function createBrowserOrigin(soon?: Parameters<typeof createMemoryDatabase>[0]) {
  const database = createMemoryDatabase(soon);
  const locks = createLocks();
  const missing = new Set<Missing>();
  let freeSpace = 2 ** 30;
  /** @param onEvent told of each thing that the page does or hears, before it happens */
  const openPage = (
    base: Environment,
    onEvent: (what: 'request' | 'answer' | 'database') => void = () => undefined,
  ): OriginPage => {
    let isAlive = true;
    const cancels = new Set<() => void>();
    const held = new Set<() => void>();
    const stopped = new Promise<never>(() => undefined);
    const step = (what: 'request' | 'answer', work: () => void) => {
      if (isAlive) onEvent(what);
      if (isAlive) work();
    };
    const freeze = () => {
      isAlive = false;
      for (const cancel of cancels) cancel();
      cancels.clear();
    };
    const mortalCall = async (call: () => unknown) => {
      if (isAlive) onEvent('request');
      if (!isAlive) return stopped;
      const answer = await Promise.resolve(call()).catch((reason: unknown) =>
        isAlive ? Promise.reject(reason) : stopped,
      );
      if (isAlive) onEvent('answer');
      return isAlive ? answer : stopped;
    };
    const environment: Environment = {
      ...base,
      after: (milliseconds, callback) => {
        if (!isAlive) return () => undefined;
        const cancel = base.after(milliseconds, () => {
          cancels.delete(cancel);
          if (isAlive) callback();
        });
        cancels.add(cancel);
        return () => {
          cancels.delete(cancel);
          cancel();
        };
      },
      fetch: (input, init) => mortalCall(() => base.fetch(input, init)) as Promise<Response>,
      createRequest: () => mortal(base.createRequest(), step, (abort) => cancels.add(abort)),
      online: {
        get: base.online.get,
        subscribe: (listener) => base.online.subscribe(() => isAlive && listener()),
      },
      database: () => {
        if (isAlive) onEvent('database');
        if (!isAlive || missing.has('database')) return undefined;
        return missing.has('answers') ? SILENT : database.factory;
      },
      freeSpace: async () => freeSpace,
      lock: async (name, signal) => {
        if (missing.has('locks')) return undefined;
        const free = await locks.take(name, signal);
        if (!isAlive) free();
        else held.add(free);
        return free;
      },
    };
    return {
      environment,
      freeze,
      guard: (calls) =>
        Object.fromEntries(
          Object.entries(calls).map(([name, call]: [string, (...args: unknown[]) => unknown]) => [
            name,
            (...args: unknown[]) => mortalCall(() => call(...args)),
          ]),
        ) as typeof calls,
      kill: () => {
        freeze();
        for (const free of held) free();
      },
    };
  };
  return {
    ...database,
    openPage,
    /** From now on the browser lacks this. */
    take: (what: Missing) => void missing.add(what),
    setFreeSpace: (bytes: number) => {
      freeSpace = bytes;
    },
  };
}

function createLocks() {
  const waiting = new Map<string, (() => void)[]>();
  const give = (name: string) => {
    const next = waiting.get(name)?.shift();
    if (next) next();
    else waiting.delete(name);
  };
  return {
    take: (name: string, signal?: AbortSignal) =>
      new Promise<() => void>((resolve, reject) => {
        let isOpen = true;
        const free = () => {
          if (isOpen) give(name);
          isOpen = false;
        };
        const queue = waiting.get(name);
        if (!queue) {
          waiting.set(name, []);
          return resolve(free);
        }
        const begin = () => resolve(free);
        queue.push(begin);
        signal?.addEventListener('abort', () => {
          if (!queue.includes(begin)) return;
          queue.splice(queue.indexOf(begin), 1);
          reject(new DOMException('aborted', 'AbortError'));
        });
      }),
  };
}

/** Ends with its page, and says when it leaves and when it is answered. */
function mortal(
  xhr: XMLHttpRequest,
  step: (what: 'request' | 'answer', work: () => void) => void,
  onSent: (abort: () => void) => void,
): XMLHttpRequest {
  const send = xhr.send.bind(xhr);
  const listen = xhr.addEventListener.bind(xhr) as (type: string, listener: () => void) => void;
  return Object.assign(xhr, {
    addEventListener: (type: string, listener: () => void) => listen(type, () => step('answer', listener)),
    send: (body?: XMLHttpRequestBodyInit) =>
      step('request', () => {
        onSent(() => xhr.abort());
        send(body);
      }),
  });
}
