import { createQuickXorHash } from '../../../src/lib';

export function hashOf(bytes: Uint8Array): string {
  const hash = createQuickXorHash();
  hash.update(bytes);
  return hash.digest();
}

/** A body whose sender breaks off after some bytes. */
export function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error('cut'));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
}
