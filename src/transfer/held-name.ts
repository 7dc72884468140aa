import { sleep, type OneDriveError } from '../lib';
import type { TransferContext } from './transfer-context';
import { findOurs, findTarget, type UploadAttempt, type UploadOutcome } from './upload-attempt';

/** A quarter of an hour after its last range the service gives up a session (milliseconds), and a moment more. */
const HELD_FOR = 16 * 60_000;
/** It may end sooner: whoever holds it cancels, or finishes. */
const ASKED_EVERY = 30_000;

/**
 * Why a session was refused for its name. Work drives keep a name for the session that is open for it, also against
 * `replace` (OD#747): one whose creation was answered, but not heard, one of a page that has crashed, one of another
 * device. Only its owner and time can end that.
 */
export async function explainRefusedName(
  context: TransferContext,
  attempt: UploadAttempt,
  error: OneDriveError,
): Promise<UploadOutcome> {
  const { target, conflictBehavior, doubtful } = attempt;
  if (doubtful.has(target.name)) {
    const ours = await findOurs(context, attempt);
    if (ours) return { kind: 'finished', item: ours };
  }
  const item = await findTarget(context, target, 'preparing');
  const isFree = !item || (conflictBehavior === 'replace' && !item.folder);
  return isFree ? { kind: 'conflict', error, isHeld: true } : { kind: 'conflict', error };
}

/** Waits a while, and says so. The wait is false once no session can hold the name any more: then it counts as taken. */
export function createHeldNameWait({
  environment,
  signal,
  report,
}: Pick<TransferContext, 'environment' | 'signal' | 'report'>): () => Promise<boolean> {
  let until: number | undefined;
  return async () => {
    until ??= environment.now() + HELD_FOR;
    if (environment.now() >= until) return false;
    report({ type: 'waiting', reason: 'held', until });
    await sleep(environment, ASKED_EVERY, signal);
    return true;
  };
}
