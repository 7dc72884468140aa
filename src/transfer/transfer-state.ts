import type { DriveItem } from '../graph';
import type { OneDriveError } from '../lib';
import { isAsking, isSettled, type AskingState, type SettledState } from './transfer-summary';
import type { Need, NeedRefusal, TransferProgress, TransferState, WaitReason } from './types';

/** What a finished transfer may say about itself. */
export interface TransferResult {
  readonly item?: DriveItem;
  readonly changedByServer?: boolean;
  readonly unverified?: boolean;
  readonly skipped?: readonly string[];
  readonly savedAs?: string;
}

/** Everything that can happen to a transfer. */
export type TransferEvent =
  | { readonly type: 'queued' }
  | { readonly type: 'paused' }
  | { readonly type: 'interrupted'; readonly needs: Need; readonly refused: NeedRefusal }
  | { readonly type: 'preparing' }
  | { readonly type: 'waiting'; readonly reason: WaitReason; readonly until?: number }
  | { readonly type: 'sent'; readonly loaded: number; readonly total: number }
  | { readonly type: 'restarted' }
  | { readonly type: 'verifying' }
  | { readonly type: 'finished'; readonly result: TransferResult }
  | { readonly type: 'conflicted'; readonly error: OneDriveError; readonly existing?: DriveItem }
  | { readonly type: 'asked'; readonly question: AskingState }
  | { readonly type: 'failed'; readonly error: OneDriveError; readonly missing?: number }
  | { readonly type: 'cancelled'; readonly skipped?: boolean; readonly goesOn?: boolean };

export const QUEUED: TransferState = { status: 'waiting', reason: 'queue' };

/**
 * The life of a transfer. A settled, paused or interrupted transfer changes only by being queued again, and an open question only
 * by its answer or an end: what a run that was stopped still has to say is ignored. Returns the same object where
 * nothing changed.
 */
export function nextTransferState(state: TransferState, event: TransferEvent): TransferState {
  if (event.type === 'queued') return queueAgain(state);
  if (isSettled(state)) return state;
  if (state.status === 'interrupted' && event.type === 'interrupted') {
    return { status: 'interrupted', needs: event.needs, refused: event.refused };
  }
  if (isAsking(state) || state.status === 'paused' || state.status === 'interrupted') {
    return event.type === 'cancelled' || event.type === 'failed' ? end(event) : state;
  }
  return event.type === 'interrupted' ? state : advance(state, event);
}

function queueAgain(state: TransferState): TransferState {
  if (state.status === 'paused') return { ...QUEUED, ...keptProgress(state) };
  const isOpen = isAsking(state) || state.status === 'interrupted';
  return isSettled(state) || isOpen ? QUEUED : state;
}

type Moving = Exclude<TransferState, SettledState | AskingState | { status: 'interrupted' }>;
type Ending = Extract<TransferEvent, { type: 'finished' | 'conflicted' | 'asked' | 'failed' | 'cancelled' }>;

function advance(
  state: Moving,
  event: Exclude<TransferEvent, { type: 'queued' | 'interrupted' }>,
): TransferState {
  switch (event.type) {
    case 'preparing':
      return state.status === 'preparing' ? state : { status: 'preparing', ...keptProgress(state) };
    case 'verifying':
      return state.status === 'verifying' ? state : { status: 'verifying', ...keptProgress(state) };
    case 'paused':
      return { status: 'paused', ...keptProgress(state) };
    case 'waiting': {
      const { reason, until } = event;
      const time = until === undefined ? {} : { until };
      return { status: 'waiting', reason, ...time, ...keptProgress(state) };
    }
    case 'sent':
      return send(state, event);
    case 'restarted':
      return { status: 'preparing', progress: restart(progressOf(state)) };
    default:
      return end(event);
  }
}

function end(event: Ending): TransferState {
  switch (event.type) {
    case 'finished':
      return { status: 'done', ...event.result };
    case 'conflicted': {
      const { error, existing } = event;
      return existing ? { status: 'conflict', error, existing } : { status: 'conflict', error };
    }
    case 'asked':
      return event.question;
    case 'failed': {
      const { error, missing } = event;
      return missing === undefined ? { status: 'failed', error } : { status: 'failed', error, missing };
    }
    case 'cancelled':
      return {
        status: 'cancelled',
        ...(event.skipped && { skipped: true }),
        ...(event.goesOn && { goesOn: true }),
      };
  }
}

/** Bytes that have to be sent again are no step back: the bar stands until they are there again (ABR#2825). */
function send(state: Moving, { loaded, total }: { loaded: number; total: number }): TransferState {
  const before = progressOf(state);
  const next = Math.min(total, Math.max(before?.loaded ?? 0, loaded));
  if (state.status === 'sending' && state.loaded === next && state.total === total) return state;
  return { status: 'sending', loaded: next, total, restarts: before?.restarts ?? 0 };
}

function restart(progress: TransferProgress | undefined): TransferProgress {
  return { loaded: 0, total: progress?.total ?? 0, restarts: (progress?.restarts ?? 0) + 1 };
}

function progressOf(state: Moving): TransferProgress | undefined {
  if (state.status !== 'sending') return state.progress;
  return { loaded: state.loaded, total: state.total, restarts: state.restarts };
}

function keptProgress(state: Moving): { progress?: TransferProgress } {
  const progress = progressOf(state);
  return progress ? { progress } : {};
}
