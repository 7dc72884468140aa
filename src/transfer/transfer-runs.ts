import { toOneDriveError, type OneDriveError } from '../lib';
import { isPassing } from './passing';
import type { SharedCall } from './shared-call';
import type { Lane, Slots } from './slots';
import type { TaskList } from './task-list';
import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';
import { canPause, isOnItsWay, isSettled, isUnfinished } from './transfer-summary';
import type { ConflictBehavior, TransferErrand, TransferState, TransferTask } from './types';

/** A task with what it takes to run it, again if need be. */
export interface Transfer {
  readonly task: TransferTask;
  readonly signIn: SharedCall;
  readonly lane: Lane;
  /** Looks before it takes its turn. Resolves with the event that ends the run, or nothing; rejects with OneDriveError. */
  readonly check?: (context: TransferContext) => Promise<TransferEvent | undefined>;
  /** Resolves with the event that ends the run; rejects with OneDriveError. */
  readonly run: (context: TransferContext) => Promise<TransferEvent>;
  /** What it would take to begin it again, on another page; nothing where it goes on without one, or lacks its file. */
  readonly errand: TransferErrand | undefined;
  /** Whether it goes on after a cancel, out of reach. */
  readonly goesOn?: () => boolean;
  /** What to do about a taken name from now on. */
  readonly answerConflict?: (answer: ConflictBehavior) => void;
  /**
   * Called when what it keeps at the service is given up.
   * @param isOver nothing can come of it any more, on another page neither
   */
  readonly release?: (isOver: boolean) => void;
}

/** Starts, stops and settles the transfers of a list. */
export interface TransferRuns {
  readonly start: (transfer: Transfer) => void;
  /** Ends a transfer for good: at once here, in the background at the service. */
  cancel(id: string, skipped?: boolean): void;
  /** Stops it until it is started again. */
  readonly pause: (id: string) => void;
  /** Starts a settled, asking, paused or interrupted transfer again. */
  restart(id: string): void;
  /** What an interrupted transfer still lacks. */
  readonly tell: (id: string, event: Extract<TransferEvent, { type: 'interrupted' }>) => void;
  forget(ids: readonly string[]): void;
  /** Resolves when none of these is unfinished; `undefined` for one no longer known is left out. */
  settled(ids: readonly string[]): Promise<readonly TransferTask[]>;
  readonly ids: () => Iterable<string>;
  answerConflict(id: string, answer: ConflictBehavior): void;
  /** Those that something is still to become of. */
  unfinished(): readonly Transfer[];
}

/** A row that shows the same for so long (milliseconds) says that it goes on: it would look broken. */
const SILENCE = 20_000;

type Shared = Omit<TransferContext, 'signal' | 'report' | 'signIn' | 'turn'>;

interface Entry {
  readonly transfer: Transfer;
  controller: AbortController;
  last: TransferTask;
}

