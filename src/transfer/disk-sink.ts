import { OneDriveError } from '../lib';
import type { ByteSink } from './byte-sink';

/** Bytes handed to the browser at once: each time costs a message to another process. */
const BATCH = 4 * 1024 * 1024;

/** A file that the user chose. */
export interface DiskSink extends ByteSink {
  /** Takes back everything that was written. */
  readonly restart: () => Promise<void>;
}

/** The browser writes beside the file and puts it in its place at the end, so that nobody meets half of it. */
export function createDiskSink(handle: FileSystemFileHandle): DiskSink {
  let opening: Promise<FileSystemWritableFileStream> | undefined;
  let batch: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const open = () => (opening ??= handle.createWritable());
  const take = () => {
    const bytes = new Blob(batch);
    batch = [];
    size = 0;
    return bytes;
  };
  return {
    write: (bytes) =>
      asOurs(async () => {
        batch.push(bytes);
        size += bytes.length;
        if (size >= BATCH) await (await open()).write(take());
      }),
    restart: () =>
      asOurs(async () => {
        take();
        const stream = await open();
        await stream.truncate(0);
        await stream.seek(0);
      }),
    commit: () =>
      asOurs(async () => {
        const stream = await open();
        await stream.write(take());
        await stream.close();
      }),
    discard: async () => {
      take();
      // Where it has failed there is nothing left to abort.
      await opening?.then((stream) => stream.abort()).catch(() => undefined);
      await removeEmpty(handle);
    },
  };
}

/** Choosing a new name has made an empty file of it. What holds something is not ours. */
async function removeEmpty(handle: FileSystemFileHandle): Promise<void> {
  try {
    const file = await handle.getFile();
    // Not every browser has it.
    if (file.size === 0) await (handle as { remove?: () => Promise<void> }).remove?.();
  } catch {
    // It is gone, or may not be touched: nothing is left to clean up.
  }
}

async function asOurs(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    throw new OneDriveError(isFull ? 'disk-full' : 'save-refused', { cause });
  }
}
