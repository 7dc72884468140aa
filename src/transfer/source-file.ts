/* oxlint-disable no-await-in-loop -- slices are read one after another, so that memory holds one */
import { createQuickXorHash, OneDriveError } from '../lib';

/** Bytes read at once where only the hash is wanted. */
const HASH_SLICE = 4 * 1024 * 1024;

/** Reads the chosen file by absolute offset and hashes what passes by. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
  /** @throws OneDriveError `source-changed` where the file is no longer the one that was chosen */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /** quickXorHash of the whole file. Reads only what was not yet sent. */
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
  return {
    name: file.name,
    size,
    lastModified,
    read,
    hash: async () => {
      for (let start = hashed; start < size; start = hashed) {
        await read(start, Math.min(size, start + HASH_SLICE));
      }
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
