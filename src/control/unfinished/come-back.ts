import { OneDriveError, untilStore } from '../../lib';
import type { LeavingParts } from './follow-leaving';
import { keepActs, takeActs } from './kept-acts';
import { dropNote, findNote, type LeaveNote } from './leave-note';
import { collectActs, openActs } from './pending-act';
import { isAskedAgain, runActs, type ResumeParts } from './resume-acts';

/** For so long somebody may be at Microsoft's pages (milliseconds): a second factor takes its time. */
const PATIENCE = 30 * 60_000;

/** Keeps what waits and where the user is; resolves with the function that forgets it again. @throws OneDriveError */
export async function putAway(parts: LeavingParts): Promise<() => void> {
  const { share, key, folder, transfers, waiting, resumption, clientId } = parts;
  const { environment } = share;
  const accountId = parts.accountId();
  // Somebody else's, who may still come back for it: whoever is not signed in has nothing to put away.
  if (accountId === undefined && findNote(environment, key)) return () => undefined;
  const id = environment.randomId();
  const until = environment.now() + PATIENCE;
  const acts = [...openActs(resumption.get()), ...collectActs(waiting, transfers.unfinished())];
  // Whose it is nobody could tell on the page that comes back.
  if (acts.length > 0 && accountId === undefined) throw new OneDriveError('work-not-kept');
  if (acts.length > 0) await keepActs(environment, id, { clientId, accountId, acts, until });
  const path = folder.state.get().path.slice(1);
  const note: LeaveNote = { id, accountId, until, path: path.map(({ name }) => name) };
  const forget = () => {
    environment.tabStorage()?.removeItem(key);
    if (acts.length > 0) void takeActs(environment, id);
  };
  try {
    environment.tabStorage()?.setItem(key, JSON.stringify(note));
  } catch (cause) {
    forget();
    throw new OneDriveError('work-not-kept', { cause });
  }
  return forget;
}

/**
 * Goes on as soon as its owner is there; until then it stays kept. What was not allowed, what can't be undone, and what
 * waited for another sign-in is offered.
 */
export async function comeBack(parts: LeavingParts, note: LeaveNote): Promise<void> {
  const { returned, connection, ended, share, key, resumption } = parts;
  const { accountId } = note;
  const outcome = await returned;
  if (accountId === undefined) return dropNote(share.environment, key, note);
  // Nobody's work goes on in somebody else's drive.
  const isThere = () => parts.accountId() === accountId;
  const isBack = isThere();
  await untilStore(connection, () => isThere() || undefined, ended.signal);
  dropNote(share.environment, key, note);
  const acts = await takeActs(share.environment, note.id);
  if (acts.length === 0 || !isThere()) return;
  if (!isBack || outcome !== 'signed-in') {
    const error = isBack && outcome !== 'signed-in' ? outcome : undefined;
    return resumption.set({ accountId, status: 'offered', acts, error });
  }
  const asked = acts.filter(isAskedAgain);
  const safe = acts.filter((act) => !isAskedAgain(act));
  if (safe.length > 0) await runActs(parts, safe, accountId);
  if (asked.length > 0 && isThere()) {
    const left = resumption.get();
    const error = left?.status === 'offered' ? left.error : undefined;
    resumption.set({ accountId, status: 'offered', acts: [...openActs(left), ...asked], error });
  }
}

/** Goes on with what is offered. */
export async function resume(parts: ResumeParts): Promise<void> {
  const offered = parts.resumption.get();
  if (offered?.status === 'offered') await runActs(parts, offered.acts, offered.accountId);
}

export { wipeGone } from './wipe-gone';
