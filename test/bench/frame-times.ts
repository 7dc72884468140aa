/** Of Chromium's trace, what is needed here. Times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor: what other processes take away is not in it. */
  readonly tdur?: number;
}

export const TRACE_CATEGORIES = ['toplevel', 'blink.user_timing'];

export function readTrace(trace: Buffer): readonly TraceEvent[] {
  return (JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The tasks of the thread that set the mark. */
export function tasksBeside(events: readonly TraceEvent[], mark: TraceEvent): readonly TraceEvent[] {
  return events.filter(
    ({ ph, pid, tid, name }) => ph === 'X' && pid === mark.pid && tid === mark.tid && isTopLevel(name),
  );
}

/** Milliseconds on the processor. */
export function durationOf({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}

/** Milliseconds that the main thread of the page worked for each frame of a scroll. */
export function frameTimes(trace: Buffer): number[] {
  const traceEvents = readTrace(trace);
  const marks = traceEvents.filter(({ name }) => name === 'bench:frame');
  const end = traceEvents.find(({ name }) => name === 'bench:end');
  const first = marks[0];
  if (!first || !end) throw new Error('The trace has no frames.');
  const starts = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const times = starts.map(() => 0);
  for (const task of tasksBeside(traceEvents, first)) {
    // The task that draws a frame begins before our mark in it, the others of that frame follow.
    const until = task.ts + (task.dur ?? 0);
    if (until < (starts[0] ?? 0) || task.ts > end.ts) continue;
    const frame = starts.findLastIndex((start) => start <= until);
    if (frame >= 0) times[frame] = (times[frame] ?? 0) + durationOf(task);
  }
  return times;
}

function isTopLevel(name: string): boolean {
  return name === 'ThreadControllerImpl::RunTask';
}
