/** As much of IndexedDB as is used here: stores by the name of their database, requests that answer a moment later. */
export function createMemoryDatabase(): { factory: IDBFactory; records: Map<unknown, unknown> } {
  const records = new Map<unknown, unknown>();
  const made = new Set<string>();
  const soon = <T>(result: () => T, ...events: string[]) => {
    const target = Object.assign(new EventTarget(), { result: undefined as T | undefined });
    setTimeout(() => {
      target.result = result();
      for (const event of [...events, 'success']) target.dispatchEvent(new Event(event));
    });
    return target;
  };
  const store = {
    put: (value: unknown, key: unknown) => soon(() => void records.set(key, structuredClone(value))),
    get: (key: unknown) => soon(() => records.get(key)),
    delete: (key: unknown) => soon(() => void records.delete(key)),
    getAll: () => soon(() => [...records.values()]),
    getAllKeys: () => soon(() => [...records.keys()]),
  };
  const database = {
    createObjectStore: () => store,
    transaction: () =>
      Object.assign(
        soon(() => undefined, 'complete'),
        { objectStore: () => store },
      ),
    close: () => undefined,
  };
  const open = (name: string) => {
    const isNew = !made.has(name);
    made.add(name);
    return soon(() => database, ...(isNew ? ['upgradeneeded'] : []));
  };
  const factory = { open, databases: async () => [...made].map((name) => ({ name })) };
  return { factory: factory as unknown as IDBFactory, records };
}
