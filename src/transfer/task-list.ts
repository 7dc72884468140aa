import { createPaced, type Environment, type ReadableStore } from '../lib';
import { isOnItsWay, isSettled } from './transfer-summary';
import { nextTransferState, type TransferEvent } from './transfer-state';
import type { FolderReference, TransferTask } from './types';

/** While files are on their way, watchers are told at most this often (milliseconds): they draw. */
const PERIOD = 100;

/**
 * - `soon`: progress
 * - `next`: an end, a question, a reason to wait; at once, but not for each of many small files that end in one blink
 * - `now`: what the user did, and the end of all
 */
type Urgency = 'soon' | 'next' | 'now';

/** The tasks in their order, found by id, watched as one immutable array that is made only when somebody asks. */
export interface TaskList {
  readonly store: ReadableStore<readonly TransferTask[]>;
  add(tasks: readonly TransferTask[]): void;
  get(id: string): TransferTask | undefined;
  /** Returns the task after the event; `undefined` where it is not in the list. */
  apply(id: string, event: TransferEvent): TransferTask | undefined;
  readonly setFolder: (id: string, folder: FolderReference) => void;
  readonly setName: (id: string, name: string) => void;
  /** All of them, or this one. */
  removeSettled(id?: string): readonly string[];
  /** Tells the watchers once for everything `work` changes. */
  batch(work: () => void): void;
  dispose(): void;
}

export function createTaskList(environment: Pick<Environment, 'after' | 'now'>): TaskList {
  const watchers = createWatchers(environment);
  let entries: TransferTask[] = [];
  let positions = new Map<string, number>();
  let snapshot: readonly TransferTask[] | undefined = [];
  let unsettled = 0;

  const get = (id: string) => entries[positions.get(id) ?? -1];
  const replace = (task: TransferTask, urgency: Urgency) => {
    const position = positions.get(task.id);
    if (position === undefined) return;
    entries[position] = task;
    snapshot = undefined;
    watchers.changed(urgency);
  };
  return {
    store: { get: () => (snapshot ??= [...entries]), subscribe: watchers.subscribe },
    get,
    batch: watchers.batch,
    dispose: watchers.dispose,
    add: (tasks) => {
      for (const task of tasks) positions.set(task.id, entries.push(task) - 1);
      unsettled += tasks.filter(({ state }) => !isSettled(state)).length;
      snapshot = undefined;
      watchers.changed('now');
    },
    apply: (id, event) => {
      const task = get(id);
      if (!task) return undefined;
      const state = nextTransferState(task.state, event);
      if (state === task.state) return task;
      const next = { ...task, state };
      unsettled += Number(isSettled(task.state)) - Number(isSettled(state));
      replace(next, unsettled === 0 ? 'now' : isOnItsWay(state) ? 'soon' : 'next');
      return next;
    },
    setFolder: (id, folder) => {
      const task = get(id);
      if (task && task.folder?.id !== folder.id) replace({ ...task, folder }, 'soon');
    },
    setName: (id, name) => {
      const task = get(id);
      if (task && task.name !== name) replace({ ...task, name }, 'soon');
    },
    removeSettled: (only) => {
      const isGone = ({ id, state }: TransferTask) => isSettled(state) && (only === undefined || id === only);
      const removed = entries.filter(isGone).map((task) => task.id);
      entries = entries.filter((task) => !isGone(task));
      positions = new Map(entries.map((task, position) => [task.id, position]));
      snapshot = undefined;
      if (removed.length > 0) watchers.changed('now');
      return removed;
    },
  };
}

function createWatchers(environment: Pick<Environment, 'after' | 'now'>) {
  const listeners = new Set<() => void>();
  let depth = 0;
  let pending = false;
  const telling = createPaced(environment, PERIOD, () => {
    pending = false;
    for (const listener of listeners) listener();
  });

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed: (urgency: Urgency) => {
      if (depth > 0) pending = true;
      else telling[urgency]();
    },
    batch: (work: () => void) => {
      depth += 1;
      try {
        work();
      } finally {
        depth -= 1;
        if (depth === 0 && pending) telling.now();
      }
    },
    dispose: () => {
      telling.end();
      listeners.clear();
    },
  };
}
