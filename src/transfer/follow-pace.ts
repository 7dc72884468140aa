import { createPaced, createStore, type Environment, type ReadableStore } from '../lib';
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
    const look = () => watch(tasks.get(), environment.now());
    /** What the last change said, until it is shown; where none comes, that is what there is to say. */
    let heard: TransferPace | undefined;
    const showing = createPaced(environment, PERIOD, () => {
      shown.set(heard ?? look());
      heard = undefined;
      if (tasks.get().some(({ state }) => !isSettled(state))) showing.soon();
    });
    // Each change is looked at, however few are shown: the speed is made of them.
    const unsubscribe = tasks.subscribe(() => {
      heard = look();
      const isNews = (heard.secondsLeft === undefined) !== (shown.get().secondsLeft === undefined);
      if (isNews) showing.now();
      else showing.next();
    });
    showing.now();
    end = () => {
      unsubscribe();
      showing.end();
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
