/* oxlint-disable no-await-in-loop -- a zip is written entry by entry */
import type { DriveItem } from '../graph';
import { numberedName, OneDriveError, parseInstant, toOneDriveError, type ErrorCode } from '../lib';
import { callPort } from './call-port';
import { contentOf } from './content-address';
import { createContentWork, downloadContent, type ContentWork } from './download-content';
import type { TransferContext } from './transfer-context';

/** What client-zip takes: a folder has no input. */
export type ZipEntry = {
  readonly name: string;
  readonly input?: AsyncIterable<Uint8Array<ArrayBuffer>>;
  readonly lastModified?: number;
};

type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>>;

export interface ZipWalk {
  readonly context: TransferContext;
  /** Waits until somebody tries again. @throws the reason where that would not help */
  readonly park: (reason: unknown) => Promise<void>;
  /** Paths of what could not go in. */
  readonly skipped: string[];
  readonly onBytes: (count: number) => void;
  /** Why the last of them could not. */
  missing?: OneDriveError;
}

/** Nobody can have these, now or later: the zip goes on without them. */
const OUT_OF_REACH: ReadonlySet<ErrorCode> = new Set(['malware', 'not-found']);

interface Place {
  /** Names of the folders above, each with a slash. */
  readonly path: string;
  /** Keys of these folders: shortcuts can lead in circles. */
  readonly above: readonly string[];
}

/** Every file and folder below `items`, read only when the zip gets there. */
export async function* zipEntries(
  walk: ZipWalk,
  items: readonly DriveItem[],
  { path, above }: Place = { path: '', above: [] },
): AsyncGenerator<ZipEntry> {
  const names = new Set<string>();
  for (const item of items) {
    const name = path + freeName(names, item.name);
    const { driveId, id } = contentOf(item);
    const key = `${driveId} ${id}`;
    if (item.package || above.includes(key)) walk.skipped.push(name);
    else if (item.folder ?? item.remoteItem?.folder) {
      const children = await withoutMissing(walk, name, () => patiently(walk, () => childrenOf(walk, item)));
      if (!children) continue;
      yield { name: `${name}/`, ...timeOf(item) };
      yield* zipEntries(walk, children, { path: `${name}/`, above: [...above, key] });
    } else {
      const input = await withoutMissing(walk, name, () => openFile(walk, item));
      if (input) yield { name, input, ...timeOf(item) };
    }
  }
}

/** The first bytes are waited for: a file that turns out to be gone leaves no trace in the zip. */
async function openFile(walk: ZipWalk, item: DriveItem): Promise<Chunks> {
  const content = contentOfFile(walk, createContentWork(item, refuse));
  const first = await content.next();
  return join(first, content);
}

/** What is in the zip stays there. */
function refuse(): Promise<void> {
  return Promise.reject(new OneDriveError('verification-failed'));
}

async function* join(first: IteratorResult<Uint8Array<ArrayBuffer>>, rest: Chunks): Chunks {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* contentOfFile(walk: ZipWalk, work: ContentWork): Chunks {
  for (;;) {
    try {
      for await (const chunk of downloadContent(walk.context, work)) {
        walk.onBytes(chunk.length);
        yield chunk;
      }
      return;
    } catch (reason) {
      await walk.park(reason);
    }
  }
}

async function patiently<T>({ park }: ZipWalk, read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (reason) {
      await park(reason);
    }
  }
}

async function withoutMissing<T>(
  walk: ZipWalk,
  name: string,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (!OUT_OF_REACH.has(error.code)) throw error;
    walk.missing = error;
    walk.skipped.push(name);
    return undefined;
  }
}

function timeOf({ lastModifiedDateTime }: DriveItem): { lastModified?: number } {
  const lastModified = parseInstant(lastModifiedDateTime);
  return lastModified === undefined ? {} : { lastModified };
}

/** Pages may repeat items (OD#1472); each goes in once. */
function childrenOf({ context }: ZipWalk, folder: DriveItem): Promise<DriveItem[]> {
  return callPort(context, 'preparing', async () => {
    const children = new Map<string, DriveItem>();
    for await (const child of context.ports.listChildren(contentOf(folder), context.signal)) {
      children.set(child.id, child);
    }
    return [...children.values()];
  });
}

/**
 * Items found by a search may share a name; case counts for nothing where the zip is unpacked on Windows. A name with a
 * slash would be a path there.
 */
function freeName(taken: Set<string>, name: string): string {
  const safe = name.replaceAll(/[\\/]/g, '_');
  let free = safe;
  for (let number = 1; taken.has(free.toLowerCase()); number += 1) free = numberedName(safe, number);
  taken.add(free.toLowerCase());
  return free;
}
