import type { ChosenFile, Environment } from './environment';
import { isForbidden, rememberForbidden } from './policy-refusals';

/** The real thing. Everything is looked up at call time, so that importing it on a server is safe. */
export function createBrowserEnvironment(): Environment {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    createRequest: () => new XMLHttpRequest(),
    now: () => Date.now(),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    randomId: () => crypto.randomUUID(),
    online: {
      get: () => navigator.onLine,
      subscribe: (listener) => {
        addEventListener('online', listener);
        addEventListener('offline', listener);
        return () => {
          removeEventListener('online', listener);
          removeEventListener('offline', listener);
        };
      },
    },
    attention: {
      get: () => document.visibilityState === 'visible',
      subscribe: (listener) => {
        document.addEventListener('visibilitychange', listener);
        addEventListener('focus', listener);
        return () => {
          document.removeEventListener('visibilitychange', listener);
          removeEventListener('focus', listener);
        };
      },
    },
    sparesBytes,
    rememberForbidden,
    isForbidden,
    tabStorage: () => allowed(() => sessionStorage),
    originStorage: () => allowed(() => localStorage),
    onStored: (listener) => {
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
    database: () => allowed(() => indexedDB),
    isFramed: () => globalThis.parent !== globalThis.window,
    askBeforeLeaving: () => {
      const ask = (event: Event) => event.preventDefault();
      addEventListener('beforeunload', ask);
      return () => removeEventListener('beforeunload', ask);
    },
    alone: runAlone,
    lock: takeLock,
    freeSpace,
    saveAs: (address, name) => {
      // A detached anchor: the address never stands in the document, nor does the browser send a referrer.
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.download = name;
      anchor.rel = 'noreferrer';
      anchor.click();
    },
    chooseSaveFile,
  };
}

async function chooseSaveFile(suggestedName: string): Promise<ChosenFile> {
  const ask: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  if (typeof ask !== 'function') return 'unavailable';
  try {
    return (await ask({ suggestedName })) as FileSystemFileHandle;
  } catch (reason) {
    // Anything else: a frame of another origin, no click, a name the system does not take.
    return reason instanceof DOMException && reason.name === 'AbortError' ? 'declined' : 'unavailable';
  }
}

async function runAlone<T>(name: string, patience: number, run: (waited: boolean) => Promise<T>): Promise<T> {
  const locks = lockManager();
  if (!locks) return run(false);
  const first = await locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { value: await run(false) } : undefined,
  );
  if (first) return first.value;
  let isOurs = false;
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(patience) }, () => {
      isOurs = true;
      return run(true);
    });
  } catch (reason) {
    if (isOurs) throw reason;
    return run(true);
  }
}

function takeLock(name: string, signal?: AbortSignal): Promise<(() => void) | undefined> {
  const locks = lockManager();
  if (!locks) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((free) => resolve(free));
    locks.request(name, signal ? { signal } : {}, hold).catch(reject);
  });
}

/** Pages that are not secure, and older browsers, have none. */
function lockManager(): LockManager | undefined {
  return Reflect.get(navigator, 'locks');
}

async function freeSpace(): Promise<number | undefined> {
  const storage: StorageManager | undefined = Reflect.get(navigator, 'storage');
  const { quota, usage = 0 } = (await storage?.estimate()) ?? {};
  return quota === undefined ? undefined : quota - usage;
}

/** Browsers throw where the page may keep nothing; some web views have nothing there. */
function allowed<T>(read: () => T | null): T | undefined {
  try {
    return read() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Chromium alone tells. */
function sparesBytes(): boolean {
  const line: { saveData?: boolean; effectiveType?: string } = Reflect.get(navigator, 'connection') ?? {};
  return line.saveData === true || /[23]g$/.test(line.effectiveType ?? '');
}
