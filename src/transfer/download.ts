/* oxlint-disable no-await-in-loop -- one stream is read to its end */
import type { DriveItem } from '../graph';
import { isCancelled, loadCode, revealSecretUrl, sleep, untilAborted } from '../lib';
import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';
import { findWorkingAddress } from './working-address';
import { zipName } from './zip-name';

/** Chunks are handed to the browser as Blobs of this size, which it may keep on disk instead of in memory. */
const BLOB_SIZE = 8 * 1024 * 1024;
/** Time for the browser to take up a saved Blob (milliseconds). */
const KEPT_FOR = 60_000;

/** The browser's own download: any size, its own progress, and no byte passes this page. */
export async function downloadFile(context: TransferContext, item: DriveItem): Promise<TransferEvent> {
  const url = await findWorkingAddress(context, item);
  context.environment.saveAs(revealSecretUrl(url), item.name);
  return { type: 'finished', result: {} };
}

/** One zip of everything below `items`, written while it is read. */
export async function downloadZip(
  context: TransferContext,
  items: readonly DriveItem[],
): Promise<TransferEvent> {
  const { makeZip, zipEntries } = await loadCode(import('./zip'));
  const skipped: string[] = [];
  const known = items.reduce((sum, item) => sum + (item.size ?? 0), 0);
  let loaded = 0;
  const onBytes = (count: number) => {
    loaded += count;
    context.report({ type: 'sent', loaded, total: Math.max(known, loaded) });
  };
  const zip = makeZip(zipEntries({ context, skipped, onBytes }, items));
  const blob = await collect(zip, context.signal);
  save(context, blob, zipName(items));
  return { type: 'finished', result: skipped.length > 0 ? { skipped } : {} };
}

async function collect(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Blob> {
  const reader = stream.getReader();
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = () => {
    blobs.push(new Blob(chunks));
    chunks = [];
    size = 0;
  };
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) break;
      chunks.push(new Uint8Array(value));
      size += value.length;
      if (size >= BLOB_SIZE) flush();
    }
  } finally {
    // Stops the reading of files after a cancel; after an end or an error there is nothing left to stop.
    reader.cancel().catch(() => {});
  }
  flush();
  return new Blob(blobs, { type: 'application/zip' });
}

function save({ environment, background }: TransferContext, blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  environment.saveAs(address, name);
  background(async (stopped) => {
    await sleep(environment, KEPT_FOR, stopped).catch((reason: unknown) => {
      if (!isCancelled(reason)) throw reason;
    });
    URL.revokeObjectURL(address);
  });
}
