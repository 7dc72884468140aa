import { onItem } from '../address/on-item';
import type { Route } from '../protocol/route';
import { COPY_FILES, READ_FILES, WRITE_ALL_FILES, WRITE_FILES } from '../protocol/scopes';
import type { DriveCall, ItemCall } from '../world';
import { checkInItem, checkOutItem, discardCheckout } from './checkout';
import { copyItem } from './copy';
import { follow, listFollowed, unfollow, unfollowById } from './follow';
import { deleteForGood, restoreItem } from './restore';
import { deleteVersion, listVersions, readVersion, readVersionContent, restoreVersion } from './versions';

export const followingRoutes: readonly Route<DriveCall>[] = [
  { method: 'GET', path: 'following', needs: READ_FILES, cost: 2, handle: listFollowed },
  {
    method: 'DELETE',
    path: 'following/{}',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [id = '']) => unfollowById(call, id),
  },
];

export const changeRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'POST',
    path: 'copy',
    needs: COPY_FILES,
    cost: 2,
    handle: onItem(copyItem),
  },
  {
    method: 'GET',
    path: 'versions',
    needs: READ_FILES,
    cost: 2,
    handle: onItem(listVersions),
  },
  {
    method: 'GET',
    path: 'versions/{}',
    needs: READ_FILES,
    cost: 1,
    handle: onItem(readVersion),
  },
  {
    method: 'DELETE',
    path: 'versions/{}',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(deleteVersion),
  },
  {
    method: 'GET',
    path: 'versions/{}/content',
    needs: READ_FILES,
    cost: 1,
    handle: onItem(readVersionContent),
  },
  {
    method: 'POST',
    path: 'versions/{}/restoreversion',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(restoreVersion),
  },
  {
    method: 'POST',
    path: 'checkout',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(checkOutItem),
  },
  {
    method: 'POST',
    path: 'checkin',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(checkInItem),
  },
  {
    method: 'POST',
    path: 'discardcheckout',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(discardCheckout),
  },
  {
    method: 'POST',
    path: 'permanentdelete',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(deleteForGood),
  },
  { method: 'POST', path: 'restore', needs: WRITE_ALL_FILES, cost: 2, handle: restoreItem },
  // Following changes nothing of the item: the right to read suffices (protocol 10).
  {
    method: 'POST',
    path: 'follow',
    needs: READ_FILES,
    cost: 2,
    handle: onItem(follow),
  },
  {
    method: 'POST',
    path: 'unfollow',
    needs: READ_FILES,
    cost: 2,
    handle: onItem(unfollow),
  },
];
