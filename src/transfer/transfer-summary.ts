import type { TransferProgress, TransferState, TransferSummary, TransferTask, WaitReason } from './types';

export type SettledState = Extract<TransferState, { status: 'done' | 'failed' | 'cancelled' }>;

export type AskingState = Extract<TransferState, { status: 'conflict' | 'misnamed' }>;

/** True where nothing more happens before somebody has answered. */
export function isAsking(state: TransferState): state is AskingState {
  return state.status === 'conflict' || state.status === 'misnamed';
}

/** True where nothing more happens by itself and no question is open. */
export function isSettled(state: TransferState): state is SettledState {
  return state.status === 'done' || state.status === 'failed' || state.status === 'cancelled';
}

/** True where nothing more happens before somebody answers, resumes it or gives it its file. */
export function needsSomebody(state: TransferState): boolean {
  return isAsking(state) || state.status === 'paused' || state.status === 'interrupted';
}

type Bytes = Pick<TransferProgress, 'loaded' | 'total'>;

/** How much of it is there, where anything can be told. */
export function progressOf(state: TransferState): Bytes | undefined {
  if (state.status === 'sending') return state;
  return 'progress' in state ? state.progress : undefined;
}

export function isOnItsWay({ status }: TransferState): boolean {
  return status === 'preparing' || status === 'sending' || status === 'verifying';
}

/**
 * Whether something would be lost with the page: what runs, waits or asks, and files that can be sent once more. What
 * the service does by itself is not.
 */
export function isUnfinished({ kind, state }: Pick<TransferTask, 'kind' | 'state'>): boolean {
  if (kind === 'copy' && (state.status === 'sending' || state.status === 'verifying')) return false;
  if (!isSettled(state)) return true;
  return kind === 'upload' && state.status === 'failed' && state.error.retry !== 'never';
}

/** Only bytes that pass through this page can be stopped and go on; of a download they show that they do. */
export function canPause({ kind, content, state }: TransferTask): boolean {
  if (kind === 'copy') return false;
  if (state.status === 'sending') return true;
  if (state.status !== 'waiting' && state.status !== 'preparing') return false;
  return content === 'zip' || (content === 'file' && (kind === 'upload' || state.progress !== undefined));
}

/** The numbers of a panel's header: one pass, no state of its own. */
export function summarizeTransfers(tasks: readonly TransferTask[]): TransferSummary {
  const counts = {
    waiting: 0,
    active: 0,
    paused: 0,
    interrupted: 0,
    done: 0,
    conflicts: 0,
    failed: 0,
    cancelled: 0,
  };
  const reasons = new Set<WaitReason | 'none'>();
  let loaded = 0;
  let total = 0;
  let waitUntil: number | undefined;
  for (const { state, size } of tasks) {
    counts[COUNTED_AS[state.status]] += 1;
    if (state.status === 'cancelled') continue;
    const bytes = bytesOf(state, size);
    loaded += bytes.loaded;
    total += bytes.total;
    if (!isSettled(state) && !needsSomebody(state))
      reasons.add(state.status === 'waiting' ? state.reason : 'none');
    if (state.status === 'waiting' && state.until !== undefined)
      waitUntil = Math.min(waitUntil ?? state.until, state.until);
  }
  const { waiting, active, paused, interrupted, conflicts } = counts;
  const waitReason = commonReason(reasons);
  return {
    ...counts,
    count: tasks.length,
    loaded,
    total,
    settled: waiting + active + paused + interrupted + conflicts === 0,
    waitReason,
    waitUntil: waitReason && waitUntil,
  };
}

const COUNTED_AS = {
  waiting: 'waiting',
  preparing: 'active',
  sending: 'active',
  verifying: 'active',
  paused: 'paused',
  interrupted: 'interrupted',
  done: 'done',
  conflict: 'conflicts',
  misnamed: 'conflicts',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

function bytesOf(state: TransferState, size: number): Bytes {
  if (state.status === 'done') return { loaded: size, total: size };
  return progressOf(state) ?? { loaded: 0, total: size };
}

function commonReason(reasons: ReadonlySet<WaitReason | 'none'>): WaitReason | undefined {
  const others = [...reasons].filter((reason) => reason !== 'queue');
  const [only] = others;
  return others.length === 1 && only !== 'none' ? only : undefined;
}
