import type { FileHandle } from 'node:fs/promises';
import type { ContentFile, ContentStore } from './content-store';

const READ_CHUNK = 256 * 1024;

/** A temporary directory, made on first use and removed on close. Node only. */
export function createDiskContentStore(): ContentStore {
  let directory: Promise<string> | undefined;
  let count = 0;

  return {
    create() {
      count += 1;
      const name = `${count}.bin`;
      directory ??= makeDirectory();
      const path = directory.then((base) => `${base}/${name}`);
      // The first append or read reports it; until then nobody listens.
      path.catch(() => {});
      return createDiskFile(path);
    },
    async close() {
      if (directory === undefined) return;
      const base = await directory;
      directory = undefined;
      const { rm } = await import('node:fs/promises');
      await rm(base, { recursive: true, force: true });
    },
  };
}

// Imported late, so that a page may import this module's door without a node: module.
async function makeDirectory(): Promise<string> {
  const [{ mkdtemp }, { tmpdir }] = await Promise.all([import('node:fs/promises'), import('node:os')]);
  return mkdtemp(`${tmpdir()}/onedrive-emulator-`);
}

function createDiskFile(path: Promise<string>): ContentFile {
  let size = 0;
  let handle: Promise<FileHandle> | undefined;

  const writer = (): Promise<FileHandle> => {
    handle ??= path.then(async (name) => {
      const { open } = await import('node:fs/promises');
      return open(name, size === 0 ? 'w+' : 'r+');
    });
    return handle;
  };
  const seal = async (): Promise<void> => {
    const open = handle;
    handle = undefined;
    if (open !== undefined) await (await open).close();
  };

  return {
    get size() {
      return size;
    },
    kept: true,
    async append(bytes) {
      const file = await writer();
      await file.write(bytes, 0, bytes.length, size);
      size += bytes.length;
    },
    async truncate(to) {
      await (await writer()).truncate(to);
      size = to;
    },
    seal,
    read: (start, end) => readFile(path, start, end),
    async remove() {
      await seal();
      const { rm } = await import('node:fs/promises');
      await rm(await path, { force: true });
      size = 0;
    },
  };
}

function readFile(path: Promise<string>, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  let file: FileHandle | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (position < end && file === undefined) {
        const { open } = await import('node:fs/promises');
        file = await open(await path, 'r');
      }
      const wanted = Math.min(READ_CHUNK, end - position);
      const { bytesRead, buffer } =
        file !== undefined && wanted > 0
          ? await file.read(new Uint8Array(wanted), 0, wanted, position)
          : { bytesRead: 0, buffer: new Uint8Array() };
      position += bytesRead;
      if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
      if (bytesRead > 0 && position < end) return;
      await file?.close();
      controller.close();
    },
    async cancel() {
      await file?.close();
    },
  });
}
