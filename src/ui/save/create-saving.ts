import { findNameProblem, type DriveItem, type PathFolder } from '../../drive';
import { createStore, type ReadableStore } from '../../lib';
import type { ConflictAnswer } from '../../transfer';
import type { ControlModel } from '../control-model';
import { toFile } from '../named-blobs';
import type { SaveRequest } from '../save-request';
import { failureOf, followParts, phaseOfTasks, taskOf } from './follow-tasks';
import { findTaken, firstNames } from './names';
import { EDITING, openParts, savedItems, type SavePart, type SavePhase, type SaveState } from './save-state';

/** What the tray below the list shows and does while something is being saved. */
export interface Saving {
  readonly state: ReadableStore<SaveState>;
  /** Of the only file. */
  readonly setName: (name: string) => void;
  /** Into the open folder: the button, and Enter in the name. What has failed is tried again. */
  save(): void;
  readonly answer: (answer: ConflictAnswer) => void;
}

type SaveControl = Pick<ControlModel, 'folder' | 'transfers'>;

/** Where the files go, as it was when the button was pressed: the user may walk on while a question is open. */
interface Place {
  readonly folder: PathFolder;
  readonly items: readonly DriveItem[];
}

export function createSaving(control: SaveControl, request: SaveRequest): Saving {
  const { conflictBehavior, signal } = request;
  const { transfers } = control;
  const names = firstNames(request.files, request.name);
  const parts = request.files.map((file, index): SavePart => ({ file, name: names[index] ?? file.name }));
  const state = createStore<SaveState>({ parts, phase: EDITING });
  let place: Place | undefined;

  const show = (phase: SavePhase) => state.update((now) => ({ ...now, phase }));
  const change = (isMeant: (part: SavePart) => boolean, patch: Partial<SavePart>) =>
    state.update((now) => ({
      ...now,
      parts: now.parts.map((part) => (isMeant(part) ? { ...part, ...patch } : part)),
    }));
  const open = () => openParts(state.get().parts);
  const isUnderWay = () => ['asking', 'running'].includes(state.get().phase.status);

  const finish = () => {
    const items = savedItems(state.get().parts);
    const last = state.get().parts.findLast(({ end }) => end?.kind === 'saved')?.end;
    if (last?.kind !== 'saved') {
      // All were skipped: the user looks for another folder.
      change(() => true, { end: undefined });
      return show(EDITING);
    }
    show({ status: 'saved', items, folder: last.folder });
    return request.onFinished(items);
  };
  const follow = () => {
    const tasks = transfers.tasks.get();
    const { parts: before, phase } = state.get();
    const now = followParts(before, tasks);
    if (now !== before) state.update((current) => ({ ...current, parts: now }));
    now.forEach(({ end }, index) => {
      if (end?.kind !== 'saved' || before[index]?.end) return;
      request.onSaved({ item: end.item, folder: end.folder, name: end.item.name });
    });
    const next = phaseOfTasks(now, tasks);
    if (next) return show(next);
    if (now === before && !isSent(phase)) return undefined;
    if (open().length === 0) return finish();
    return show({ status: 'editing', isChecked: true, error: failureOf(now, tasks) });
  };
  const send = ({ folder }: Place) => {
    const sending = open();
    const tasks = transfers.tasks.get();
    show({ status: 'running', tasks: [] });
    if (sending.every((part) => canRepeat(part, folder, tasks))) {
      sending.forEach(({ sent }) => sent && transfers.retry(sent.taskId));
      return;
    }
    const sources = sending.map(({ file, name, answer }) => ({
      kind: 'file' as const,
      file: toFile(file, name),
      path: [],
      conflictBehavior: answer ?? conflictBehavior,
    }));
    const onStarted = (taskIds: readonly string[]) =>
      sending.forEach((part, index) => {
        const taskId = taskIds[index] ?? '';
        change((one) => one === part, { sent: { taskId, name: part.name, folder }, answer: undefined });
      });
    // What is left of it comes back with the page's own word (`unsaved`), not by the journal as well.
    void transfers.upload(sources, folder, { onStarted, questions: 'caller', kept: false });
  };
  /** Asks about each name that is seen to be taken; then everything is sent. */
  const goOn = (to: Place) => {
    if (open().length === 0) return finish();
    const taken = conflictBehavior
      ? undefined
      : open().find(({ name, answer }) => !answer && findTaken(to.items, name));
    if (!taken) return send(to);
    const existing = findTaken(to.items, taken.name);
    const { folder } = to;
    return show({ status: 'asking', question: { by: 'list', name: taken.name, folder, existing } });
  };

  const stop = transfers.tasks.subscribe(follow);
  signal.addEventListener('abort', () => {
    stop();
    for (const { sent } of open()) if (sent) transfers.cancel(sent.taskId);
  });
  return {
    state,
    setName: (name) => {
      if (isUnderWay()) return;
      // What was saved already can be saved once more.
      change(() => true, { name, end: undefined });
      show(EDITING);
    },
    save: () => {
      const to = openPlace(control);
      if (isUnderWay() || signal.aborted || !to || parts.length === 0) return;
      place = to;
      if (state.get().phase.status === 'saved') change(() => true, { end: undefined, sent: undefined });
      change(() => true, { answer: undefined });
      const isRefused = ({ name }: SavePart) =>
        findNameProblem(name) !== undefined ||
        (conflictBehavior === 'fail' && findTaken(to.items, name) !== undefined);
      if (open().some(isRefused)) show({ status: 'editing', isChecked: true });
      else goOn(to);
    },
    answer: (answer) => {
      const { phase } = state.get();
      if (phase.status !== 'asking' || !place) return;
      const { question } = phase;
      if (question.by === 'upload') return transfers.resolveConflict(question.taskId, answer);
      const isMeant = ({ name, end }: SavePart) => name === question.name && !end;
      if (answer !== 'skip') change(isMeant, { answer });
      else if (parts.length === 1) return show(EDITING);
      else change(isMeant, { end: { kind: 'left-out' } });
      return goOn(place);
    },
  };
}

/** Something has been under way until now. */
function isSent(phase: SavePhase): boolean {
  return phase.status === 'running' || (phase.status === 'asking' && phase.question.by === 'upload');
}

/** The open folder; undefined where none is, or where it could not be found. */
function openPlace({ folder }: SaveControl): Place | undefined {
  const { path, items } = folder.state.get();
  const open = path.at(-1);
  return open && open.id !== '' ? { folder: open, items } : undefined;
}

/** The same upload once more: what of it has arrived is not sent again. */
function canRepeat(part: SavePart, folder: PathFolder, tasks: Parameters<typeof taskOf>[1]): boolean {
  const { sent, name, answer } = part;
  const isThere = sent?.folder.driveId === folder.driveId && sent.folder.id === folder.id;
  if (!isThere || answer || sent.name !== name) return false;
  const status = taskOf(part, tasks)?.state.status;
  return status === 'failed' || status === 'cancelled';
}
