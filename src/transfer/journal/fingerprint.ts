import { sha256 } from '../../lib';

/** By which a file is known again that is chosen once more. */
export interface Fingerprint {
  readonly head: string;
  readonly tail: string;
}

/** Bytes at each end: where formats have their sums, dates and tables. */
const PART = 64 * 1024;

/** @throws where it can't be read */
export async function takeFingerprint(file: Blob): Promise<Fingerprint> {
  const ends = [file.slice(0, PART), file.slice(Math.max(0, file.size - PART))];
  const [head = '', tail = ''] = await Promise.all(
    ends.map(async (part) => sha256(await part.arrayBuffer())),
  );
  return { head, tail };
}

/** What is told of a file before it is opened. */
export interface FileFacts {
  readonly size: number;
  readonly lastModified: number;
}

function hasFacts(file: File, { size, lastModified }: FileFacts): boolean {
  return file.size === size && file.lastModified === lastModified;
}

export async function isSameFile(file: File, facts: FileFacts, known: Fingerprint): Promise<boolean> {
  if (!hasFacts(file, facts)) return false;
  try {
    const { head, tail } = await takeFingerprint(file);
    return head === known.head && tail === known.tail;
  } catch {
    return false;
  }
}
