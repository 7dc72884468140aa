/* oxlint-disable no-await-in-loop -- one stream is read to its end */
import type { DriveItem } from '../graph';
import { OneDriveError, untilAborted, type SecretUrl } from '../lib';
import { readFailure, requestContent } from './content-address';
import type { TransferContext } from './transfer-context';

/** A stream without a byte for so long (milliseconds) is given up and continued. */
const STALLED_AFTER = 60_000;

interface Wanted {
  readonly url: SecretUrl;
  readonly item: DriveItem;
  /** The first byte that is missing. */
  readonly from: number;
}

/** One answer of the host of bytes, from a byte on. @throws OneDriveError where it is none, or breaks */
export async function* openContent(
  context: TransferContext,
  { url, item, from }: Wanted,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (from === item.size) return;
  const response = await requestContent(context, url, from > 0 ? `bytes=${from}-` : undefined);
  // Nothing from there on: whether that is right, size and hash tell.
  if (response.status === 416) return;
  if (!response.ok) throw await readFailure(context, response);
  if (isStrange(response, item.name)) {
    response.body?.cancel().catch(() => {});
    throw new OneDriveError('unexpected-answer', { status: response.status });
  }
  // A server may answer a Range request with everything.
  let toSkip = response.status === 206 ? 0 : from;
  for await (const chunk of readBody(context, response)) {
    const rest = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

/** A page where no page was asked for: of a proxy, or of a network that wants a sign-in. */
function isStrange({ headers }: Response, name: string): boolean {
  return /^text\/html\b/i.test(headers.get('Content-Type') ?? '') && !/\.(?:x?html?|aspx)$/i.test(name);
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
