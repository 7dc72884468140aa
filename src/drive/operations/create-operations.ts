/* oxlint-disable no-await-in-loop -- one by one: a throttled drive is not stormed */
import type { DriveItem } from '../../graph';
import { toOneDriveError, type Environment, type Store } from '../../lib';
import type { ChangeMade } from '../commands';
import { changeDeleted } from '../deleted-items';
import type { FolderBrowser } from '../folder-browser';
import type { Panes } from '../panes';
import { countAnew } from './count-anew';
import { followOperation, startOperation, summarizeOperation, type OperationEvent } from './follow-operation';
import type { Entry, Operation, OperationAct, Outcome, Phase, Step } from './operation';
import type { Operations } from './operations';
import { showAhead, showOutcomes } from './show-ahead';
import { undoOf, type CanRestore } from './undo-operation';

export interface OperationsOptions {
  /** Does one step, and says how it ended. Never rejects. */
  readonly carryOut: (step: Step, signal: AbortSignal, onPhase: (phase: Phase) => void) => Promise<Outcome>;
  readonly environment: Pick<Environment, 'randomId'>;
  readonly folder: Pick<FolderBrowser, 'state' | 'apply' | 'refresh'>;
  /** What is seen, in one place or in several. */
  readonly shown: Panes['shown'];
  /** Resolves when writing is allowed, perhaps after asking the user. */
  readonly authorizeWrite: (act: OperationAct, signal?: AbortSignal) => Promise<void>;
  readonly canRestore: CanRestore;
  readonly all: Store<readonly Operation[]>;
  /** What is known to lie in recycle bins. */
  readonly deleted: Store<readonly DriveItem[]>;
  /** Hears of what was done. */
  readonly tell: (change: ChangeMade) => void;
  /** Aborted with the control, or with whoever is signed in. */
  readonly ended: () => AbortSignal;
}

/** The operations of one control. */
export function createOperations(options: OperationsOptions): Omit<Operations, 'all'> {
  const { all, folder, environment } = options;
  let last: Promise<unknown> = Promise.resolve();
  const find = (id: string) => all.get().find((operation) => operation.id === id);
  const follow = (id: string, event: OperationEvent) =>
    all.update((operations) => operations.map((one) => (one.id === id ? followOperation(one, event) : one)));

  /** One after the other: two that concern the same items never overtake each other. */
  const enqueue = async (operation: Operation): Promise<Operation> => {
    const signal = options.ended();
    folder.apply(showAhead(waitingSteps(operation)));
    const before = last;
    const run = (async () => {
      await before;
      if (!signal.aborted) await runWaiting(options, operation.id, { find, follow, signal });
    })();
    last = run;
    await run;
    return find(operation.id) ?? operation;
  };
  const change = (id: string, event: OperationEvent) => {
    const operation = find(id);
    if (!operation || summarizeOperation(operation).isRunning) return;
    follow(id, event);
    const next = find(id);
    if (next && summarizeOperation(next).isRunning) void enqueue(next);
  };
  const remove = (id: string) => all.update((operations) => operations.filter((one) => one.id !== id));
  return {
    begin: async (deed) => {
      const operation = startOperation(environment.randomId(), deed);
      all.update((operations) => [...operations, operation]);
      return enqueue(operation);
    },
    stop: (id) => {
      const left = find(id)?.entries.filter(({ result }) => result.status === 'waiting') ?? [];
      follow(id, { type: 'stopped' });
      folder.apply(showOutcomes(left.map(({ step }) => ({ step, result: { status: 'left' } }))));
      if (left.length > 0 && isInBin(folder)) folder.refresh();
    },
    retry: (id) => change(id, { type: 'retried' }),
    answer: (id, answers) => change(id, { type: 'answered', answers }),
    canRestore: options.canRestore,
    canUndo: (operation) =>
      !summarizeOperation(operation).isRunning && undoOf(operation, '', options.canRestore) !== undefined,
    undo: (id) => {
      const operation = find(id);
      const undo = operation && undoOf(operation, environment.randomId(), options.canRestore);
      if (!undo || summarizeOperation(operation).isRunning) return;
      all.update((operations) => operations.map((one) => (one.id === id ? undo : one)));
      void enqueue(undo);
    },
    dismiss: (id) => {
      const operation = find(id);
      if (operation && !summarizeOperation(operation).isRunning) remove(id);
    },
  };
}

interface Run {
  readonly find: (id: string) => Operation | undefined;
  readonly follow: (id: string, event: OperationEvent) => void;
  readonly signal: AbortSignal;
}

