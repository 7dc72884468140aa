import { OneDriveError } from '../../lib';
import type { LeavingParts } from './follow-leaving';
import { keepActs, takeActs } from './kept-acts';
import type { LeaveNote } from './leave-note';
import { collectActs, openActs } from './pending-act';
import { isAskedAgain, runActs, type ResumeParts } from './resume-acts';

/** For so long somebody may be at Microsoft's pages (milliseconds): a second factor takes its time. */
const PATIENCE = 30 * 60_000;

/** Keeps what waits and where the user is; resolves with the function that forgets it again. @throws OneDriveError */
export async function putAway(parts: LeavingParts): Promise<() => void> {
  const { share, key, folder, transfers, waiting, resumption, leaving } = parts;
  const { environment } = share;
  const id = environment.randomId();
  const until = environment.now() + PATIENCE;
  const acts = [...openActs(resumption.get()), ...collectActs(waiting, transfers.unfinished())];
  const accountId = parts.accountId();
  if (acts.length > 0)
    await keepActs(environment, id, { clientId: leaving.clientId, accountId, acts, until });
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

/** Goes on, where it was allowed; otherwise, and where it can't be undone, it is offered. */
export async function comeBack(parts: LeavingParts, note: LeaveNote): Promise<void> {
  const outcome = await parts.leaving.returned;
  const acts = await takeActs(parts.share.environment, note.id);
  // Nobody's work goes on in somebody else's drive.
  if (acts.length === 0 || note.accountId === undefined || note.accountId !== parts.accountId()) return;
  if (outcome !== 'signed-in') return parts.resumption.set({ status: 'offered', acts, error: outcome });
  const asked = acts.filter(isAskedAgain);
  const safe = acts.filter((act) => !isAskedAgain(act));
  if (safe.length > 0) await runActs(parts, safe);
  if (asked.length > 0) {
    const left = openActs(parts.resumption.get());
    parts.resumption.set({ status: 'offered', acts: [...left, ...asked] });
  }
}

/** Goes on with what is offered. */
export async function resume(parts: ResumeParts): Promise<void> {
  const offered = parts.resumption.get();
  if (offered?.status === 'offered') await runActs(parts, offered.acts);
}

export { wipeGone } from './wipe-gone';
