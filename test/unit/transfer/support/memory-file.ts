import { VIRTUAL_START } from './virtual-environment';

/** Bytes that repeat nowhere soon, the same for the same seed. */
export function someBytes(size: number, seed = 7): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = seed >>> 0 || 1;
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

/** Vitest compares long arrays byte by byte, for seconds. */
export function sameBytes(bytes: Uint8Array | undefined, expected: Uint8Array): boolean {
  return bytes !== undefined && Buffer.compare(bytes, expected) === 0;
}

export interface MemoryFile extends File {
  readonly content: Uint8Array<ArrayBuffer>;
  /** As if the file on disk had changed or had been pulled out with its stick. */
  unreadable: boolean;
  readonly reads: { count: number; bytes: number };
}

/**
 * A file that is read at once, whole or in slices: no real disk between a test and its virtual clock. Changed when that begins,
 * unless told.
 */
export function memoryFile(
  name: string,
  content: Uint8Array<ArrayBuffer>,
  lastModified = VIRTUAL_START,
): MemoryFile {
  const file = new File([content], name, { lastModified });
  const reads = { count: 0, bytes: 0 };
  const memory: MemoryFile = Object.assign(file, { content, unreadable: false, reads });
  memory.slice = (start = 0, end = content.length) => {
    const part = content.slice(start, end);
    const arrayBuffer = async () => {
      reads.count += 1;
      reads.bytes += part.length;
      if (memory.unreadable) throw new DOMException('gone', 'NotReadableError');
      return part.buffer;
    };
    const stream = () =>
      new ReadableStream({
        start: async (controller) => {
          controller.enqueue(new Uint8Array(await arrayBuffer()));
          controller.close();
        },
      });
    return Object.defineProperties(new Blob([]), {
      arrayBuffer: { value: arrayBuffer },
      stream: { value: stream },
      size: { value: part.length },
    });
  };
  memory.arrayBuffer = () => memory.slice().arrayBuffer();
  return memory;
}
