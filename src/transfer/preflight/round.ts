import type { TransferContext } from '../transfer-context';
import type { TransferEvent } from '../transfer-state';
import type { Candidate, Settle, Verdict } from './candidate';

/** One of those that are looked at together, and its run, which waits. */
export interface Checked {
  readonly candidate: Candidate;
  readonly context: TransferContext;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (reason: unknown) => void;
}

interface Round {
  /** Aborted when nobody waits any more; what it reports is told to all that wait. */
  readonly context: TransferContext;
  readonly settle: Settle;
  fail(reason: unknown): void;
  /** Nobody listens any more. */
  end(): void;
}

/** @param checked at least one */
export function openRound(checked: readonly Checked[], together: (work: () => void) => void): Round {
  const open = new Map(checked.map((one) => [one.candidate.id, one]));
  const abandoned = new AbortController();
  const ends: (() => void)[] = [];
  const leave = (id: string) => {
    open.delete(id);
    if (open.size === 0) abandoned.abort();
  };
  for (const { candidate, context } of checked) {
    const gone = () => leave(candidate.id);
    if (context.signal.aborted) gone();
    context.signal.addEventListener('abort', gone, { once: true });
    ends.push(() => context.signal.removeEventListener('abort', gone));
  }
  const tell = createTeller((event) => together(() => open.forEach(({ context }) => context.report(event))));
  const [first] = checked;
  if (!first) throw new TypeError('A round is about something.');
  return {
    context: { ...first.context, signal: abandoned.signal, report: tell },
    settle: ({ id }, verdict) => {
      open.get(id)?.resolve(verdict);
      open.delete(id);
    },
    fail: (reason) => open.forEach(({ reject }) => reject(reason)),
    end: () => ends.forEach((end) => end()),
  };
}

/** Only why it has to wait, and that it goes on: until they are sent, all of them stand in the queue. */
function createTeller(tell: (event: TransferEvent) => void): TransferContext['report'] {
  let isHeldUp = false;
  return (event) => {
    if (event.type === 'waiting') tell(event);
    else if (isHeldUp) tell({ type: 'waiting', reason: 'queue' });
    isHeldUp = event.type === 'waiting';
  };
}
