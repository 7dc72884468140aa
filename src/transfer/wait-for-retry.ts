import { backoff, OneDriveError, type Environment } from '../lib';
import type { RetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';

/** `navigator.onLine` may say false for ever (a bridge, a VPN), so the network is tried this often anyway. */
const OFFLINE_PERIOD = 15_000;

/**
 * Waits as long as this failure asks for and shows why. A browser that says it is offline spends no budget:
 * the wait may take a night and ends with the `online` event.
 * @throws the error itself where the budget is spent; OneDriveError `cancelled`
 */
export async function waitForRetry(
  context: TransferContext,
  budget: RetryBudget,
  error: OneDriveError,
): Promise<void> {
  const { environment, signal, report } = context;
  if (error.code === 'offline' && !environment.online.get()) {
    report({ type: 'waiting', reason: 'offline', until: environment.now() + OFFLINE_PERIOD });
    return waitForNetwork(environment, OFFLINE_PERIOD, signal);
  }
  const throttled = error.code === 'throttled';
  const delay = backoff(budget.spend(error), environment, { retryAfter: error.retryAfter, throttled });
  report({ type: 'waiting', reason: reasonOf(error), until: environment.now() + delay });
  return waitForNetwork(environment, delay, signal, throttled || error.retryAfter !== undefined);
}

function reasonOf(error: OneDriveError): 'throttled' | 'offline' | 'unavailable' {
  return error.code === 'throttled' || error.code === 'offline' ? error.code : 'unavailable';
}

/** Resolves after `milliseconds`, or as soon as the browser says it is online again unless the time is `fixed`. */
export function waitForNetwork(
  environment: Environment,
  milliseconds: number,
  signal: AbortSignal,
  fixed = false,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      cancelTimer();
      unsubscribe();
      signal.removeEventListener('abort', stop);
    };
    const go = () => {
      leave();
      resolve();
    };
    const stop = () => {
      leave();
      reject(new OneDriveError('cancelled', { cause: signal.reason }));
    };
    const cancelTimer = environment.after(milliseconds, go);
    const unsubscribe = environment.online.subscribe(() => {
      if (!fixed && environment.online.get()) go();
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
