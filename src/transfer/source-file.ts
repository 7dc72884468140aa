/* oxlint-disable no-await-in-loop -- slices are read one after another, so that memory holds one */
import { createQuickXorHash, OneDriveError } from '../lib';

/** Bytes read at once where only the hash is wanted. */
const HASH_SLICE = 4 * 1024 * 1024;

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
   * Still on the disk: browsers send it from there ten times as fast as they send bytes of the page.
   * @throws OneDriveError as `read`
   */
  slice(start: number, end: number): Promise<Blob>;
  /** Hashes on up to there what lies next. @throws OneDriveError as `read` */
  hashOn(start: number, end: number): Promise<void>;
  /** quickXorHash of the whole file. Reads only what is not yet in it. */
  hash(): Promise<string>;
}

/** What the file was when it was chosen. */
export interface SourceIdentity {
  readonly size: number;
  readonly lastModified: number;
}

export function createSourceFile(file: File, identity: SourceIdentity): SourceFile {
  const { size, lastModified } = identity;
  const hash = createQuickXorHash();
  let hashed = 0;

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
    if (start > hashed) return;
    for (let next = hashed; next < end; next = hashed) await read(next, Math.min(end, next + HASH_SLICE));
  };
  return {
    name: file.name,
    size,
    lastModified,
    read,
    slice: async (start, end) => {
      check();
      // A file that has gone is told by nobody but a read.
      const last = await readSlice(file, end - 1, end);
      check();
      if (last.length !== 1) throw new OneDriveError('source-changed');
      return file.slice(start, end);
    },
    hashOn,
    hash: async () => {
      await hashOn(hashed, size);
      return hash.digest();
    },
  };
}

/** Browsers say NotReadableError where the file changed on disk, was moved, or the stick was pulled. */
async function readSlice(file: File, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (reason) {
    throw new OneDriveError('source-changed', { cause: reason });
  }
}
