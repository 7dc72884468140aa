/* oxlint-disable no-await-in-loop -- one folder at a time: a throttled drive is not stormed */
import type { DriveItem, ItemReference } from '../../graph';
import { toOneDriveError } from '../../lib';
import type { DriveRequests } from '../drive-requests';

type Requests = Pick<DriveRequests, 'children'>;

/**
 * All that lies below a folder and is no folder itself, level by level: no row contains another, so that all of them can
 * be moved or deleted at once. Searching would be one request, but finds what was changed minutes ago, and on work drives
 * not where it lies; delta tells of a whole drive. A shortcut is a row: what it leads to lies elsewhere.
 */
export async function* listBelow(
  requests: Requests,
  start: ItemReference,
  signal?: AbortSignal,
): AsyncGenerator<readonly DriveItem[]> {
  const waiting = [start];
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    try {
      for await (const page of requests.children(folder, signal)) {
        yield page.filter((item) => !isWalked(item));
        waiting.push(...page.filter((item) => isWalked(item) && item.folder?.childCount !== 0));
      }
    } catch (cause) {
      // Deleted since the folder above was read: nothing is in it.
      if (folder === start || toOneDriveError(cause).code !== 'not-found') throw cause;
    }
  }
}

function isWalked({ folder, remoteItem, package: notebook }: DriveItem): boolean {
  return folder !== undefined && !remoteItem && !notebook;
}
