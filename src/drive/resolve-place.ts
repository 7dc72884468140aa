/* oxlint-disable no-await-in-loop -- a folder stands in the one before */
import { driveKey, type DriveItem, type ItemReference } from '../graph';
import { OneDriveError, toOneDriveError } from '../lib';
import type { DriveCommands } from './commands';
import type { DriveRequests } from './drive-requests';
import type { ElsewhereRequests } from './elsewhere/elsewhere-requests';
import type { FolderPlace, PathFolder } from './folder-browser';
import { locateItem } from './locate-item';
import { resolvePath, toPathFolder, type ResolvedPath } from './resolve-path';
import { isFolder } from './sort';

export interface FolderMaker {
  readonly requests: DriveRequests;
  readonly commands: Pick<DriveCommands, 'createFolder'>;
}

/** Finds the folders that lead to a place; those that are missing are made where the place says so. */
export async function resolvePlace(
  parts: FolderMaker,
  place: FolderPlace,
  signal: AbortSignal,
): Promise<ResolvedPath> {
  const { requests } = parts;
  if ('way' in place) return { path: place.way };
  if ('elsewhere' in place) return beyond(requests, (calls) => calls.pathTo(place.elsewhere, signal));
  if ('id' in place) return resolveReference(requests, place, signal);
  if (!('names' in place)) return resolvePath(requests, place, signal);
  const found = await resolvePath(requests, place.names, signal);
  const isMissing = found.error !== undefined && toOneDriveError(found.error).code === 'not-found';
  return place.create && isMissing && !found.endsInFile ? make(parts, place.names, found, signal) : found;
}

async function resolveReference(
  requests: DriveRequests,
  reference: ItemReference,
  signal: AbortSignal,
): Promise<ResolvedPath> {
  try {
    if (requests.elsewhere && (await isInOtherDrive(requests, reference, signal))) {
      return await beyond(requests, (calls) => calls.locate(reference, signal));
    }
    const { item, path } = await locateItem(requests, reference, signal);
    const isTop = path.length === 0 && item.id === (await requests.root(signal)).id;
    return await resolvePath(requests, isFolder(item) && !isTop ? [...path, item.name] : path, signal);
  } catch (error) {
    return { path: [], error };
  }
}

async function isInOtherDrive(
  requests: DriveRequests,
  { driveId }: ItemReference,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return driveKey((await requests.root(signal)).driveId) !== driveKey(driveId);
  } catch (cause) {
    // Who has no drive can still be given something.
    if (toOneDriveError(cause).code === 'no-drive') return true;
    throw cause;
  }
}

/** A way that leads out of the user's own drive. */
async function beyond(
  { elsewhere }: DriveRequests,
  find: (calls: ElsewhereRequests) => Promise<readonly PathFolder[]>,
): Promise<ResolvedPath> {
  try {
    if (!elsewhere) throw new OneDriveError('not-found');
    return { path: await find(await elsewhere()) };
  } catch (error) {
    return { path: [], error };
  }
}

/** From the last folder that is there. */
async function make(
  parts: FolderMaker,
  names: readonly string[],
  found: ResolvedPath,
  signal: AbortSignal,
): Promise<ResolvedPath> {
  const path = found.path.filter(({ id }) => id !== '');
  try {
    for (const name of names.slice(path.length - 1)) {
      const parent = path.at(-1);
      if (!parent) return found;
      path.push(toPathFolder(await makeOne(parts, parent, name, signal)));
    }
    return { path };
  } catch (error) {
    return { path: found.path, error };
  }
}

/** One that somebody else has made meanwhile is as good. */
async function makeOne(
  { requests, commands }: FolderMaker,
  parent: ItemReference,
  name: string,
  signal: AbortSignal,
): Promise<DriveItem> {
  try {
    return await commands.createFolder(parent, name, signal);
  } catch (cause) {
    const isTaken = toOneDriveError(cause).code === 'name-conflict';
    const made = isTaken ? await requests.child(parent, name, signal) : undefined;
    if (made && isFolder(made)) return made;
    throw cause;
  }
}
