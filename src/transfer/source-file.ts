import { createQuickXorHash, OneDriveError, readPieces, type Environment } from '../lib';
import { createThreadHash, type ThreadHash } from './thread-hash';

/** So few bytes are little; less than a fragment that is not the last one. */
const LITTLE = 256 * 1024;

/** The chosen file by absolute offset, and its hash. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
  /**
   * In memory, and hashed on the way.
   * @throws OneDriveError `source-changed` where the file is no longer the one that was chosen
   */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * For sending. Much of it stays on the disk: browsers send it from there ten times as fast as they send bytes of the
   * page. Little is read, as the hash wants it anyway.
   * @throws OneDriveError as `read`
   */
  content(start: number, end: number): Promise<Blob | Uint8Array<ArrayBuffer>>;
  /** Hashes on up to there what lies next. @throws OneDriveError as `read` */
  hashOn(start: number, end: number): Promise<void>;
  /** quickXorHash of the whole file. Reads only what is not yet in it. */
  hash(): Promise<string>;
  /** Nothing more is wanted of it. */
  readonly end: () => void;
}

/** What the file was when it was chosen. */
export interface SourceIdentity {
  readonly size: number;
  readonly lastModified: number;
}

export function createSourceFile(
  file: File,
  identity: SourceIdentity,
  hashThread?: Environment['hashThread'],
): SourceFile {
  const { size, lastModified } = identity;
  const hash = createQuickXorHash();
  let hashed = 0;
  let hashedAside = 0;
  const thread = createLazyThread(file, hashThread);

  const check = () => {
    if (file.size !== size || file.lastModified !== lastModified) throw new OneDriveError('source-changed');
  };
  const read = async (start: number, end: number) => {
    check();
    const bytes = await readSlice(file, start, end);
    check();
    if (bytes.length !== end - start) throw new OneDriveError('source-changed');
    if (start <= hashed && hashed < end) {
      hash.update(bytes.subarray(hashed - start));
      hashed = end;
    }
    return bytes;
  };
  const hashOn = async (start: number, end: number) => {
    if (start > Math.max(hashed, hashedAside)) return;
    // What was read into memory is hashed already.
    if (hashed === 0 && (await hashAside(end)) !== undefined) return;
    if (hashed < end) await hashHere(end);
  };
  const hashHere = async (end: number) => {
    check();
    await reading(
      readPieces(file.slice(hashed, end), (bytes) => {
        hash.update(bytes);
        hashed += bytes.length;
      }),
    );
    check();
    if (hashed !== end) throw new OneDriveError('source-changed');
  };
  const hashAside = async (end: number) => {
    check();
    const soFar = await thread.upTo(end);
    check();
    hashedAside = soFar === undefined ? 0 : Math.max(hashedAside, end);
    return soFar;
  };
  return {
    name: file.name,
    size,
    lastModified,
    read,
    content: async (start, end) => {
      if (end - start <= LITTLE) return read(start, end);
      check();
      // A file that has gone is told by nobody but a read.
      const last = await readSlice(file, end - 1, end);
      check();
      if (last.length !== 1) throw new OneDriveError('source-changed');
      return file.slice(start, end);
    },
    hashOn,
    hash: async () => {
      const aside = hashed === 0 ? await hashAside(size) : undefined;
      if (aside !== undefined) return aside;
      await hashOn(hashed, size);
      return hash.digest();
    },
    end: thread.end,
  };
}

/** A slice is made known to the browser's own process while the page stands still: a whole file needs none. */
async function readSlice(file: File, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const part = start === 0 && end === file.size ? file : file.slice(start, end);
  return new Uint8Array(await reading(part.arrayBuffer()));
}

/** Browsers say NotReadableError where the file changed on disk, was moved, or the stick was pulled. */
async function reading<T>(bytes: Promise<T>): Promise<T> {
  try {
    return await bytes;
  } catch (reason) {
    throw new OneDriveError('source-changed', { cause: reason });
  }
}

/** Begun when it is first asked for something: most files are small, and never ask. */
function createLazyThread(file: File, hashThread: Environment['hashThread']): ThreadHash {
  let thread: ThreadHash | undefined;
  return {
    upTo: async (end) => {
      const worker = hashThread?.();
      if (!worker) return undefined;
      thread ??= createThreadHash(worker, file);
      return thread.upTo(end);
    },
    end: () => thread?.end(),
  };
}
