import { isOnItsWay, isSettled, needsSomebody, progressOf } from './transfer-summary';
import type { TransferTask } from './types';

/** How fast bytes move, and how long the rest takes; undefined while nobody can tell. */
export interface TransferPace {
  readonly bytesPerSecond: number | undefined;
  /** Rounded to steps that people say: it grows only where much more is left than it says. */
  readonly secondsLeft: number | undefined;
}

/** Looks that come sooner after one another (milliseconds) say nothing new. */
const STEP = 50;
/** The speed is that of the newest of these milliseconds. */
const WINDOW = 3_000;
/** How much of the speed before stays in the new one. */
const INERTIA = 0.9;
/** So long (milliseconds) something must have moved before anybody can tell. */
const SETTLING = 1_000;
/** An estimate that grows by less than this share is the same estimate. */
const TOLERANCE = 0.25;

export const NO_PACE: TransferPace = { bytesPerSecond: undefined, secondsLeft: undefined };

interface Look {
  readonly at: number;
  readonly tasks: readonly TransferTask[];
  readonly moves: boolean;
  /** Milliseconds and bytes of movement so far: what waits or is paused has no time. */
  readonly clock: number;
  readonly moved: number;
}

/** Watches a list of transfers: each look says what can be told by then. Looks come in order. */
export function createPaceWatch(): (tasks: readonly TransferTask[], now: number) => TransferPace {
  let looks: readonly Look[] = [];
  let speed = 0;
  let pace = NO_PACE;
  return (tasks, now) => {
    if (tasks.every(({ state }) => isSettled(state))) {
      looks = [];
      pace = NO_PACE;
      return pace;
    }
    const before = looks.at(-1);
    const moves = tasks.some(({ state }) => isOnItsWay(state));
    // That everything stands still is news at any time: else what follows would count as slow.
    if (before && now - before.at < STEP && moves === before.moves) return pace;
    const look = lookAfter(before, tasks, { now, moves });
    looks = inWindow([...looks, look]);
    const measured = speedOf(looks) ?? 0;
    speed = look.clock <= SETTLING ? measured : speed * INERTIA + measured * (1 - INERTIA);
    const isKnown = look.clock >= SETTLING && speed > 0 && moves;
    pace = isKnown
      ? {
          bytesPerSecond: speed * 1000,
          secondsLeft: steady(pace.secondsLeft, bytesLeft(tasks) / speed / 1000),
        }
      : NO_PACE;
    return pace;
  };
}

function lookAfter(
  before: Look | undefined,
  tasks: readonly TransferTask[],
  { now, moves }: { readonly now: number; readonly moves: boolean },
): Look {
  if (!before) return { at: now, tasks, moves, clock: 0, moved: 0 };
  // A computer that slept has not tried to send: of such a time no more than the window counts.
  const elapsed = before.moves ? Math.min(now - before.at, WINDOW) : 0;
  return {
    at: now,
    tasks,
    moves,
    clock: before.clock + elapsed,
    moved: before.moved + bytesBetween(before.tasks, tasks),
  };
}

/** With the one at the beginning of the window, from which it is measured. */
function inWindow(looks: readonly Look[]): readonly Look[] {
  const from = (looks.at(-1)?.clock ?? 0) - WINDOW;
  const first = looks.findLastIndex(({ clock }) => clock <= from);
  return looks.slice(Math.max(0, first));
}

/** Bytes a millisecond. */
function speedOf(looks: readonly Look[]): number | undefined {
  const [first] = looks;
  const last = looks.at(-1);
  if (!first || !last || last.clock === first.clock) return undefined;
  return (last.moved - first.moved) / (last.clock - first.clock);
}

/** Of what runs or waits; the rest goes on when somebody wants it to. */
function bytesLeft(tasks: readonly TransferTask[]): number {
  let left = 0;
  for (const { state, size } of tasks) {
    if (!isSettled(state) && !needsSomebody(state))
      left += Math.max(0, (progressOf(state)?.total ?? size) - (progressOf(state)?.loaded ?? 0));
  }
  return left;
}

/** Bytes that have moved from one look to the next. Tasks keep their places until finished ones are taken away. */
function bytesBetween(before: readonly TransferTask[], now: readonly TransferTask[]): number {
  let bytes = 0;
  for (const [index, task] of before.entries()) {
    const next = now[index];
    if (next?.id !== task.id) return 0;
    if (next !== task && !isSettled(task.state))
      bytes += Math.max(0, arrived(next, task) - (progressOf(task.state)?.loaded ?? 0));
  }
  return bytes;
}

/** What was there before, as in a session that goes on, has not moved now. */
function arrived({ state, kind, size }: TransferTask, before: TransferTask): number {
  const wasMoving = isOnItsWay(before.state) || progressOf(before.state) !== undefined;
  if (state.status === 'done') return kind === 'upload' || progressOf(before.state) ? size : 0;
  return wasMoving ? (progressOf(state)?.loaded ?? 0) : 0;
}

function steady(shown: number | undefined, seconds: number): number | undefined {
  if (seconds <= 0) return undefined;
  const rounded = roundUp(seconds);
  const isSame = shown !== undefined && rounded > shown && seconds <= shown * (1 + TOLERANCE);
  return isSame ? shown : rounded;
}

function roundUp(seconds: number): number {
  const step = seconds <= 50 ? 10 : seconds <= 59 * 60 ? 60 : 600;
  return Math.ceil(seconds / step) * step;
}
