import { onItem } from '../address/on-item';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_FILES } from '../protocol/scopes';
import type { Call, ItemCall } from '../world';
import { invite } from './invitations';
import { createLink } from './links';
import { deletePermission, listPermissions, patchPermission, readPermission } from './permissions';
import { readShare, readSharedItem } from './shares';

/** The drive's owner need not be the caller: the link decides. */
export const shareRoutes: readonly Route<Call>[] = [
  {
    method: 'GET',
    path: 'shares/{}',
    needs: WRITE_FILES,
    cost: 1,
    handle: (call, [id = '']) => readShare(call, id),
  },
  {
    method: 'GET',
    path: 'shares/{}/driveitem',
    needs: WRITE_FILES,
    cost: 1,
    handle: (call, [id = '']) => readSharedItem(call, id),
  },
  {
    method: 'GET',
    path: 'shares/{}/root',
    needs: WRITE_FILES,
    cost: 1,
    handle: (call, [id = '']) => readSharedItem(call, id),
  },
];

export const sharingRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: 'permissions',
    needs: READ_FILES,
    cost: 5,
    handle: onItem(listPermissions),
  },
  {
    method: 'GET',
    path: 'permissions/{}',
    needs: READ_FILES,
    cost: 5,
    handle: onItem(readPermission),
  },
  {
    method: 'PATCH',
    path: 'permissions/{}',
    needs: WRITE_FILES,
    cost: 5,
    handle: onItem(patchPermission),
  },
  {
    method: 'DELETE',
    path: 'permissions/{}',
    needs: WRITE_FILES,
    cost: 5,
    handle: onItem(deletePermission),
  },
  {
    method: 'POST',
    path: 'createlink',
    needs: WRITE_FILES,
    cost: 5,
    handle: onItem(createLink),
  },
  {
    method: 'POST',
    path: 'invite',
    needs: WRITE_FILES,
    cost: 5,
    handle: onItem(invite),
  },
];
