import type { DriveItem } from '../../graph';
import type { Deed, Entry, Operation, OperationSummary, Outcome, Phase, Result, Step } from './operation';
import { orderRenames } from './order-renames';

/** What happens to an operation. */
export type OperationEvent =
  | { readonly type: 'began'; readonly index: number; readonly phase: Phase }
  | { readonly type: 'ended'; readonly index: number; readonly outcome: Outcome }
  /** What has not begun is left as it is. */
  | { readonly type: 'stopped' }
  /** What has failed is tried once more. */
  | { readonly type: 'retried' }
  | { readonly type: 'answered'; readonly answers: ReadonlyMap<number, ClashAnswer> };

/** What somebody says where another item has the name. */
export type ClashAnswer = 'rename' | 'replace' | 'skip';

const WAITING: Result = { status: 'waiting' };
const LEFT: Result = { status: 'left' };

export function startOperation(id: string, deed: Deed): Operation {
  const entries = stepsOf(deed).map((step): Entry => ({ step, result: WAITING }));
  return { id, kind: deed.kind, isUndo: false, entries, ...('target' in deed && { target: deed.target }) };
}

function stepsOf(deed: Deed): readonly Step[] {
  switch (deed.kind) {
    case 'move': {
      const { driveId, id, name } = deed.target;
      return deed.items.map((item) => ({ kind: 'move', item, to: { driveId, id, name } }));
    }
    case 'rename':
      return orderRenames(deed.renames).map((rename) => ({ kind: 'rename', ...rename }));
    case 'delete':
    case 'delete-for-ever':
    case 'restore':
    case 'check-out':
    case 'discard-check-out':
      return deed.items.map((item) => ({ kind: deed.kind, item }));
    case 'check-in':
      return deed.items.map((item) => ({ kind: deed.kind, item, comment: deed.comment }));
    case 'restore-version':
      return [deed];
  }
}

/** What is no next thing to happen changes nothing. */
export function followOperation(operation: Operation, event: OperationEvent): Operation {
  const entries = operation.entries.map((entry, index) => follow(entry, index, event));
  const isSame = entries.every((entry, index) => entry === operation.entries[index]);
  return isSame ? operation : { ...operation, entries };
}

function follow(entry: Entry, index: number, event: OperationEvent): Entry {
  const { step, result } = entry;
  switch (event.type) {
    case 'began': {
      const isNext = BEGINS.has(result.status);
      return isNext && index === event.index
        ? { step, result: { status: 'running', phase: event.phase } }
        : entry;
    }
    case 'ended':
      return result.status === 'running' && index === event.index ? ended(step, event.outcome) : entry;
    case 'stopped':
      return result.status === 'waiting' ? { step, result: LEFT } : entry;
    case 'retried':
      // What was left was not tried: nobody has seen that it is no longer what it was.
      if (result.status === 'left') return { step, result: WAITING };
      return result.status === 'failed' ? { step: again(step, result), result: WAITING } : entry;
    case 'answered': {
      const answer = event.answers.get(index);
      return answer && result.status === 'conflict' ? answered(step, answer, result.existing) : entry;
    }
  }
}

const BEGINS: ReadonlySet<Result['status']> = new Set(['waiting', 'running', 'halfway']);

function ended(step: Step, outcome: Outcome): Entry {
  const isHalfway = outcome.status === 'halfway' && step.kind === 'rename';
  return { step: isHalfway ? { ...step, halfway: outcome.item } : step, result: outcome };
}

function again(step: Step, { error, copied, now }: Extract<Result, { status: 'failed' }>): Step {
  if (step.kind === 'move' && copied) return { ...step, isAgain: true, copied };
  if (step.kind === 'restore' && now) return { ...step, isAgain: true, back: now };
  // Nobody brings it back: only who was told that it has changed wants it as it is now.
  if (step.kind === 'delete-for-ever') return { ...step, isAgain: error.code === 'changed-elsewhere' };
  if (step.kind !== 'rename') return { ...step, isAgain: true };
  const { halfway: _gone, ...rename } = step;
  return { ...rename, isAgain: true };
}

function answered(step: Step, answer: ClashAnswer, existing: DriveItem | undefined): Entry {
  if (answer !== 'skip' && step.kind === 'restore') {
    return { step: { ...step, taken: answer, existing }, result: WAITING };
  }
  if (answer === 'skip' || step.kind !== 'move') return { step, result: LEFT };
  return { step: { ...step, taken: answer }, result: WAITING };
}

export function summarizeOperation({ entries }: Pick<Operation, 'entries'>): OperationSummary {
  const count = { waiting: 0, running: 0, halfway: 0, done: 0, conflict: 0, failed: 0, left: 0 };
  for (const { result } of entries) count[result.status] += 1;
  const { done, conflict, failed, left } = count;
  const open = count.waiting + count.running + count.halfway;
  return {
    count: entries.length,
    settled: entries.length - open,
    done,
    conflicts: conflict,
    failed,
    left,
    isRunning: open > 0,
  };
}
