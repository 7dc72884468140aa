import { foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_ALL_FILES, WRITE_FILES } from '../protocol/scopes';
import type { DriveCall, ItemCall } from '../world';
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
    needs: WRITE_FILES,
    cost: 2,
    handle: (call) => copyItem(call, foundItem(call.place)),
  },
  {
    method: 'GET',
    path: 'versions',
    needs: READ_FILES,
    cost: 2,
    handle: (call) => listVersions(call, foundItem(call.place)),
  },
  {
    method: 'GET',
    path: 'versions/{}',
    needs: READ_FILES,
    cost: 1,
    handle: (call, [id = '']) => readVersion(call, foundItem(call.place), id),
  },
  {
    method: 'DELETE',
    path: 'versions/{}',
    needs: WRITE_FILES,
    cost: 2,
    handle: (call, [id = '']) => deleteVersion(call, foundItem(call.place), id),
  },
  {
    method: 'GET',
    path: 'versions/{}/content',
    needs: READ_FILES,
    cost: 1,
    handle: (call, [id = '']) => readVersionContent(call, foundItem(call.place), id),
  },
  {
    method: 'POST',
    path: 'versions/{}/restoreversion',
    needs: WRITE_FILES,
    cost: 2,
    handle: (call, [id = '']) => restoreVersion(call, foundItem(call.place), id),
  },
  {
    method: 'POST',
    path: 'permanentdelete',
    needs: WRITE_FILES,
    cost: 2,
    handle: (call) => deleteForGood(call, foundItem(call.place)),
  },
  { method: 'POST', path: 'restore', needs: WRITE_ALL_FILES, cost: 2, handle: restoreItem },
  // Following changes nothing of the item: the right to read suffices (protocol 10).
  {
    method: 'POST',
    path: 'follow',
    needs: READ_FILES,
    cost: 2,
    handle: (call) => follow(call, foundItem(call.place)),
  },
  {
    method: 'POST',
    path: 'unfollow',
    needs: READ_FILES,
    cost: 2,
    handle: (call) => unfollow(call, foundItem(call.place)),
  },
];
