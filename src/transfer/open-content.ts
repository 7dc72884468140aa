/* oxlint-disable no-await-in-loop -- one stream is read to its end */
import type { DriveItem } from '../graph';
import { OneDriveError, untilAborted, type SecretUrl } from '../lib';
import { readFailure, requestContent } from './content-address';
import type { ContentContext } from './transfer-context';
import { hostOf } from './upload-host';

/** An answer without a byte for so long (milliseconds) is given up, and what is missing asked for again. */
const STALLED_AFTER = 60_000;

interface Wanted {
  readonly url: SecretUrl;
  readonly item: DriveItem;
  /** The first byte that is missing. */
  readonly from: number;
}

/** One answer of the host of bytes, from a byte on. @throws OneDriveError where it is none, or breaks */
export async function* openContent(
  context: ContentContext,
  { url, item, from }: Wanted,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (from === item.size) return;
  const watch = watchForStall(context);
  // Before the watch begins: a closed gate says nothing about the address.
  await context.gate.pass(hostOf(url), context.signal);
  const range = from > 0 ? { headers: { Range: `bytes=${from}-` } } : {};
  const response = await watch.until(requestContent(context, url, { ...range, signal: watch.signal }));
  // Nothing from there on: whether that is right, size and hash tell.
  if (response.status === 416) return;
  if (!response.ok) throw await readFailure(context, response);
  if (isStrange(response, item.name)) {
    response.body?.cancel().catch(() => {});
    throw new OneDriveError('unexpected-answer', { status: response.status });
  }
  // A server may answer a Range request with everything.
  let toSkip = response.status === 206 ? 0 : from;
  for await (const chunk of readBody(watch, response)) {
    const rest = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

/** A page where no page was asked for: of a proxy, or of a network that wants a sign-in. */
function isStrange({ headers }: Response, name: string): boolean {
  return /^text\/html\b/i.test(headers.get('Content-Type') ?? '') && !/\.(?:x?html?|aspx)$/i.test(name);
}

async function* readBody(watch: Watch, { body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const next = await watch.until(reader.read());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Ends the connection where the reading stopped early; a stream that already broke has nothing to cancel.
    reader.cancel().catch(() => {});
  }
}

type Watch = ReturnType<typeof watchForStall>;

function watchForStall({ environment, signal }: ContentContext) {
  const stall = new AbortController();
  const either = AbortSignal.any([signal, stall.signal]);
  return {
    /** Aborted where nothing came for too long, too. */
    signal: either,
    /** @throws OneDriveError `timed-out`, `cancelled`, or the connection's end as `offline` */
    until: async <T>(sign: Promise<T>): Promise<T> => {
      const cancelTimer = environment.after(STALLED_AFTER, () => stall.abort());
      try {
        return await untilAborted(sign, either);
      } catch (reason) {
        if (stall.signal.aborted) throw new OneDriveError('timed-out');
        // What a browser says of a broken body may name its address.
        throw reason instanceof OneDriveError ? reason : new OneDriveError('offline');
      } finally {
        cancelTimer();
      }
    },
  };
}
