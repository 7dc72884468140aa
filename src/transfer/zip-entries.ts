/* oxlint-disable no-await-in-loop -- a zip is written entry by entry */
import type { DriveItem } from '../graph';
import { parseInstant } from '../lib';
import { callPort } from './call-port';
import { contentOf } from './content-address';
import { downloadContent } from './download-content';
import { numberedName } from './numbered-name';
import type { TransferContext } from './transfer-context';

/** What client-zip takes: a folder has no input. */
export type ZipEntry =
  | { readonly name: string }
  | {
      readonly name: string;
      readonly input: AsyncIterable<Uint8Array<ArrayBuffer>>;
      readonly lastModified?: number;
    };

export interface ZipWalk {
  readonly context: TransferContext;
  /** Paths of what has no content to download. */
  readonly skipped: string[];
  readonly onBytes: (count: number) => void;
}

/** Every file and folder below `items`, read only when the zip gets there. */
export async function* zipEntries(
  walk: ZipWalk,
  items: readonly DriveItem[],
  parent = '',
): AsyncGenerator<ZipEntry> {
  const names = new Set<string>();
  for (const item of items) {
    const name = parent + freeName(names, item.name);
    if (item.package) walk.skipped.push(name);
    else if (item.folder ?? item.remoteItem?.folder) {
      yield { name: `${name}/` };
      yield* zipEntries(walk, await childrenOf(walk.context, item), `${name}/`);
    } else yield fileEntry(walk, item, name);
  }
}

function fileEntry({ context, onBytes }: ZipWalk, item: DriveItem, name: string): ZipEntry {
  const lastModified = parseInstant(item.lastModifiedDateTime);
  const input = counted(downloadContent(context, item), onBytes);
  return lastModified === undefined ? { name, input } : { name, input, lastModified };
}

async function* counted(content: AsyncIterable<Uint8Array<ArrayBuffer>>, onBytes: (count: number) => void) {
  for await (const chunk of content) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Pages may repeat items (OD#1472); each goes in once. */
function childrenOf(context: TransferContext, folder: DriveItem): Promise<DriveItem[]> {
  return callPort(context, 'preparing', async () => {
    const children = new Map<string, DriveItem>();
    for await (const child of context.ports.listChildren(contentOf(folder), context.signal)) {
      children.set(child.id, child);
    }
    return [...children.values()];
  });
}

/** Items found by a search may share a name; case counts for nothing where the zip is unpacked on Windows. */
function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let number = 1; taken.has(free.toLowerCase()); number += 1) free = numberedName(name, number);
  taken.add(free.toLowerCase());
  return free;
}
