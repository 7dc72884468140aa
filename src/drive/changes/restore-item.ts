import { itemPath, parseDriveItem, type DriveItem } from '../../graph';
import type { ChangeParts } from './change-parts';
import { isDoubtful, look } from './truth';

/**
 * Out of the recycle bin of a personal drive, to where it was; no other drive can. It takes the right
 * `Files.ReadWrite.All`. @throws OneDriveError `name-conflict`, `not-found` where the bin was emptied, …
 */
export async function restoreItem(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const path = `${itemPath(item)}/restore`;
  try {
    return await graph.post({ path, body: {}, access: 'write', signal }, parseDriveItem);
  } catch (cause) {
    const there = isDoubtful(cause) ? await look(() => requests.item(item, signal)) : undefined;
    if (there) return there;
    throw cause;
  }
}
