import { createStore, type Environment, type ReadableStore } from '../lib';
import { createPaceWatch, NO_PACE, type TransferPace } from './transfer-pace';
import { isSettled } from './transfer-summary';
import type { TransferTask } from './types';

/** Numbers that change more often than this (milliseconds) can't be read; without a change it is looked again. */
const PERIOD = 1_000;

/** The pace of a list of transfers, watched as long as somebody listens. */
export function followPace(
  tasks: ReadableStore<readonly TransferTask[]>,
  environment: Pick<Environment, 'now' | 'after'>,
): ReadableStore<TransferPace> {
  const shown = createStore(NO_PACE);
  let listeners = 0;
  let end = () => {};
  const start = () => {
    const watch = createPaceWatch();
    let cancel = () => {};
    let shownAt = Number.NEGATIVE_INFINITY;
    const look = () => {
      const now = environment.now();
      const pace = watch(tasks.get(), now);
      const isNews = (pace.secondsLeft === undefined) !== (shown.get().secondsLeft === undefined);
      if (isNews || now - shownAt >= PERIOD) {
        shownAt = now;
        shown.set(pace);
      }
      cancel();
      const isOver = tasks.get().every(({ state }) => isSettled(state));
      cancel = isOver ? () => {} : environment.after(PERIOD, look);
    };
    const unsubscribe = tasks.subscribe(look);
    look();
    end = () => {
      unsubscribe();
      cancel();
      shown.set(NO_PACE);
    };
  };
  return {
    get: shown.get,
    subscribe: (listener) => {
      listeners += 1;
      if (listeners === 1) start();
      const leave = shown.subscribe(listener);
      return () => {
        leave();
        listeners -= 1;
        if (listeners === 0) end();
      };
    },
  };
}
