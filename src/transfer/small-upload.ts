/* oxlint-disable no-await-in-loop -- nothing is sent again before the folder was looked at */
import { OneDriveError, toOneDriveError, untilAborted } from '../lib';
import { waitForSignIn } from './call-port';
import { DOUBTFUL } from './passing';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';
import { findOurs, type UploadAttempt, type UploadOutcome } from './upload-attempt';
import { waitForRetry } from './wait-for-retry';

/** Sends a small (or empty) file in one request; never twice without a look at the folder between. */
export async function uploadSmall(context: TransferContext, attempt: UploadAttempt): Promise<UploadOutcome> {
  const { source, target, doubtful } = attempt;
  const budget = createRetryBudget();
  const content = await untilAborted(source.read(0, source.size), context.signal);
  for (;;) {
    const error = await put(context, attempt, content);
    if (!(error instanceof OneDriveError)) return error;
    if (error.code === 'sign-in-needed') {
      budget.spend(error);
      await waitForSignIn(context, error);
    } else if (error.code === 'throttled') await waitForRetry(context, budget, error);
    else if (error.code === 'name-conflict') {
      const ours = doubtful.has(target.name) ? await findOurs(context, attempt) : undefined;
      return ours ? { kind: 'finished', item: ours } : { kind: 'conflict', error };
    } else if (DOUBTFUL.has(error.code)) {
      doubtful.add(target.name);
      await waitForRetry(context, budget, error);
      const ours = await findOurs(context, attempt);
      if (ours) return { kind: 'finished', item: ours };
    } else throw error;
  }
}

async function put(
  context: TransferContext,
  { source, target, conflictBehavior, doubtful }: UploadAttempt,
  content: Uint8Array<ArrayBuffer>,
): Promise<UploadOutcome | OneDriveError> {
  const { ports, signal, report } = context;
  if (signal.aborted) return new OneDriveError('cancelled');
  report({ type: 'sent', loaded: 0, total: source.size });
  try {
    const item = await untilAborted(ports.putContent(target, content, { conflictBehavior, signal }), signal);
    return { kind: 'finished', item };
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (!signal.aborted) return error;
    // It may have been applied all the same, and then a retry meets its own file.
    doubtful.add(target.name);
    throw new OneDriveError('cancelled', { cause: error });
  }
}
