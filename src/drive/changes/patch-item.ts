import { itemPath, parseDriveItem, type DriveItem } from '../../graph';
import type { ChangeParts } from './change-parts';
import { isChanged, isDoubtful, look } from './truth';

/** What is to become of an item's name and place. */
export interface Patch {
  readonly body: object;
  /** It is so already. */
  readonly isDone: (item: DriveItem) => boolean;
  /** Nobody else has touched what is to be changed. */
  readonly isUntouched: (item: DriveItem) => boolean;
}

/**
 * Sends the item's eTag, so that a change by somebody else is never overwritten; after a lost answer it looks.
 * @throws OneDriveError `changed-elsewhere`, `name-conflict`, …
 */
export async function patchItem(
  parts: ChangeParts,
  item: DriveItem,
  patch: Patch,
  signal?: AbortSignal,
): Promise<DriveItem> {
  try {
    return await patchOnce(parts, item, patch, signal);
  } catch (cause) {
    if (!isChanged(cause)) throw cause;
    const fresh = await look(() => parts.requests.item(item, signal));
    if (fresh && patch.isDone(fresh)) return fresh;
    // The eTag also moves with things that concern neither name nor place (onedrive-api-docs 1716): once more.
    if (fresh && patch.isUntouched(fresh)) return patchOnce(parts, fresh, patch, signal);
    throw cause;
  }
}

async function patchOnce(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  { body, isDone }: Patch,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const headers = item.eTag ? { 'If-Match': item.eTag } : {};
  try {
    return await graph.patch(
      { path: itemPath(item), body, headers, access: 'write', signal },
      parseDriveItem,
    );
  } catch (cause) {
    const fresh = isDoubtful(cause) ? await look(() => requests.item(item, signal)) : undefined;
    if (fresh && isDone(fresh)) return fresh;
    throw cause;
  }
}
