/* oxlint-disable no-await-in-loop -- one step of a way leads to the next */
import type { DriveItem, ItemReference } from '../graph';
import { OneDriveError } from '../lib';
import type { DriveRequests } from './drive-requests';
import { resolvePath } from './resolve-path';

/** Deeper than the service lets anybody nest folders (its paths end at 400 letters). */
const DEEPEST = 200;

/** An item, and the names of the folders above it, from the root on. */
export interface LocatedItem {
  readonly item: DriveItem;
  readonly path: readonly string[];
}

/**
 * Finds an item, by the names from the root on or by reference, and where it lies.
 *
 * @throws OneDriveError `not-found` also for what lies outside of the root
 */
export async function locateItem(
  requests: DriveRequests,
  target: ItemReference | readonly string[],
  signal?: AbortSignal,
): Promise<LocatedItem> {
  return 'id' in target ? locateById(requests, target, signal) : locateByNames(requests, target, signal);
}

async function locateByNames(
  requests: DriveRequests,
  names: readonly string[],
  signal = new AbortController().signal,
): Promise<LocatedItem> {
  const name = names.at(-1);
  if (name === undefined) return { item: await requests.root(signal), path: [] };
  const above = names.slice(0, -1);
  const { path, error } = await resolvePath(requests, above, signal);
  const parent = path.at(-1);
  if (error !== undefined || !parent) throw error ?? new OneDriveError('not-found');
  const item = await requests.child(parent, name, signal);
  if (!item) throw new OneDriveError('not-found');
  return { item, path: above };
}

/** Upwards from parent to parent: names in `parentReference.path` are escaped differently from drive to drive. */
async function locateById(
  requests: DriveRequests,
  reference: ItemReference,
  signal?: AbortSignal,
): Promise<LocatedItem> {
  const [root, item] = await Promise.all([requests.root(signal), requests.item(reference, signal)]);
  if (item.id === root.id) return { item, path: [] };
  const path: string[] = [];
  for (let above = parentOf(item); path.length < DEEPEST;) {
    if (above.id === root.id) return { item, path };
    const folder = await requests.item(above, signal);
    path.unshift(folder.name);
    above = parentOf(folder);
  }
  throw new OneDriveError('not-found');
}

function parentOf({ driveId, parentReference }: DriveItem): ItemReference {
  if (!parentReference.id) throw new OneDriveError('not-found');
  return { driveId: parentReference.driveId ?? driveId, id: parentReference.id };
}
