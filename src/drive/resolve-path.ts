import type { DriveItem } from '../graph';
import { OneDriveError } from '../lib';
import type { DriveRequests } from './drive-requests';
import type { PathFolder } from './folder-browser';
import { isFolder } from './sort';

export interface ResolvedPath {
  /** As far as it is known; folders without an id are names that were not, or not yet, found. */
  readonly path: readonly PathFolder[];
  readonly error?: unknown;
  /** The last name is a file's. */
  readonly endsInFile?: boolean;
}

/**
 * Finds the folders of a path by their names, from the root on. A name that leads nowhere (or to a file) is the
 * last in the path and ends in `not-found`; after any other failure all the names still stand in the path.
 */
export async function resolvePath(
  requests: DriveRequests,
  names: readonly string[],
  signal: AbortSignal,
): Promise<ResolvedPath> {
  const path: PathFolder[] = [];
  try {
    let parent = toPathFolder(await requests.root(signal));
    path.push(parent);
    for (const name of names) {
      // Shortcuts lead into other drives, so each step starts where the one before arrived.
      // oxlint-disable-next-line no-await-in-loop
      const item = isOneName(name) ? await requests.child(parent, name, signal) : undefined;
      if (!item || !isFolder(item)) {
        const error = new OneDriveError('not-found');
        const endsInFile = item !== undefined && path.length === names.length;
        return { path: [...path, unknownFolder(name)], error, endsInFile };
      }
      parent = toPathFolder(item);
      path.push(parent);
    }
    return { path };
  } catch (error) {
    if (path.length === 0) return { path, error };
    return { path: [...path, ...names.slice(path.length - 1).map(unknownFolder)], error };
  }
}

/** A shortcut is opened where it points to. The service calls the top of a drive “root”; its name is the interface's. */
export function toPathFolder(folder: PathFolder | DriveItem): PathFolder {
  const { elsewhere } = folder;
  if (elsewhere) return { driveId: '', id: '', name: folder.name, elsewhere };
  const target = 'remoteItem' in folder && folder.remoteItem ? folder.remoteItem : folder;
  const isDriveRoot = 'root' in folder && folder.root !== undefined;
  return { driveId: target.driveId, id: target.id, name: isDriveRoot ? '' : folder.name };
}

/** Graph would take these for a way to somewhere else. */
function isOneName(name: string): boolean {
  return !name.includes('/') && name !== '.' && name !== '..';
}

function unknownFolder(name: string): PathFolder {
  return { driveId: '', id: '', name };
}
