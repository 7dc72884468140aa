import type { DriveItem } from '../graph';
import { contentOf } from './content-address';
import { openContent } from './open-content';
import type { ContentContext } from './transfer-context';
import type { TransferPorts } from './types';

/** The first bytes of a file. */
interface Beginning {
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
  /** The file has more than these. */
  readonly isCut: boolean;
}

/**
 * The first `limit` bytes of a file as it is now, to be looked at: read once, from a fresh address, and not proved.
 * Whoever looks is told of a failure, and may ask again.
 */
export async function readBeginning(
  context: ContentContext & { readonly ports: Pick<TransferPorts, 'getContent'> },
  file: DriveItem,
  limit: number,
): Promise<Beginning> {
  const { url, item } = await context.ports.getContent(contentOf(file), context.signal);
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of openContent(context, { url, item, from: 0 })) {
    const rest = chunk.subarray(0, limit - length);
    if (rest.length > 0) bytes.push(rest);
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > limit) return { bytes, isCut: true };
  }
  return { bytes, isCut: false };
}
