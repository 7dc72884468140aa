/* oxlint-disable no-await-in-loop -- the fragments of a session go strictly one after another */
import type { UploadSession } from '../graph';
import { OneDriveError, sleep, type SecretUrl } from '../lib';
import { callPort } from './call-port';
import { deleteSession } from './delete-session';
import { explainRefusedName } from './held-name';
import { sendFragments, type LostSession } from './send-fragments';
import type { TransferContext } from './transfer-context';
import { findOurs, type UploadAttempt, type UploadOutcome } from './upload-attempt';

/** Fresh sessions after a lost one. More would hide that something is wrong (rclone#9767: 100 of them). */
const RESTARTS = 2;
/** The service may need a moment to show a file it has just finished (milliseconds). */
const SECOND_LOOK = 1_000;

/** Sends a large file through upload sessions until it is finished, or its name turns out to be taken. */
export async function uploadBySession(
  context: TransferContext,
  attempt: UploadAttempt,
): Promise<UploadOutcome> {
  for (let restarts = 0; ; restarts += 1) {
    const session = await openSession(context, attempt);
    if (session instanceof OneDriveError) return explainRefusedName(context, attempt, session);
    const outcome = await runSession(context, attempt, session);
    if (outcome.kind !== 'lost') return outcome;
    closeSession(context, session.uploadUrl);
    const item = await lookTwice(context, attempt);
    if (item) return { kind: 'finished', item };
    if (restarts >= RESTARTS) throw new OneDriveError('session-lost', { cause: outcome.error });
    context.report({ type: 'restarted' });
  }
}

/** Resolves with the error where the name is taken. */
async function openSession(
  context: TransferContext,
  { source, target, conflictBehavior }: UploadAttempt,
): Promise<UploadSession | OneDriveError> {
  const { size: fileSize, lastModified } = source;
  let creation: Promise<UploadSession> | undefined;
  try {
    return await callPort(context, 'preparing', () => {
      // Not the task's signal: a session whose answer nobody waits for would stay open and hold the name.
      const { signal } = new AbortController();
      const options = { fileSize, lastModified, conflictBehavior, signal };
      creation = context.ports.createUploadSession(target, options);
      return creation;
    });
  } catch (reason) {
    if (reason instanceof OneDriveError && reason.code === 'name-conflict') return reason;
    if (context.signal.aborted) closeWhenOpen(context, creation);
    throw reason;
  }
}

function closeWhenOpen(context: TransferContext, creation: Promise<UploadSession> | undefined): void {
  if (!creation) return;
  context.background(async (stopped) => deleteSession(context, (await creation).uploadUrl, stopped));
}

function closeSession(context: TransferContext, uploadUrl: SecretUrl): void {
  context.background((stopped) => deleteSession(context, uploadUrl, stopped));
}

/** However the sending ends without a file, the session goes: it holds the name and counts as used space. */
async function runSession(
  context: TransferContext,
  attempt: UploadAttempt,
  session: UploadSession,
): Promise<UploadOutcome | LostSession> {
  const { uploadUrl } = session;
  try {
    const outcome = await sendFragments(context, attempt, session);
    if (outcome.kind !== 'conflict') return outcome;
    return await resolveConflict(context, attempt, { error: outcome.error, uploadUrl });
  } catch (reason) {
    closeSession(context, uploadUrl);
    throw reason;
  }
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
  conflict: { readonly error: OneDriveError; readonly uploadUrl: SecretUrl },
): Promise<UploadOutcome> {
  const ours = attempt.doubtful.has(attempt.target.name) ? await findOurs(context, attempt) : undefined;
  if (!ours) return { kind: 'conflict', ...conflict };
  closeSession(context, conflict.uploadUrl);
  return { kind: 'finished', item: ours };
}
