import { describe, expect, it } from 'vitest';
import { createStore } from '../../../src/lib';

describe('a store', () => {
  it('tells every listener after a change, and nobody when nothing changed', () => {
    const store = createStore({ n: 1 });
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.get().n));
    store.set({ n: 2 });
    store.update((value) => value);
    store.update(({ n }) => ({ n: n + 1 }));
    expect(seen).toEqual([2, 3]);
  });

  it('does not take NaN for a change', () => {
    const store = createStore(Number.NaN);
    let calls = 0;
    store.subscribe(() => (calls += 1));
    store.set(Number.NaN);
    expect(calls).toBe(0);
  });

  it('forgets a listener that left, also in the middle of telling', () => {
    const store = createStore(0);
    const seen: string[] = [];
    let leave: () => void = () => undefined;
    store.subscribe(() => {
      seen.push('first');
      leave();
    });
    leave = store.subscribe(() => seen.push('second'));
    store.set(1);
    expect(seen).toEqual(['first']);
  });

  it('keeps two subscriptions of one listener apart', () => {
    const store = createStore(0);
    let calls = 0;
    const listener = () => (calls += 1);
    const leave = store.subscribe(listener);
    store.subscribe(listener);
    leave();
    leave();
    store.set(1);
    expect(calls).toBe(1);
  });

  it('shows the newest value to listeners of a change within a change', () => {
    const store = createStore(0);
    const seen: number[] = [];
    store.subscribe(() => store.get() === 1 && store.set(2));
    store.subscribe(() => seen.push(store.get()));
    store.set(1);
    expect(seen.at(-1)).toBe(2);
  });
});
