type Records = Map<unknown, unknown>;

interface MemoryDatabase {
  readonly factory: IDBFactory;
  /** Of the store `unfinished`. */
  readonly records: Records;
  /** Everything that lies there, by database and store. */
  readonly all: () => ReadonlyMap<string, Records>;
  /** From now on nothing can be written: as where there is no room. */
  readonly refuse: (isRefused: (value: unknown) => boolean) => void;
}

type Soon = (callback: () => void) => void;

/**
 * As much of IndexedDB as is used here: values are cloned, transactions run one after another, and each ends by itself
 * once nothing is asked of it any more.
 *
 * @param soon when the next request is answered
 */
export function createMemoryDatabase(soon: Soon = (callback) => void setTimeout(callback)): MemoryDatabase {
  const records: Records = new Map();
  const stores = new Map<string, Records>([['onedrive-control/unfinished', records]]);
  const made = new Set<string>();
  const queues = new Map<string, Promise<void>>();
  let isRefused: (value: unknown) => boolean = () => false;

  const open = (name: string) => {
    const isNew = !made.has(name);
    made.add(name);
    const database = {
      createObjectStore: (store: string) => {
        const key = `${name}/${store}`;
        if (!stores.has(key)) stores.set(key, new Map());
      },
      transaction: () => {
        const before = queues.get(name) ?? Promise.resolve();
        const { transaction, ended } = beginTransaction(name, {
          stores,
          soon,
          before,
          refuses: (v) => isRefused(v),
        });
        queues.set(name, ended);
        return transaction;
      },
      close: () => undefined,
    };
    const request = Object.assign(new EventTarget(), { result: database });
    soon(() => {
      if (isNew) request.dispatchEvent(new Event('upgradeneeded'));
      request.dispatchEvent(new Event('success'));
    });
    return request;
  };
  const factory = { open, databases: async () => [...made].map((name) => ({ name })) };
  return {
    factory: factory as unknown as IDBFactory,
    records,
    all: () => stores,
    refuse: (next) => {
      isRefused = next;
    },
  };
}

interface TransactionParts {
  readonly stores: ReadonlyMap<string, Records>;
  readonly soon: Soon;
  readonly before: Promise<void>;
  readonly refuses: (value: unknown) => boolean;
}

function beginTransaction(name: string, { stores, soon, before, refuses }: TransactionParts) {
  const asked: (() => void)[] = [];
  const undo: (() => void)[] = [];
  const transaction = Object.assign(new EventTarget(), {
    error: null as Error | null,
    objectStore: (store: string) => openStore(stores.get(`${name}/${store}`) ?? new Map()),
  });
  const request = <T>(answer: () => T) => {
    const target = Object.assign(new EventTarget(), {
      result: undefined as T | undefined,
      error: new Error('No failure.'),
    });
    asked.push(() => {
      try {
        target.result = answer();
        target.dispatchEvent(new Event('success'));
      } catch (error) {
        target.error = error as Error;
        transaction.error = error as Error;
        target.dispatchEvent(new Event('error'));
      }
    });
    return target;
  };
  const change = (records: Records, key: unknown, work: () => void) => {
    const [had, old] = [records.has(key), records.get(key)];
    undo.push(() => void (had ? records.set(key, old) : records.delete(key)));
    work();
  };
  const openStore = (records: Records) => ({
    put: (value: unknown, key: unknown) => {
      const cloned = cloneValue(value);
      return request(() => {
        if (refuses(value)) throw new DOMException('No room.', 'QuotaExceededError');
        change(records, key, () => records.set(key, cloned));
      });
    },
    get: (key: unknown) => request(() => records.get(key)),
    delete: (key: unknown) => request(() => change(records, key, () => records.delete(key))),
    clear: () =>
      request(() => {
        for (const key of records.keys()) change(records, key, () => records.delete(key));
      }),
    getAll: () => request(() => [...records.values()]),
    getAllKeys: () => request(() => [...records.keys()]),
  });
  const ended = before.then(
    () =>
      new Promise<void>((resolve) => {
        const step = () => {
          const ask = transaction.error ? undefined : asked.shift();
          if (ask) {
            ask();
            return soon(step);
          }
          if (transaction.error) for (const back of undo.reverse()) back();
          transaction.dispatchEvent(new Event(transaction.error ? 'abort' : 'complete'));
          return resolve();
        };
        soon(step);
      }),
  );
  return { transaction, ended };
}

/** As browsers clone: Node knows no handles, and forgets the names of files. */
function cloneValue(value: unknown): unknown {
  if (typeof value === 'function') throw new DOMException('Functions are not cloned.', 'DataCloneError');
  if (Array.isArray(value)) return value.map(cloneValue);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return structuredClone(value);
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cloneValue(one)]));
}
