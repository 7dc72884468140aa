import { errorFromAnswer, type DriveItem, type ItemReference } from '../graph';
import {
  backoff,
  explainLostRequest,
  OneDriveError,
  revealSecretUrl,
  toOneDriveError,
  type ErrorCode,
  type SecretUrl,
} from '../lib';
import { callPort, isAskedToWait } from './call-port';
import type { RetryBudget } from './retry-budget';
import type { ContentContext, TransferContext } from './transfer-context';
import type { RemoteContent } from './types';
import { hostOf } from './upload-host';
import { waitForRetry } from './wait-for-retry';

/** No other address changes these. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['configuration-invalid', 'invalid-request', 'malware']);

/** Where the content of an item is: a shortcut's is behind its reference. */
export function contentOf(item: DriveItem): ItemReference {
  return item.remoteItem ?? item;
}

/** Addresses expire and stop working after a sign-out, so each use begins with its own. */
export function freshContent(context: TransferContext, item: DriveItem): Promise<RemoteContent> {
  const { ports, signal } = context;
  return callPort(context, 'preparing', () => ports.getContent(contentOf(item), signal));
}

/** Any HTTP answer resolves. @throws OneDriveError `offline`, `configuration-invalid`; never with the address */
export async function requestContent(
  { environment, gate, signal }: ContentContext,
  url: SecretUrl,
  init: RequestInit = {},
): Promise<Response> {
  await gate.pass(hostOf(url), signal);
  return (
    environment
      .fetch(revealSecretUrl(url), {
        signal,
        ...init,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      // The reason of a failed fetch may name the address.
      .catch(async () => {
        throw await explainLostRequest(environment, revealSecretUrl(url));
      })
  );
}

export async function readFailure(
  { environment }: Pick<ContentContext, 'environment'>,
  response: Response,
): Promise<OneDriveError> {
  const body = await response.text().catch(() => '');
  const header = (name: string) => response.headers.get(name);
  return errorFromAnswer({ status: response.status, body, header }, environment.now());
}

/**
 * An expired address answers like a missing or forbidden file, so those are asked again with a fresh one.
 * @throws OneDriveError what a fresh address cannot help, or the last failure of a spent budget
 */
export async function waitForFreshAddress(
  context: TransferContext,
  budget: RetryBudget,
  url: SecretUrl,
  reason: unknown,
): Promise<void> {
  if (context.signal.aborted) throw new OneDriveError('cancelled', { cause: reason });
  const error = toOneDriveError(reason);
  if (FINAL.has(error.code)) throw error;
  if (isAskedToWait(error)) {
    const { retryAfter } = error;
    context.gate.close(hostOf(url), backoff(1, context.environment, { retryAfter, throttled: true }));
  }
  await waitForRetry(context, budget, error);
}
