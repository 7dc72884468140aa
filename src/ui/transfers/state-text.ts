import { findNameProblem } from '../../drive';
import type { AskingState, TransferState, TransferTask } from '../../transfer';
import { describeNameProblem } from '../name-problem-text';
import type { Text } from '../text';
import { describeWait } from './waiting-text';

/**
 * The state of one transfer as a person would tell it.
 * @param seconds until it is tried again, where somebody counts them
 */
export function describeState(task: TransferTask, text: Text, seconds?: number): string {
  const { state } = task;
  switch (state.status) {
    case 'waiting':
      return describeWaiting(state, text, seconds);
    case 'preparing':
    case 'sending': {
      const moved = movedSoFar(state);
      if (!moved) return text('transfer.state.preparing');
      return task.kind === 'copy' ? describeCopying(moved, text) : describeMoving(moved, text);
    }
    case 'verifying':
      // Of a copy that nobody tells about, the folder is looked at until it is there.
      return text(task.kind === 'copy' ? 'transfer.state.copying' : 'transfer.state.verifying');
    case 'paused':
      return describePause(state, text);
    case 'interrupted':
      return text('transfer.state.interrupted');
    case 'done':
      return describeDone(task, state, text);
    case 'conflict':
    case 'misnamed':
      return describeQuestion(state, text);
    case 'failed':
      return text(`error.${state.error.code}.title`);
    case 'cancelled':
      if (state.goesOn) return text('transfer.state.copyGoesOn');
      return text(state.skipped ? 'transfer.state.skipped' : 'transfer.state.cancelled');
  }
}

interface Moved {
  readonly loaded: number;
  readonly total: number;
}

/** How much of it is there, while it moves: between two small files of a zip it is being prepared for a blink. */
export function movedSoFar(state: TransferState): Moved | undefined {
  if (state.status === 'sending') return state;
  return state.status === 'preparing' && state.progress?.loaded ? state.progress : undefined;
}

/** What can be done about a failed transfer; of a name, what is wrong with it. */
export function describeAdvice({ name, state }: TransferTask, text: Text): string | undefined {
  if (state.status === 'interrupted') return text(`transfer.interrupted.${state.refused ?? state.needs}`);
  if (state.status !== 'failed') return undefined;
  if (state.missing !== undefined) return text('transfer.missing', { size: text.size(state.missing) });
  const problem = state.error.code === 'invalid-name' ? findNameProblem(name) : undefined;
  return problem ? describeNameProblem(problem, text) : text(`error.${state.error.code}.advice`);
}

function describeQuestion(question: AskingState, text: Text): string {
  const { folder } = question;
  const name = folder?.path.at(-1);
  if (question.status === 'misnamed') {
    const problem = describeNameProblem(question.problem, text);
    return name === undefined ? problem : text('transfer.state.folderName', { name, problem });
  }
  return name === undefined ? text('transfer.state.conflict') : text('transfer.state.folderTaken', { name });
}

/** Whole percent, rounded down: 100 only when all is there. */
function percentOf(loaded: number, total: number): number {
  return total > 0 ? Math.floor((Math.min(loaded, total) * 100) / total) : 0;
}

function describeMoving({ loaded, total }: Moved, text: Text): string {
  return total > 0
    ? text('transfer.state.sending', { percent: percentOf(loaded, total), size: text.size(total) })
    : text('transfer.state.receiving', { size: text.size(loaded) });
}

function describeCopying({ loaded, total }: Moved, text: Text): string {
  const percent = percentOf(loaded, total);
  return percent > 0 ? text('transfer.state.copyingAt', { percent }) : text('transfer.state.copying');
}

function describePause(
  { progress }: Extract<TransferState, { readonly status: 'paused' }>,
  text: Text,
): string {
  if (!progress?.loaded) return text('transfer.state.paused');
  const { loaded, total } = progress;
  return text('transfer.state.pausedAt', { percent: percentOf(loaded, total), size: text.size(total) });
}

type Waiting = Extract<TransferState, { readonly status: 'waiting' }>;
type Done = Extract<TransferState, { readonly status: 'done' }>;

function describeWaiting({ reason, until }: Waiting, text: Text, seconds: number | undefined): string {
  if (reason === 'queue') return text('transfer.state.waiting');
  return describeWait(text(`transfer.state.${reason}`), until, seconds, text);
}

function describeDone({ kind, content, folder }: TransferTask, state: Done, text: Text): string {
  if (state.skipped?.length) return text('transfer.state.doneSkipped', { count: state.skipped.length });
  if (state.savedAs !== undefined) return text('transfer.state.savedAs', { name: state.savedAs });
  if (kind === 'upload' && folder) {
    return text('transfer.state.uploaded', { folder: folder.name || text('path.root') });
  }
  if (kind === 'copy' && folder) {
    return text('transfer.state.copied', { folder: folder.name || text('path.root') });
  }
  return text(
    kind === 'download' && content === 'file' ? 'transfer.state.browserDownload' : 'transfer.state.done',
  );
}
