import type { DriveItem, ItemReference } from '../../graph';
import { toOneDriveError, type ReadableStore } from '../../lib';
import { isDoubtful } from '../changes';
import { isSameItem } from '../item-key';
import { changePermission } from './change-permission';
import type { SharingOptions } from './create-sharing';
import type { PermissionRequests } from './permission-requests';
import type { PermissionChange, SharingEvent, SharingState } from './sharing-state';

interface Changing {
  readonly options: SharingOptions;
  readonly item: DriveItem;
  /** What is changed: behind a shortcut, the item itself. */
  readonly target: ItemReference;
  readonly requests: PermissionRequests;
  readonly state: ReadableStore<SharingState>;
  readonly follow: (event: SharingEvent) => void;
  /** Reads the truth. */
  readonly refresh: () => void;
  readonly tellShared: () => void;
}

/** Changes permissions of one item, each one time at a time. */
export function createChange(changing: Changing) {
  const { options, item, target, requests, state, follow, refresh, tellShared } = changing;
  let eTag = isSameItem(item, target) ? item.eTag : undefined;
  const readETag = async () => (eTag = (await options.requests.item(target)).eTag);
  return async (id: string, change: PermissionChange): Promise<boolean> => {
    const entry = state.get().entries.find(({ permission }) => permission.id === id);
    if (!entry || entry.change.status === 'running') return false;
    follow({ type: 'began', id, change });
    const send = async (guard: string | undefined) =>
      change.kind === 'role' ? requests.setRole(id, change.role, guard) : requests.revoke(id, guard);
    try {
      await options.authorizeWrite();
      const parts = { requests, eTag, readETag };
      const permission = await changePermission(parts, entry.permission, send);
      follow({ type: 'done', id, ...(permission && { permission }) });
      tellShared();
      return true;
    } catch (cause) {
      const error = toOneDriveError(cause);
      follow({ type: 'failed', id, error });
      // Whether it was done, or by whom else, only the service knows.
      if (isDoubtful(error) || error.code === 'changed-elsewhere' || error.code === 'not-found') refresh();
      return false;
    }
  };
}
