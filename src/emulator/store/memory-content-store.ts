import type { ContentFile, ContentStore } from './content-store';

/** Keeps everything in memory: for tests and for the emulator inside a page. */
export function createMemoryContentStore(): ContentStore {
  return { create: createMemoryFile, close: async () => {} };
}

function createMemoryFile(): ContentFile {
  let chunks: Uint8Array[] = [];
  let size = 0;

  return {
    get size() {
      return size;
    },
    kept: true,
    async append(bytes) {
      chunks.push(bytes);
      size += bytes.length;
    },
    async truncate(to) {
      while (size > to) {
        const last = chunks.pop();
        if (last === undefined) return;
        size -= last.length;
        if (size < to) {
          const kept = last.subarray(0, to - size);
          chunks.push(kept);
          size = to;
        }
      }
    },
    seal: async () => {},
    read: (start, end) => readChunks(chunks, start, end),
    async remove() {
      chunks = [];
      size = 0;
    },
  };
}

function readChunks(chunks: readonly Uint8Array[], start: number, end: number): ReadableStream<Uint8Array> {
  let index = 0;
  let position = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      while (position < end) {
        const chunk = chunks[index];
        if (chunk === undefined) break;
        const from = Math.max(0, start - position);
        const to = Math.min(chunk.length, end - position);
        position += chunk.length;
        index += 1;
        if (from < to) {
          controller.enqueue(chunk.subarray(from, to));
          return;
        }
      }
      controller.close();
    },
  });
}
