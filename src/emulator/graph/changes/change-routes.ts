import { foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_ALL_FILES, WRITE_FILES } from '../protocol/scopes';
import type { ItemCall } from '../world';
import { copyItem } from './copy';
import { deleteForGood, restoreItem } from './restore';
import { deleteVersion, listVersions, readVersion, readVersionContent, restoreVersion } from './versions';

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
];
