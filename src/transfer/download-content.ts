/* oxlint-disable no-await-in-loop -- one stream is read to its end, or continued where it broke */
import type { DriveItem } from '../graph';
import { createQuickXorHash, OneDriveError, untilAborted, type SecretUrl } from '../lib';
import { freshAddress, readFailure, requestContent, waitForFreshAddress } from './content-address';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';

/** A stream without a byte for so long (milliseconds) is given up and continued. */
const STALLED_AFTER = 60_000;

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
    const url = await freshAddress(context, item);
    try {
      for await (const chunk of openStream(context, url, received)) {
        received += chunk.length;
        hash.update(chunk);
        budget.reset();
        yield chunk;
      }
      break;
    } catch (reason) {
      await waitForFreshAddress(context, budget, url, reason);
      continued = received > 0;
    }
  }
  const expected = item.file?.hashes?.quickXorHash;
  if (continued && expected !== undefined && hash.digest() !== expected) {
    throw new OneDriveError('verification-failed');
  }
}

async function* openStream(
  context: TransferContext,
  url: SecretUrl,
  from: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const response = await requestContent(context, url, from > 0 ? `bytes=${from}-` : undefined);
  if (response.status === 416 && from > 0) return;
  if (!response.ok) throw await readFailure(context, response);
  // A server may answer a Range request with everything.
  let toSkip = response.status === 206 ? 0 : from;
  for await (const chunk of readBody(context, response)) {
    const rest = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
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
