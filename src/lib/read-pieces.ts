/* oxlint-disable no-await-in-loop -- one piece after another, so that memory holds one */

/** Bytes read at once. */
const PIECE = 1024 * 1024;

type Read = () => Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;

/**
 * The bytes of a blob, piece by piece (decision 27).
 *
 * @param take given each of them; its bytes are others once it has returned
 * @throws what the browser says where they can't be read
 */
export async function readPieces(blob: Blob, take: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<void> {
  const read = openReader(blob.stream());
  for (let piece = await read(); !piece.done; piece = await read()) take(piece.value);
}

/** All into one buffer, where the browser can do that. */
function openReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Read {
  try {
    const reader = stream.getReader({ mode: 'byob' });
    let buffer = new ArrayBuffer(PIECE);
    return async () => {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done || !value) return { done: true, value: undefined };
      buffer = value.buffer;
      return { done, value };
    };
  } catch {
    const reader = stream.getReader();
    return () => reader.read();
  }
}
