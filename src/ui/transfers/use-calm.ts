import { useEffect, useMemo, useState } from 'react';
import { createBrowserEnvironment, createPaced, createStore } from '../../lib';
import { useStore } from '../control-context';

const environment = createBrowserEnvironment();

/** The value, but no other one sooner than so many milliseconds after the last; in the end the newest. */
export function useCalm<T>(value: T, period: number): T {
  const [first] = useState(value);
  const { shown, show, end } = useMemo(() => createCalm(first, period), [first, period]);
  useEffect(() => show(value), [show, value]);
  useEffect(() => end, [end]);
  return useStore(shown);
}

function createCalm<T>(first: T, period: number) {
  const shown = createStore(first);
  let newest = first;
  const showing = createPaced(environment, period, () => shown.set(newest));
  return {
    shown,
    show: (value: T) => {
      newest = value;
      showing.next();
    },
    end: showing.end,
  };
}
