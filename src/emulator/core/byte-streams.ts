type Bytes = ReadableStream<Uint8Array>;

/** The first `limit` bytes of a body, then an error, as when the sender goes away. */
export function breakAfter(body: Bytes, limit: number): Bytes {
  let left = limit;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        if (chunk.byteLength < left) {
          left -= chunk.byteLength;
          controller.enqueue(chunk);
          return;
        }
        if (left > 0) controller.enqueue(chunk.subarray(0, left));
        controller.error(new Error('The connection was cut by a scripted fault.'));
      },
    }),
  );
}

/** A body that stands still once, after its first `limit` bytes. */
export function pauseAfter(body: Bytes, limit: number, wait: () => Promise<void>): Bytes {
  let left = limit;
  let paused = false;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: async (chunk, controller) => {
        if (paused || chunk.byteLength < left) {
          left -= chunk.byteLength;
          controller.enqueue(chunk);
          return;
        }
        paused = true;
        if (left > 0) controller.enqueue(chunk.subarray(0, left));
        await wait();
        controller.enqueue(chunk.subarray(left));
      },
    }),
  );
}

/** Where “in the middle” is: half of a known length, else after the first byte. */
export function middleOf(headers: Headers): number {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isFinite(length) && length > 1 ? Math.floor(length / 2) : 1;
}
