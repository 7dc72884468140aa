import { OneDriveError, untilStore } from '../../lib';
import type { LeavingParts } from './follow-leaving';
import { holdFiles } from './hold-files';
import { dropActs, keepActs, takeActs } from './kept-acts';
import { dropNote, findNote, type LeaveNote } from './leave-note';
import { begunUploads, collectActs, openActs, saveAct } from './pending-act';
import { takeUpKept } from './take-up';
import { warnBeforeLeaving } from './warn-before-leaving';
import { wipeGone } from './wipe-gone';
import { isAskedAgain, runActs, type ResumeParts } from './resume-acts';

/** For so long somebody may be at Microsoft's pages (milliseconds): a second factor takes its time. */
const PATIENCE = 30 * 60_000;

/** Keeps what waits and where the user is; resolves with the function that forgets it again. @throws OneDriveError */
export async function putAway(parts: LeavingParts): Promise<() => void> {
  const { share, key, folder, transfers, waiting, resumption, clientId, isKept } = parts;
  const { environment } = share;
  const accountId = parts.accountId();
  const saving = (await parts.saving())?.unsaved();
  const acts = [
    ...openActs(resumption.get()),
    ...collectActs(waiting, transfers.unfinished(saving?.taskIds)),
    ...(saving ? [saveAct(saving.files)] : []),
  ];
  if (accountId === undefined) {
    const isTaken = findNote(environment, key) !== undefined;
    // Somebody else's, who may still come back for it.
    if (isTaken && acts.length === 0) return () => undefined;
    // Nobody could tell whose it is on the page that comes back: only what is to be saved is the page's own.
    if (isTaken || acts.some(({ kind }) => kind !== 'save')) throw new OneDriveError('work-not-kept');
  }
  const id = environment.randomId();
  const until = environment.now() + PATIENCE;
  if (acts.length > 0) await keepActs(environment, id, { clientId, accountId, acts, until });
  const [top, ...below] = folder.state.get().path;
  // Names lead through one's own drive only.
  const path = top?.elsewhere ? [] : below;
  const note: LeaveNote = { id, accountId, until, path: path.map(({ name }) => name) };
  const uploads = begunUploads(acts);
  const hand = async (time: number) => {
    if (uploads.length > 0) await transfers.kept.use((journal) => journal.handOver(uploads, time));
  };
  const forget = () => {
    isKept.set(false);
    void hand(0);
    environment.tabStorage()?.removeItem(key);
    if (acts.length > 0) void dropActs(environment, id);
  };
  try {
    environment.tabStorage()?.setItem(key, JSON.stringify(note));
  } catch (cause) {
    forget();
    throw new OneDriveError('work-not-kept', { cause });
  }
  // They come back with the acts: the journal would bring them a second time.
  await hand(until);
  isKept.set(true);
  return forget;
}

/**
 * Goes on as soon as its owner is there; until then it stays kept. What was not allowed, what can't be undone, and what
 * waited for another sign-in is offered.
 */
export async function comeBack(parts: LeavingParts, note: LeaveNote): Promise<void> {
  const { returned, connection, ended, share, key, resumption } = parts;
  const outcome = await returned;
  // Nobody's work goes on in somebody else's drive; what was to be saved before anybody had signed in waits for the first.
  const isThere = () =>
    note.accountId === undefined
      ? connection.get().state === 'connected'
      : parts.accountId() === note.accountId;
  const isBack = isThere();
  await untilStore(connection, () => isThere() || undefined, ended.signal);
  const accountId = parts.accountId();
  dropNote(share.environment, key, note);
  const { acts, release } = await takeActs(share.environment, note.id);
  if (!isThere()) return release?.();
  if (release) holdFiles(parts, acts, release);
  const error = isBack && outcome instanceof OneDriveError ? outcome : undefined;
  if (acts.length === 0) return error && resumption.set({ accountId, status: 'refused', error });
  if (!isBack || outcome !== 'signed-in')
    return resumption.set({ accountId, status: 'offered', acts, error });
  const asked = acts.filter(isAskedAgain);
  const safe = acts.filter((act) => !isAskedAgain(act));
  if (safe.length > 0) await runActs(parts, safe, accountId);
  if (asked.length > 0 && isThere()) {
    const left = resumption.get();
    const failure = left?.status === 'offered' ? left.error : undefined;
    resumption.set({ accountId, status: 'offered', acts: [...openActs(left), ...asked], error: failure });
  }
}

/** Goes on with what is offered. */
export async function resume(parts: ResumeParts): Promise<void> {
  const offered = parts.resumption.get();
  if (offered?.status === 'offered') await runActs(parts, offered.acts, offered.accountId);
}

/** Gives up what is offered, or has seen that it is done. */
export async function discard({ resumption, saving, transfers }: LeavingParts): Promise<void> {
  const acts = openActs(resumption.get());
  const hasSaving = acts.some(({ kind }) => kind === 'save');
  resumption.set(undefined);
  const uploads = begunUploads(acts);
  if (uploads.length > 0) void transfers.kept.use((journal) => journal.drop(uploads));
  if (hasSaving) (await saving())?.giveUp();
}

/** From the start on, behind the first screen. */
export async function watchOver(parts: LeavingParts): Promise<void> {
  warnBeforeLeaving(parts);
  if (!parts.ended.signal.aborted) takeUpKept(parts);
  await wipeGone(parts);
}

export { keepAll } from '../../auth';
