import { createQuickXorHash } from '../../../src/lib';
import type { TestWorld } from '../graph-world';

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

/** What a preauthenticated URL gives, when it is no text. */
export async function bytesOf({ service }: TestWorld, url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await service.handleBytes(new Request(url))).arrayBuffer());
}
