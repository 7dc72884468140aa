import { isCancelled, OneDriveError, sleep } from '../lib';
import type { ByteSink } from './byte-sink';
import type { TransferContext } from './transfer-context';

/** Chunks are handed to the browser as Blobs of this size, which it may keep on disk instead of in memory. */
const BLOB_SIZE = 8 * 1024 * 1024;
/** Time for the browser to take up a saved Blob (milliseconds). */
const KEPT_FOR = 60_000;

/** Collects a zip for the browser's own download, where the page can't write into a file. */
export function createBlobSink(context: TransferContext, name: string): ByteSink {
  let blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = async () => {
    const blob = new Blob(chunks);
    chunks = [];
    size = 0;
    blobs.push(blob);
    await prove(blob);
  };
  return {
    write: async (bytes) => {
      chunks.push(bytes);
      size += bytes.length;
      if (size >= BLOB_SIZE) await flush();
    },
    commit: async () => {
      await flush();
      save(context, new Blob(blobs, { type: 'application/zip' }), name);
    },
    discard: async () => {
      blobs = [];
      chunks = [];
    },
  };
}

/** A browser that has no more room for Blobs makes them all the same, and says so when they are read. */
async function prove(blob: Blob): Promise<void> {
  try {
    await blob.slice(-1).arrayBuffer();
  } catch (cause) {
    throw new OneDriveError('disk-full', { cause });
  }
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
