import type { Environment } from '../../lib';
import type { FileUpload } from '../upload-memo';
import type { KeptSource } from './entry';
import { takeFingerprint } from './fingerprint';

const MEBIBYTE = 1024 * 1024;
/** A file up to here is kept with its bytes: a pasted picture exists nowhere else. */
const EACH = 4 * MEBIBYTE;
const ALL = 64 * MEBIBYTE;
/** Of what the browser still has room for, the page's own needs come first. */
const SHARE = 0.1;

interface ChosenSource {
  readonly source: KeptSource;
  readonly bytes?: ArrayBuffer;
}

export interface SourceChooser {
  /** @throws where the file can't be read */
  choose(upload: Pick<FileUpload, 'file' | 'handle' | 'size'>): Promise<ChosenSource>;
  /** So many bytes are kept no more. */
  readonly giveBack: (size: number) => void;
  /** The browser has refused: from now on no bytes are kept. */
  readonly stop: () => void;
}

/** Decides how each file is to come back: by itself where that is cheap, else through the browser or the user. */
export function createSourceChooser(environment: Pick<Environment, 'freeSpace'>): SourceChooser {
  let room: Promise<number> | undefined;
  let taken = 0;
  const hasRoom = async (size: number) => {
    if (size > EACH) return false;
    room ??= environment.freeSpace().then(
      (free = 0) => Math.min(ALL, free * SHARE),
      () => 0,
    );
    if (taken + size > (await room)) return false;
    taken += size;
    return true;
  };
  return {
    giveBack: (size) => {
      taken -= size;
    },
    stop: () => {
      room = Promise.resolve(0);
    },
    choose: async ({ file, handle, size }) => {
      if (!file) throw new TypeError('No file.');
      if (await hasRoom(size)) return { source: { kind: 'bytes' }, bytes: await file.arrayBuffer() };
      const fingerprint = await takeFingerprint(file);
      return { source: handle ? { kind: 'handle', handle, fingerprint } : { kind: 'ask', fingerprint } };
    },
  };
}
