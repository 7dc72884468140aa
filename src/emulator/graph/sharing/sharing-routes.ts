import { foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_FILES } from '../protocol/scopes';
import type { ItemCall } from '../world';
import { invite } from './invitations';
import { createLink } from './links';
import { deletePermission, listPermissions, patchPermission, readPermission } from './permissions';

export const sharingRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: 'permissions',
    needs: READ_FILES,
    cost: 5,
    handle: (call) => listPermissions(call, foundItem(call.place)),
  },
  {
    method: 'GET',
    path: 'permissions/{}',
    needs: READ_FILES,
    cost: 5,
    handle: (call, [id = '']) => readPermission(call, foundItem(call.place), id),
  },
  {
    method: 'PATCH',
    path: 'permissions/{}',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call, [id = '']) => patchPermission(call, foundItem(call.place), id),
  },
  {
    method: 'DELETE',
    path: 'permissions/{}',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call, [id = '']) => deletePermission(call, foundItem(call.place), id),
  },
  {
    method: 'POST',
    path: 'createlink',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call) => createLink(call, foundItem(call.place)),
  },
  {
    method: 'POST',
    path: 'invite',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call) => invite(call, foundItem(call.place)),
  },
];
