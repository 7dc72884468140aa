import type { Permission } from '../../graph';
import { toOneDriveError } from '../../lib';
import { isChanged } from '../changes';
import type { PermissionRequests } from './permission-requests';

export interface ChangeParts {
  readonly requests: PermissionRequests;
  /** The item's eTag as it was last seen; undefined where it was never seen. */
  readonly eTag: string | undefined;
  /** The item's eTag as it is now. */
  readonly readETag: () => Promise<string | undefined>;
}

/**
 * Changes a permission as it was shown. It has no eTag of its own, and the item's moves with its content, too: where
 * that has moved, the permission is looked at, and what nobody else has touched is changed all the same.
 *
 * @throws OneDriveError `changed-elsewhere` where somebody else has changed it, `not-found` where they took it away
 */
export async function changePermission<T>(
  { requests, eTag, readETag }: ChangeParts,
  shown: Permission,
  change: (eTag: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await change(eTag);
  } catch (cause) {
    if (!isChanged(cause)) throw cause;
    const fresh = await readETag();
    const now = (await requests.list()).find(({ id }) => id === shown.id);
    if (now && !isSame(now, shown)) throw toOneDriveError(cause);
    return change(fresh);
  }
}

function isSame(a: Permission, b: Permission): boolean {
  return a.role === b.role && a.link?.type === b.link?.type && a.expirationDateTime === b.expirationDateTime;
}
