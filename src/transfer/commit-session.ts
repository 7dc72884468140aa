import { OneDriveError, toOneDriveError, type SecretUrl } from '../lib';
import { callPort } from './call-port';
import { deleteSession } from './delete-session';
import type { TransferContext } from './transfer-context';
import { findOurs, type UploadAttempt, type UploadOutcome } from './upload-attempt';

/**
 * Finishes a session that kept its bytes while the user was asked about the name.
 * Resolves with `undefined` where that did not work: then the session is gone and the file is sent again.
 */
export async function commitSession(
  context: TransferContext,
  attempt: UploadAttempt,
  uploadUrl: SecretUrl,
): Promise<UploadOutcome | undefined> {
  const { ports, signal } = context;
  const { target, conflictBehavior, doubtful } = attempt;
  doubtful.add(target.name);
  try {
    const options = { conflictBehavior, signal };
    const item = await callPort(context, 'verifying', () =>
      ports.commitUploadSession(target, uploadUrl, options),
    );
    return { kind: 'finished', item };
  } catch (reason) {
    const error = toOneDriveError(reason);
    const close = () => context.background((stopped) => deleteSession(context, uploadUrl, stopped));
    const ours = await lookUnlessAborted(context, attempt, close);
    if (ours) {
      close();
      return { kind: 'finished', item: ours };
    }
    if (error.code === 'name-conflict') return { kind: 'conflict', error, uploadUrl };
    close();
    return undefined;
  }
}

async function lookUnlessAborted(context: TransferContext, attempt: UploadAttempt, close: () => void) {
  try {
    if (context.signal.aborted) throw new OneDriveError('cancelled');
    return await findOurs(context, attempt);
  } catch (reason) {
    close();
    throw reason;
  }
}
