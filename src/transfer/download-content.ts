/* oxlint-disable no-await-in-loop -- one stream is read to its end, or continued where it broke */
import type { DriveItem } from '../graph';
import { createQuickXorHash, OneDriveError, type QuickXorHash } from '../lib';
import { isRewrittenByService } from './comparison';
import { freshContent, waitForFreshAddress } from './content-address';
import { openContent } from './open-content';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';

/** A file that changes while it is read, or that differs from its hash, is begun again so often. */
const RESTARTS = 2;

/** How far the bytes of a file have come, over all runs of its task. */
export interface ContentWork {
  readonly item: DriveItem;
  /** Takes back all bytes that were given out. @throws OneDriveError where that cannot be */
  readonly takeBack: () => Promise<void>;
  received: number;
  hash: QuickXorHash;
  /** Of the bytes so far: another one has other bytes. */
  version: string | undefined;
  restarts: number;
  /** Their hash is the service's. */
  isProved: boolean;
}

export function createContentWork(item: DriveItem, takeBack: () => Promise<void>): ContentWork {
  const hash = createQuickXorHash();
  return { item, takeBack, received: 0, hash, version: undefined, restarts: 0, isProved: false };
}

/**
 * The bytes of one file. A broken stream is continued from a fresh address at the byte where it broke, if the file is
 * still the same; at the end size and hash prove that they are those of one version.
 * @throws OneDriveError `verification-failed`
 */
export async function* downloadContent(
  context: TransferContext,
  work: ContentWork,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const budget = createRetryBudget();
  for (;;) {
    const { url, item } = await freshContent(context, work.item);
    await meetVersion(context, work, item);
    try {
      for await (const chunk of openContent(context, { url, item, from: work.received })) {
        work.received += chunk.length;
        work.hash.update(chunk);
        budget.reset();
        yield chunk;
      }
      if (isShort(work, item)) throw new OneDriveError('verification-failed');
    } catch (reason) {
      await waitForFreshAddress(context, budget, url, reason);
      continue;
    }
    if (isWhole(work, item)) return;
    await startAgain(context, work);
  }
}

async function meetVersion(context: TransferContext, work: ContentWork, item: DriveItem): Promise<void> {
  const version = item.cTag ?? item.eTag;
  if (work.received > 0 && version !== work.version) await startAgain(context, work);
  work.version = version;
}

async function startAgain({ report }: TransferContext, work: ContentWork): Promise<void> {
  if (work.restarts >= RESTARTS) throw new OneDriveError('verification-failed');
  await work.takeBack();
  work.restarts += 1;
  work.received = 0;
  work.hash = createQuickXorHash();
  report({ type: 'restarted' });
}

/** SharePoint tells size and hash of Office files as they were before it wrote into them (OD#935). */
function isShort({ received }: ContentWork, { name, size = 0 }: DriveItem): boolean {
  return received < size && !isRewrittenByService(name);
}

function isWhole(work: ContentWork, { name, size, file }: DriveItem): boolean {
  const expected = file?.hashes?.quickXorHash;
  const isSize = size === undefined || work.received === size;
  work.isProved = isSize && expected !== undefined && work.hash.digest() === expected;
  return work.isProved || isRewrittenByService(name) || (isSize && expected === undefined);
}