/** Whatever waits in it, until nothing does any more. */
async function runWaiting(options: OperationsOptions, id: string, run: Run): Promise<void> {
  const refusal = await authorize(options, run.find(id), run.signal);
  const ran = new Set<number>();
  for (;;) {
    const operation = run.find(id);
    const index = operation ? nextOf(operation) : -1;
    const step = operation?.entries[index]?.step;
    if (!step || run.signal.aborted) break;
    ran.add(index);
    run.follow(id, { type: 'began', index, phase: 'changing' });
    const onPhase = (phase: Phase) => run.follow(id, { type: 'began', index, phase });
    const outcome = refusal ?? (await options.carryOut(step, run.signal, onPhase));
    if (run.signal.aborted) break;
    run.follow(id, { type: 'ended', index, outcome });
  }
  if (!run.signal.aborted) showEnd(options, run.find(id), ran);
}

/** What goes out of the way for others comes back when they are through. */
function nextOf({ entries }: Operation): number {
  const waiting = entries.findIndex(({ result }) => result.status === 'waiting');
  return waiting >= 0 ? waiting : entries.findIndex(({ result }) => result.status === 'halfway');
}

/** What nobody may do fails of that, each item with the reason. */
async function authorize(
  { authorizeWrite }: OperationsOptions,
  operation: Operation | undefined,
  signal: AbortSignal,
) {
  const act = operation && actOf(operation);
  try {
    if (act) await authorizeWrite(act, signal);
    return undefined;
  } catch (cause) {
    return { status: 'failed', error: toOneDriveError(cause) } as const;
  }
}

/** With what is told while the permission is asked for; what is taken back was allowed before. */
function actOf({ isUndo, target, entries }: Operation): OperationAct | undefined {
  const [first] = waitingSteps({ entries });
  const items = entries.map(({ step }) => step.item);
  switch (first?.kind) {
    // These take back each other, and take different rights.
    case 'delete':
    case 'restore':
      return { kind: first.kind, items };
    case 'delete-for-ever':
    case 'restore-version':
      return isUndo ? undefined : { kind: first.kind, items };
    case 'check-out':
    case 'check-in':
    case 'discard-check-out':
      return isUndo ? undefined : { kind: 'check-out', items };
    case 'move':
      return isUndo || !target ? undefined : { kind: first.kind, items, target };
    case 'rename':
      if (!isUndo && items.length > 1) return { kind: 'rename-all', items };
      return isUndo ? undefined : { kind: first.kind, item: first.item, name: first.name };
    default:
      return undefined;
  }
}

function waitingSteps({ entries }: Pick<Operation, 'entries'>): readonly Step[] {
  return entries.filter(({ result }) => result.status === 'waiting').map(({ step }) => step);
}

/** The list as it is now: one look at the rows for all of them. */
function showEnd(
  { folder, shown, deleted, tell }: OperationsOptions,
  operation: Operation | undefined,
  ran: ReadonlySet<number>,
): void {
  const entries = operation?.entries.filter((_, index) => ran.has(index)) ?? [];
  const { changed, removed } = showOutcomes(entries);
  folder.apply({ changed, removed });
  const { put, gone } = throughBin(entries);
  deleted.update((known) => changeDeleted(known, put, gone));
  tellDone(entries, tell);
  // Told, and not asked for: a listing right after a write may still show what was before.
  folder.apply({ changed: countAnew(shown(), entries) });
  // What somebody else has done is to be seen.
  const isStale = entries.some(({ result }) => result.status === 'failed' && STALE.has(result.error.code));
  if (isStale || (isInBin(folder) && entries.length > 0)) folder.refresh();
}

function isInBin({ state }: Pick<FolderBrowser, 'state'>): boolean {
  return state.get().path.at(-1)?.elsewhere?.kind === 'recycle-bin';
}

/** One operation does the same with all of its items. */
function tellDone(entries: readonly Entry[], tell: OperationsOptions['tell']): void {
  const [first] = entries;
  const items = entries.flatMap(({ step, result }) =>
    result.status === 'done' ? [result.item ?? step.item] : [],
  );
  if (first && items.length > 0) tell({ kind: first.step.kind, items });
}

/** What lies in a recycle bin since, the original of a move between drives among it, and what has left one. */
function throughBin(entries: readonly Entry[]): {
  readonly put: readonly DriveItem[];
  readonly gone: readonly string[];
} {
  const put: DriveItem[] = [];
  const gone: string[] = [];
  for (const { step, result } of entries) {
    const { kind, item } = step;
    // Out of it already, though what it was to replace is still there.
    if (kind === 'restore' && result.status === 'failed' && result.now) gone.push(item.id);
    if (result.status !== 'done') continue;
    if (kind === 'delete' || (kind === 'move' && result.item?.id !== item.id)) put.push(item);
    if (kind === 'restore') gone.push(item.id);
    if (kind === 'restore' && step.taken === 'replace' && step.existing) put.push(step.existing);
  }
  return { put, gone };
}

const STALE: ReadonlySet<string> = new Set(['changed-elsewhere', 'timed-out', 'unavailable']);
