import { toOneDriveError, type SecretUrl } from '../lib';
import { callPort } from './call-port';
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
  const { target, conflictBehavior, doubtful, session } = attempt;
  doubtful.add(target.name);
  try {
    const options = { conflictBehavior, signal };
    const item = await callPort(context, 'verifying', () =>
      ports.commitUploadSession(target, uploadUrl, options),
    );
    session.forget();
    return { kind: 'finished', item };
  } catch (reason) {
    const error = toOneDriveError(reason);
    const ours = await findOurs(context, attempt);
    if (!ours && error.code === 'name-conflict') return { kind: 'conflict', error };
    session.close();
    return ours && { kind: 'finished', item: ours };
  }
}
