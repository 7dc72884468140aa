import { useEffect, useReducer, useRef } from 'react';
import { runSelfTest, type ClickReason, type SelfTestSettings } from '../../self-test';
import { nextRun, type SelfTestRun } from './self-test-run';

export interface SelfTestControls {
  readonly run: SelfTestRun;
  readonly start: () => void;
  readonly cancel: () => void;
  /** The answer to what is asked; call it with true straight in a click. */
  readonly answer: (clicked: boolean) => void;
}

/** Runs the self-test, one at a time; taken out of the page it gives up. */
export function useSelfTest(settings: SelfTestSettings): SelfTestControls {
  const [run, tell] = useReducer(nextRun, { kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  const asked = useRef<(clicked: boolean) => void>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const waitForClick = (reason: ClickReason, signal: AbortSignal) => {
    tell({ type: 'asking', reason });
    signal.addEventListener('abort', () => tell({ type: 'answered' }), { once: true });
    return new Promise<boolean>((resolve) => {
      asked.current = resolve;
    });
  };
  const start = async () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    tell({ type: 'begun' });
    const report = await runSelfTest(settings, {
      signal: mine.signal,
      waitForClick,
      onStart: (id) => tell({ type: 'started', id }),
      onResult: (result) => tell({ type: 'found', result }),
    });
    if (running.current === mine) tell({ type: 'finished', report });
  };
  return {
    run,
    start: () => void start(),
    cancel: () => running.current?.abort(),
    answer: (clicked) => {
      tell({ type: 'answered' });
      asked.current?.(clicked);
    },
  };
}
