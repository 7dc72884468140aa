import type { ServerResponse } from 'node:http';
import type { Cut } from '../core';

/** Ends a connection as a broken network would: at once, or within the body of an answer. */
export async function cutConnection(cut: Cut, outgoing: ServerResponse): Promise<void> {
  if (cut.partial !== undefined) {
    const { response, bytes } = cut.partial;
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.flushHeaders();
    if (response.body !== null) await writeSome(response.body, bytes, outgoing);
  }
  outgoing.socket?.destroy();
}

async function writeSome(
  body: ReadableStream<Uint8Array>,
  limit: number,
  outgoing: ServerResponse,
): Promise<void> {
  const reader = body.getReader();
  let left = limit;
  while (left > 0) {
    const { done, value } = await reader.read();
    if (done) break;
    await write(value.subarray(0, left), outgoing);
    left -= value.byteLength;
  }
  await reader.cancel();
}

/** Waits until the bytes are with the system: destroying the socket would drop them otherwise. */
function write(bytes: Uint8Array, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.write(bytes, () => resolve());
  });
}
