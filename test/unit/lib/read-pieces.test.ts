import { describe, expect, it } from 'vitest';
import { readPieces } from '../../../src/lib';
import { sameBytes, someBytes } from '../transfer/support/memory-file';

const CONTENT = someBytes(3 * 1024 * 1024 + 7);

async function read(blob: Blob): Promise<{ bytes: Uint8Array; longest: number }> {
  const bytes = new Uint8Array(CONTENT.length);
  let length = 0;
  let longest = 0;
  await readPieces(blob, (piece) => {
    bytes.set(piece, length);
    length += piece.length;
    longest = Math.max(longest, piece.length);
  });
  return { bytes: bytes.subarray(0, length), longest };
}

/** As of a browser whose blobs have no readers that take a buffer along. */
function plainBlob(): Blob {
  const chunks = [CONTENT.subarray(0, 1_000_000), CONTENT.subarray(1_000_000)];
  const stream = () =>
    new ReadableStream({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
  return Object.assign(new Blob([]), { stream });
}

describe('a blob that is read in pieces', () => {
  it('comes whole and in order, a mebibyte at most at a time', async () => {
    const { bytes, longest } = await read(new Blob([CONTENT]));
    expect(sameBytes(bytes, CONTENT)).toBe(true);
    expect(longest).toBeLessThanOrEqual(1024 * 1024);
  });

  it('comes whole where the browser brings buffers of its own', async () => {
    expect(sameBytes((await read(plainBlob())).bytes, CONTENT)).toBe(true);
  });

  it('is nothing where it is empty', async () => {
    expect((await read(new Blob([]))).bytes.length).toBe(0);
  });

  it('rejects with what the browser says where it can’t be read', async () => {
    const error = new DOMException('gone', 'NotReadableError');
    const stream = () => new ReadableStream({ start: (controller) => controller.error(error) });
    await expect(readPieces(Object.assign(new Blob([]), { stream }), () => {})).rejects.toBe(error);
  });
});
