/* oxlint-disable no-await-in-loop -- the fragments of a session go strictly one after another */
import { OneDriveError, sleep } from '../lib';
import { callPort } from './call-port';
import { explainRefusedName } from './held-name';
import { isOneOfMany } from './needs-session';
import { UNHEARD } from './passing';
import { sendFragments, type LostSession } from './send-fragments';
import type { OpenSession } from './session-keeper';
import type { TransferContext } from './transfer-context';
import { findOurs, findTarget, type UploadAttempt, type UploadOutcome } from './upload-attempt';

/** Fresh sessions after a lost one. More would hide that something is wrong (rclone#9767: 100 of them). */
const RESTARTS = 2;
/** The service may need a moment to show a file it has just finished (milliseconds). */
const SECOND_LOOK = 1_000;

/**
 * Sends a large file through upload sessions until it is finished, or its name turns out to be taken. A run that ends
 * otherwise leaves its session to the keeper: the next one goes on with what has arrived.
 */
export async function uploadBySession(
  context: TransferContext,
  attempt: UploadAttempt,
): Promise<UploadOutcome> {
  for (let restarts = 0; ; restarts += 1) {
    const session = await takeSession(context, attempt);
    if (session instanceof OneDriveError) return explainRefusedName(context, attempt, session);
    const outcome = await context.turn(() => runSession(context, attempt, session));
    if (outcome.kind !== 'lost') return outcome;
    attempt.session.close();
    const item = await lookTwice(context, attempt);
    if (item) return { kind: 'finished', item };
    if (restarts >= RESTARTS) throw new OneDriveError('session-lost', { cause: outcome.error });
    context.report({ type: 'restarted' });
  }
}

/** Resolves with the error where the name is taken. */
async function takeSession(
  context: TransferContext,
  { source, target, conflictBehavior, session }: UploadAttempt,
): Promise<OpenSession | OneDriveError> {
  const { size: fileSize, lastModified } = source;
  const create = () => {
    // Not the task's signal: a session whose answer nobody waits for would stay open and hold the name.
    const { signal } = new AbortController();
    const options = {
      fileSize,
      lastModified,
      conflictBehavior,
      together: isOneOfMany(context, source),
      signal,
    };
    return context.ports.createUploadSession(target, options);
  };
  try {
    // Made again all the same: one whose answer was lost holds nothing but the name, and that is waited for.
    return await callPort(context, 'preparing', () => session.take(target.name, create), UNHEARD);
  } catch (reason) {
    if (reason instanceof OneDriveError && reason.code === 'name-conflict') return reason;
    throw reason;
  }
}

async function runSession(
  context: TransferContext,
  attempt: UploadAttempt,
  session: OpenSession,
): Promise<UploadOutcome | LostSession> {
  const { uploadUrl, name } = session;
  attempt.session.update({ uploadUrl, name });
  const outcome = await sendFragments(context, attempt, session);
  if (outcome.kind === 'finished') attempt.session.forget();
  if (outcome.kind !== 'conflict') return outcome;
  attempt.session.update({ uploadUrl, name, isComplete: true });
  return resolveConflict(context, attempt, outcome.error);
}

async function lookTwice(context: TransferContext, attempt: UploadAttempt) {
  const item = await findOurs(context, attempt);
  if (item || !attempt.doubtful.has(attempt.target.name)) return item;
  await sleep(context.environment, SECOND_LOOK, context.signal);
  return findOurs(context, attempt);
}

/** A name may be taken by our own file, whose answer was lost. Otherwise the session keeps the bytes. */
async function resolveConflict(
  context: TransferContext,
  attempt: UploadAttempt,
  error: OneDriveError,
): Promise<UploadOutcome | LostSession> {
  const ours = attempt.doubtful.has(attempt.target.name) ? await findOurs(context, attempt) : undefined;
  if (ours) {
    attempt.session.close();
    return { kind: 'finished', item: ours };
  }
  // A session that does not go on any more refuses bytes like this, too: then nothing has the name (abraunegg#3859).
  const taken = await findTarget(context, attempt.target);
  return { kind: taken ? 'conflict' : 'lost', error };
}