export function createTransferRuns(options: {
  readonly list: TaskList;
  readonly slots: Slots;
  readonly shared: Shared;
  /** Told of every change, however small. */
  readonly changed: (task: TransferTask) => void;
}): TransferRuns {
  const { list, slots, shared, changed } = options;
  const entries = new Map<string, Entry>();
  const waiters = createWaiters();

  const apply = (entry: Entry, event: TransferEvent) => {
    const before = entry.last;
    entry.last = list.apply(before.id, event) ?? before;
    if (entry.last !== before) changed(entry.last);
    if (!isSettled(entry.last.state) || isSettled(before.state)) return;
    if (!canGoOn(entry.last.state)) entry.transfer.release?.(!isUnfinished(entry.last));
    waiters.settle(before.id);
  };
  const begin = (entry: Entry) => {
    const controller = new AbortController();
    entry.controller = controller;
    const { signal } = controller;
    let endSilence = () => {};
    const report = (event: TransferEvent) => {
      const before = entry.last;
      if (!signal.aborted) apply(entry, event);
      if (entry.last === before) return;
      endSilence();
      endSilence = shared.environment.after(SILENCE, () => {
        if (isOnItsWay(entry.last.state)) report({ type: 'waiting', reason: 'slow' });
      });
    };
    const { signIn, lane } = entry.transfer;
    const turn = createTurn(slots, lane, { signal, report });
    const context = { ...shared, signal, report, signIn, turn };
    void execute(slots, context, entry.transfer).finally(() => endSilence());
  };
  return {
    ids: () => entries.keys(),
    answerConflict: (id, answer) => entries.get(id)?.transfer.answerConflict?.(answer),
    unfinished: () =>
      [...entries.values()].filter(({ last }) => isUnfinished(last)).map(({ transfer }) => transfer),
    start: (transfer) => {
      const entry = { transfer, controller: new AbortController(), last: transfer.task };
      entries.set(transfer.task.id, entry);
      if (transfer.task.state.status !== 'interrupted') begin(entry);
    },
    cancel: (id, skipped = false) => {
      const entry = entries.get(id);
      if (!entry || isSettled(entry.last.state)) return;
      apply(entry, { type: 'cancelled', skipped, goesOn: entry.transfer.goesOn?.() ?? false });
      entry.controller.abort();
    },
    pause: (id) => {
      const entry = entries.get(id);
      if (!entry || !canPause(entry.last)) return;
      apply(entry, { type: 'paused' });
      entry.controller.abort();
    },
    restart: (id) => {
      const entry = entries.get(id);
      if (!entry) return;
      const before = entry.last.state;
      apply(entry, { type: 'queued' });
      if (entry.last.state === before) return;
      waiters.reopen(id);
      begin(entry);
    },
    tell: (id, event) => {
      const entry = entries.get(id);
      if (entry) apply(entry, event);
    },
    forget: (ids) => {
      for (const id of ids) {
        entries.get(id)?.transfer.release?.(true);
        entries.delete(id);
      }
      waiters.forget(ids);
    },
    settled: async (ids) => {
      const known = ids.flatMap((id) => entries.get(id) ?? []);
      await waiters.wait(known.filter((entry) => !isSettled(entry.last.state)).map((entry) => entry.last.id));
      return known.map((entry) => entry.last);
    },
  };
}

function canGoOn(state: TransferState): boolean {
  return state.status === 'failed' && isPassing(state.error);
}

/** One run from its slot to its end. Never rejects: the end is a state. */
async function execute(slots: Slots, context: TransferContext, transfer: Transfer): Promise<void> {
  let release: (() => void) | undefined;
  try {
    const verdict = await transfer.check?.(context);
    if (verdict) return context.report(verdict);
    release = await slots.take(context.signal, transfer.lane);
    context.report(await transfer.run(context));
  } catch (reason) {
    context.report(endOf(toOneDriveError(reason)));
  } finally {
    release?.();
  }
}

/** Whoever was made ready ahead takes its turn among the small ones; everybody else has it all the time. */
function createTurn(
  slots: Slots,
  lane: Lane,
  { signal, report }: Pick<TransferContext, 'signal' | 'report'>,
): TransferContext['turn'] {
  if (lane !== 'ahead') return (work) => work();
  return async (work) => {
    report({ type: 'waiting', reason: 'queue' });
    const release = await slots.take(signal, 'small');
    return work().finally(release);
  };
}

/** A task that is not aborted and still says `cancelled`: the user closed a question that stood before it. */
function endOf(error: OneDriveError): TransferEvent {
  return error.code === 'cancelled' ? { type: 'cancelled' } : { type: 'failed', error };
}

/** Promises that wait for sets of tasks: constant work for each task that ends. */
function createWaiters() {
  interface Waiter {
    readonly open: Set<string>;
    readonly resolve: () => void;
  }
  const byTask = new Map<string, Set<Waiter>>();
  return {
    wait: (ids: readonly string[]) =>
      new Promise<void>((resolve) => {
        if (ids.length === 0) return resolve();
        const waiter: Waiter = { open: new Set(ids), resolve };
        for (const id of ids) byTask.set(id, (byTask.get(id) ?? new Set()).add(waiter));
      }),
    settle: (id: string) => {
      for (const waiter of byTask.get(id) ?? []) {
        waiter.open.delete(id);
        if (waiter.open.size === 0) waiter.resolve();
      }
    },
    forget: (ids: readonly string[]) => {
      for (const id of ids) byTask.delete(id);
    },
    /** A retried task counts again for whoever still waits for the others. */
    reopen: (id: string) => {
      for (const waiter of byTask.get(id) ?? []) if (waiter.open.size > 0) waiter.open.add(id);
    },
  };
}
