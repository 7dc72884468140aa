/* oxlint-disable no-await-in-loop -- tried again only after a wait */
import { backoff, isCancelled, parseRetryAfter, type SecretUrl } from '../lib';
import type { TransferContext } from './transfer-context';
import { askUploadHost, hostOf } from './upload-host';
import { waitForNetwork } from './wait-for-retry';

const TRIES = 6;

/**
 * Frees the name and the space an unfinished session holds. Best effort: a session that cannot be deleted
 * expires by itself. Any answer that is not about the moment ends it (404: gone; 409: it has just finished).
 *
 * @returns whether the service has answered
 * @param stopped aborted when the queue is disposed: then there is one request and no waiting
 */
export async function deleteSession(
  { environment, gate }: Pick<TransferContext, 'environment' | 'gate'>,
  uploadUrl: SecretUrl,
  stopped: AbortSignal,
): Promise<boolean> {
  const host = hostOf(uploadUrl);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await gate.pass(host, stopped);
    const answer = await askUploadHost(environment, { method: 'DELETE', uploadUrl }).catch(
      (reason: unknown) => {
        if (isCancelled(reason)) throw reason;
        return undefined; // No answer: whether it was applied is asked by deleting again.
      },
    );
    const passing = !answer || answer.status === 429 || answer.status === 408 || answer.status >= 500;
    if (!passing) return true;
    if (stopped.aborted) return false;
    const retryAfter = parseRetryAfter(answer?.header('Retry-After') ?? null, environment.now());
    const throttled = answer?.status === 429 || retryAfter !== undefined;
    const delay = backoff(attempt, environment, { retryAfter, throttled });
    if (throttled) gate.close(host, delay);
    await waitForNetwork(environment, delay, stopped, throttled);
  }
  return false;
}
