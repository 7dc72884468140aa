import { parseDriveItem, type Access, type Graph } from '../../graph';
import type { DriveRequests } from '../drive-requests';
import type { PathFolder } from '../folder-browser';
import { climb } from './find-way';
import { isOutOfReach } from './is-out-of-reach';

interface Parts {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'item'>;
}

/** The way to the application's own folder, or nothing where nothing was put there yet. */
export async function findAppFolder(
  parts: Parts,
  signal?: AbortSignal,
): Promise<readonly PathFolder[] | undefined> {
  try {
    return await readAppFolder(parts, 'read', signal);
  } catch (cause) {
    // Who may only read is told 403 of a folder that is not there yet (resources/specialFolder); others 404.
    if (isOutOfReach(cause)) return undefined;
    throw cause;
  }
}

/**
 * Asked for with the right to write, a missing one is made (concepts, onedrive-sharepoint-appfolder). It lies in the
 * user's drive like any other, and is shown there: people may move and rename it.
 */
export async function readAppFolder(
  { graph, requests }: Parts,
  access: Extract<Access, 'read' | 'write'>,
  signal?: AbortSignal,
): Promise<readonly PathFolder[]> {
  const item = await graph.get({ path: '/me/drive/special/approot', access, signal }, parseDriveItem);
  return (await climb(requests, item, signal)).folders;
}
