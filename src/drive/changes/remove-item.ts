import { itemPath, type DriveItem } from '../../graph';
import { toOneDriveError } from '../../lib';
import type { ChangeParts } from './change-parts';
import { isChanged } from './truth';

/** Into the recycle bin; what is gone already is as good. @throws OneDriveError `changed-elsewhere`, `locked`, … */
export async function removeItem(parts: ChangeParts, item: DriveItem, signal?: AbortSignal): Promise<void> {
  try {
    await removeOnce(parts, item, signal);
  } catch (cause) {
    if (toOneDriveError(cause).code !== 'not-found') throw cause;
  }
}

async function removeOnce(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<void> {
  const send = (eTag: string | undefined) =>
    graph.delete({
      path: itemPath(item),
      headers: eTag ? { 'If-Match': eTag } : {},
      access: 'write',
      signal,
    });
  try {
    // A folder's eTag moves with its children; only of a file can "changed" mean "not what you saw".
    await send(item.folder ? undefined : item.eTag);
  } catch (cause) {
    if (!isChanged(cause)) throw cause;
    const fresh = await requests.item(item, signal);
    // The same content under another eTag is still what the user saw.
    if (item.cTag === undefined || fresh.cTag !== item.cTag) throw cause;
    await send(fresh.eTag);
  }
}
