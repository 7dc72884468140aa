import type { DriveItem } from '../graph';
import type { DriveRequests } from './drive-requests';
import { folderKey } from './folder-key';
import { itemKey } from './item-key';
import { canBeOpened } from './pick-rules';
import type { PickedItem } from './picker';
import { toPathFolder } from './resolve-path';

export interface GatherOptions {
  readonly requests: Pick<DriveRequests, 'children'>;
  readonly signal: AbortSignal;
  readonly isWanted: (item: DriveItem) => boolean;
  /** Called after each page with all that was found; `false` is enough: the rest is not listed. */
  readonly onFound: (files: ReadonlyMap<string, PickedItem>) => boolean;
}

export interface Gathered {
  readonly files: readonly PickedItem[];
  /** Every folder that was listed, by key, with the number of wanted files below it; empty where the end was early. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A folder, with the names and keys of the folders above it. */
export interface Place {
  readonly folder: DriveItem;
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Lists a folder and the folders below it, one after the other. Shortcuts are followed, each folder once: they can
 * lead in circles.
 * @throws whatever the requests throw; after an abort it gives what was found so far
 */
export async function gatherFiles(start: Place, options: GatherOptions): Promise<Gathered> {
  const files = new Map<string, PickedItem>();
  const seen = new Set([folderKey(start.folder)]);
  const waiting = [start];
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    // One at a time: a throttled drive is not stormed.
    // oxlint-disable-next-line no-await-in-loop
    const below = await gatherOne(place, options, files);
    if (!below) return { files: [...files.values()], counts: new Map() };
    for (const next of below) {
      const key = folderKey(next.folder);
      if (!seen.has(key)) waiting.push(next);
      seen.add(key);
    }
  }
  const found = [...files.values()];
  return { files: found, counts: countBelow(found, seen) };
}

/** @returns the folders in it, or `undefined` where it is enough */
async function gatherOne(
  { folder, path, keys }: Place,
  { requests, signal, isWanted, onFound }: GatherOptions,
  files: Map<string, PickedItem>,
): Promise<readonly Place[] | undefined> {
  const below: Place[] = [];
  const here = { path: [...path, folder.name], folderKeys: [...keys, folderKey(folder)] };
  for await (const page of requests.children(toPathFolder(folder), signal)) {
    if (signal.aborted) return undefined;
    for (const item of page) {
      if (canBeOpened(item)) below.push({ folder: item, path: here.path, keys: here.folderKeys });
      else if (isWanted(item)) files.set(itemKey(item), { item, ...here });
    }
    if (!onFound(files)) return undefined;
  }
  return signal.aborted ? undefined : below;
}

function countBelow(files: readonly PickedItem[], folders: ReadonlySet<string>): Map<string, number> {
  const counts = new Map([...folders].map((key) => [key, 0]));
  for (const { folderKeys = [] } of files) {
    for (const key of folderKeys) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  }
  return counts;
}
