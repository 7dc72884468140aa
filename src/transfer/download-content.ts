/* oxlint-disable no-await-in-loop -- one stream is read to its end, or continued where it broke */
import { errorFromAnswer, type DriveItem, type ItemReference } from '../graph';
import {
  backoff,
  createQuickXorHash,
  OneDriveError,
  revealSecretUrl,
  toOneDriveError,
  type SecretUrl,
  untilAborted,
} from '../lib';
import { callPort, isAskedToWait } from './call-port';
import { createRetryBudget, type RetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';
import { hostOf } from './upload-host';
import { waitForRetry } from './wait-for-retry';

/** A stream without a byte for so long (milliseconds) is given up and continued. */
const STALLED_AFTER = 60_000;

/** Where the content of an item is: a shortcut's is behind its reference. */
export function contentOf(item: DriveItem): ItemReference {
  return item.remoteItem ?? item;
}

/**
 * The bytes of one file. A broken stream is continued from a fresh address at the byte where it broke; the hash
 * then proves that both parts belong to one version.
 */
export async function* downloadContent(
  context: TransferContext,
  item: DriveItem,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const budget = createRetryBudget();
  const hash = createQuickXorHash();
  let received = 0;
  let continued = false;
  for (;;) {
    const url = await callPort(context, 'preparing', () =>
      context.ports.getDownloadUrl(contentOf(item), context.signal),
    );
    try {
      for await (const chunk of openStream(context, url, received)) {
        received += chunk.length;
        hash.update(chunk);
        budget.reset();
        yield chunk;
      }
      break;
    } catch (reason) {
      if (context.signal.aborted) throw new OneDriveError('cancelled', { cause: reason });
      await waitOrThrow(context, budget, url, toOneDriveError(reason));
      continued = received > 0;
    }
  }
  const expected = item.file?.hashes?.quickXorHash;
  if (continued && expected !== undefined && hash.digest() !== expected) {
    throw new OneDriveError('verification-failed');
  }
}

/** An expired address answers like a missing or forbidden file, so those are asked again with a fresh one. */
async function waitOrThrow(
  context: TransferContext,
  budget: RetryBudget,
  url: SecretUrl,
  error: OneDriveError,
): Promise<void> {
  if (error.code === 'malware' || error.code === 'invalid-request') throw error;
  if (isAskedToWait(error)) {
    const { retryAfter } = error;
    context.gate.close(hostOf(url), backoff(1, context.environment, { retryAfter, throttled: true }));
  }
  await waitForRetry(context, budget, error);
}

async function* openStream(
  context: TransferContext,
  url: SecretUrl,
  from: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { environment, gate, signal } = context;
  await gate.pass(hostOf(url), signal);
  const response = await environment
    .fetch(revealSecretUrl(url), {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(from > 0 && { headers: { Range: `bytes=${from}-` } }),
    })
    // The reason of a failed fetch may name the address.
    .catch(() => Promise.reject(new OneDriveError('offline')));
  if (response.status === 416 && from > 0) return;
  if (!response.ok) throw await readFailure(response, environment.now());
  // A server may answer a Range request with everything.
  let toSkip = response.status === 206 ? 0 : from;
  for await (const chunk of readBody(context, response)) {
    const rest = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

async function readFailure(response: Response, now: number): Promise<OneDriveError> {
  const body = await response.text().catch(() => '');
  const header = (name: string) => response.headers.get(name);
  return errorFromAnswer({ status: response.status, body, header }, now);
}

async function* readBody(
  { environment, signal }: TransferContext,
  { body }: Response,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!body) return;
  const reader = body.getReader();
  const stall = new AbortController();
  const either = AbortSignal.any([signal, stall.signal]);
  try {
    for (;;) {
      const cancelTimer = environment.after(STALLED_AFTER, () => stall.abort());
      const next = await untilAborted(reader.read(), either)
        .catch(() => Promise.reject(new OneDriveError(stall.signal.aborted ? 'timed-out' : 'offline')))
        .finally(cancelTimer);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Ends the connection where the reading stopped early; a stream that already broke has nothing to cancel.
    reader.cancel().catch(() => {});
  }
}
