/** A value that can be watched: the smallest thing React's `useSyncExternalStore` understands. */
export interface ReadableStore<T> {
  readonly get: () => T;
  /** Calls `listener` after every change; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<T> extends ReadableStore<T> {
  readonly set: (value: T) => void;
  readonly update: (change: (value: T) => T) => void;
}

/** @example const count = createStore(0); count.subscribe(() => render(count.get())); count.set(1); */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(value, next)) return;
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      // Each subscription is one of its own, though two may name the same listener.
      const entry = () => listener();
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
