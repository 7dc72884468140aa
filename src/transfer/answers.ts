import type { TaskList } from './task-list';
import type { TransferRuns } from './transfer-runs';
import { isAsking, type AskingState } from './transfer-summary';
import type { UploadAnswer } from './types';
import type { UploadTransfer } from './upload-transfer';

interface AnswerParts {
  readonly list: TaskList;
  readonly runs: TransferRuns;
  readonly uploads: ReadonlyMap<string, UploadTransfer>;
}

/** What a person says to the uploads that ask. What is no answer to its question is ignored. */
export function answerAll(
  parts: AnswerParts,
  answers: Iterable<readonly [taskId: string, answer: UploadAnswer]>,
): void {
  parts.list.batch(() => {
    for (const [id, answer] of answers) answerOne(parts, id, answer);
  });
}

function answerOne(parts: AnswerParts, id: string, answer: UploadAnswer): void {
  const { list, runs, uploads } = parts;
  const state = list.get(id)?.state;
  if (!state || !isAsking(state)) return;
  const ids = askingWith(list, id, state);
  if (answer === 'skip') return ids.forEach((each) => runs.cancel(each, true));
  const name = nameOf(state, answer);
  if (name !== undefined) ids.forEach((each) => uploads.get(each)?.rename(name, state.folder?.path));
  else if (isAboutFile(state) && typeof answer === 'string') runs.answerConflict(id, answer);
  else return;
  ids.forEach((each) => runs.restart(each));
}

/** All that wait for the same answer. */
function askingWith(list: TaskList, id: string, { folder }: AskingState): readonly string[] {
  if (!folder) return [id];
  const waiting = list.store.get().filter(({ state }) => isAsking(state) && state.folder?.id === folder.id);
  return waiting.map((task) => task.id);
}

function isAboutFile(state: AskingState): boolean {
  return state.status === 'conflict' && !state.folder;
}

/** A file chooses its free name only when it is sent; everything else has it from here. */
function nameOf(state: AskingState, answer: Exclude<UploadAnswer, 'skip'>): string | undefined {
  if (typeof answer === 'object') return answer.name;
  return answer === 'rename' && !isAboutFile(state) ? state.proposal : undefined;
}
