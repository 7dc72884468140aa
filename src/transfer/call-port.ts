/* oxlint-disable no-await-in-loop -- a call is repeated only after its wait */
import { isCancelled, OneDriveError, toOneDriveError, untilAborted, type ErrorCode } from '../lib';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';
import { waitForRetry } from './wait-for-retry';

/**
 * Makes a Graph call on behalf of a transfer. The graph layer repeats what can be repeated; this layer only
 * keeps the transfer alive where a person or the network is missing, or where the service wants a longer rest
 * than the graph layer hides: then it waits and calls again.
 *
 * @param phase what the transfer shows while the call runs
 * @param repeated failures after which it is made again besides, where the graph layer does not because nobody knows
 * whether it was applied
 */
export async function callPort<T>(
  context: TransferContext,
  phase: 'preparing' | 'verifying',
  call: () => Promise<T>,
  repeated?: ReadonlySet<ErrorCode>,
): Promise<T> {
  const budget = createRetryBudget();
  for (;;) {
    if (context.signal.aborted) throw new OneDriveError('cancelled');
    context.report({ type: phase });
    try {
      return await untilAborted(call(), context.signal);
    } catch (reason) {
      const error = toOneDriveError(reason);
      if (context.signal.aborted) throw new OneDriveError('cancelled', { cause: error });
      if (error.code === 'sign-in-needed') {
        budget.spend(error);
        await waitForSignIn(context, error);
      } else if (error.code === 'offline' || isAskedToWait(error) || repeated?.has(error.code)) {
        await waitForRetry(context, budget, error);
      } else throw error;
    }
  }
}

/** The service wants the same call again, only later. */
export function isAskedToWait(error: OneDriveError): boolean {
  return error.code === 'throttled' || error.retryAfter !== undefined;
}

/**
 * Nothing is discarded while the user is asked to sign in again.
 * @throws `error` where the user closed the question: the transfer can be retried
 */
export async function waitForSignIn(context: TransferContext, error: OneDriveError): Promise<void> {
  context.report({ type: 'waiting', reason: 'sign-in' });
  try {
    await context.signIn(context.signal);
  } catch (reason) {
    if (!context.signal.aborted && isCancelled(reason)) throw error;
    throw reason;
  }
}
