import type { Environment, ReadableStore } from '../lib';
import { isOnItsWay, isSettled } from './transfer-summary';
import { nextTransferState, type TransferEvent } from './transfer-state';
import type { FolderReference, TransferTask } from './types';

/** Progress is shown at most this often (milliseconds); ends, questions and reasons to wait are shown at once. */
const PROGRESS_PERIOD = 50;

/** The tasks in their order, found by id, watched as one immutable array that is made only when somebody asks. */
export interface TaskList {
  readonly store: ReadableStore<readonly TransferTask[]>;
  add(tasks: readonly TransferTask[]): void;
  get(id: string): TransferTask | undefined;
  /** Returns the task after the event; `undefined` where it is not in the list. */
  apply(id: string, event: TransferEvent): TransferTask | undefined;
  readonly setFolder: (id: string, folder: FolderReference) => void;
  /** All of them, or this one. */
  removeSettled(id?: string): readonly string[];
  /** Tells the watchers once for everything `work` changes. */
  batch(work: () => void): void;
  dispose(): void;
}

export function createTaskList(environment: Pick<Environment, 'after'>): TaskList {
  const watchers = createWatchers(environment);
  let entries: TransferTask[] = [];
  let positions = new Map<string, number>();
  let snapshot: readonly TransferTask[] | undefined = [];

  const get = (id: string) => entries[positions.get(id) ?? -1];
  const replace = (task: TransferTask, urgent: boolean) => {
    const position = positions.get(task.id);
    if (position === undefined) return;
    entries[position] = task;
    snapshot = undefined;
    watchers.changed(urgent);
  };
  return {
    store: { get: () => (snapshot ??= [...entries]), subscribe: watchers.subscribe },
    get,
    batch: watchers.batch,
    dispose: watchers.dispose,
    add: (tasks) => {
      for (const task of tasks) positions.set(task.id, entries.push(task) - 1);
      snapshot = undefined;
      watchers.changed(true);
    },
    apply: (id, event) => {
      const task = get(id);
      if (!task) return undefined;
      const state = nextTransferState(task.state, event);
      if (state === task.state) return task;
      const next = { ...task, state };
      // Every other state is a reason to look at once.
      replace(next, !isOnItsWay(state));
      return next;
    },
    setFolder: (id, folder) => {
      const task = get(id);
      if (task && task.folder?.id !== folder.id) replace({ ...task, folder }, false);
    },
    removeSettled: (only) => {
      const isGone = ({ id, state }: TransferTask) => isSettled(state) && (only === undefined || id === only);
      const removed = entries.filter(isGone).map((task) => task.id);
      entries = entries.filter((task) => !isGone(task));
      positions = new Map(entries.map((task, position) => [task.id, position]));
      snapshot = undefined;
      if (removed.length > 0) watchers.changed(true);
      return removed;
    },
  };
}

function createWatchers(environment: Pick<Environment, 'after'>) {
  const listeners = new Set<() => void>();
  let cancelTimer: (() => void) | undefined;
  let depth = 0;
  let pending = false;

  const tell = () => {
    cancelTimer?.();
    cancelTimer = undefined;
    pending = false;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed: (urgent: boolean) => {
      if (depth > 0) pending = true;
      else if (urgent) tell();
      else cancelTimer ??= environment.after(PROGRESS_PERIOD, tell);
    },
    batch: (work: () => void) => {
      depth += 1;
      try {
        work();
      } finally {
        depth -= 1;
        if (depth === 0 && pending) tell();
      }
    },
    dispose: () => {
      cancelTimer?.();
      cancelTimer = undefined;
      listeners.clear();
    },
  };
}
