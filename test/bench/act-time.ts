import { durationOf, readTrace, tasksBeside } from './frame-times';

/** Milliseconds of the main thread on the processor. */
export interface ActTime {
  /** Of all tasks from the key or the click until the frame in which the outcome is seen. */
  readonly total: number;
  /** Of the longest task until the page has come to rest: so long nothing else moves. */
  readonly longest: number;
}

export function actTime(trace: Buffer): ActTime {
  const events = readTrace(trace);
  const mark = (name: string) => {
    const found = events.find((event) => event.name === name);
    if (!found) throw new Error(`The trace has no ${name}.`);
    return found;
  };
  const [act, seen, rest] = [mark('bench:act'), mark('bench:seen'), mark('bench:rest')];
  // The task that hears of the input begins before our mark in it.
  const tasks = tasksBeside(events, act).filter(({ ts, dur = 0 }) => ts + dur >= act.ts && ts <= rest.ts);
  const times = tasks.map((task) => ({ ms: durationOf(task), isBefore: task.ts <= seen.ts }));
  return {
    total: times.reduce((sum, { ms, isBefore }) => sum + (isBefore ? ms : 0), 0),
    longest: Math.max(...times.map(({ ms }) => ms)),
  };
}
