import { itemPath, type DriveItem } from '../../graph';
import { OneDriveError, toOneDriveError } from '../../lib';
import type { ChangeParts } from './change-parts';
import { isDoubtful, look } from './truth';

/**
 * Past the recycle bin: nobody brings it back. The service takes no eTag for that, so what it is now is read before, and
 * what has changed since it was seen stays. Personal drives refuse it (protocol 6).
 * @throws OneDriveError `changed-elsewhere`, `locked`, …
 */
export async function removeForEver(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<void> {
  const read = () => readWhereThere(() => requests.item(item, signal));
  const now = await read();
  if (!now) return;
  if (!isSame(item, now)) throw new OneDriveError('changed-elsewhere');
  try {
    await graph.send({ path: `${itemPath(item)}/permanentDelete`, access: 'write', signal });
  } catch (cause) {
    if (toOneDriveError(cause).code === 'not-found') return;
    // An answer that was lost on its way may have said that it is done.
    const isGone = isDoubtful(cause) && (await look(async () => (await read()) === undefined));
    if (!isGone) throw cause;
  }
}

/** What is gone already is as good. */
async function readWhereThere(read: () => Promise<DriveItem>): Promise<DriveItem | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (toOneDriveError(cause).code === 'not-found') return undefined;
    throw cause;
  }
}

/** Folders have no tag of their content: how much lies in them tells what was added. Not every file has one, either. */
function isSame(seen: DriveItem, now: DriveItem): boolean {
  if (seen.folder) return seen.size === now.size && seen.folder.childCount === now.folder?.childCount;
  if (seen.cTag !== undefined) return seen.cTag === now.cTag;
  return seen.eTag === undefined ? seen.size === now.size : seen.eTag === now.eTag;
}
