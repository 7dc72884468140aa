import { onItem } from '../address/on-item';
import { readItem } from '../items/items';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_FILES } from '../protocol/scopes';
import type { Call, ItemCall } from '../world';
import { grantById } from './grant';
import { invite } from './invitations';
import { createLink } from './links';
import { deletePermission, listPermissions, patchPermission, readPermission } from './permissions';
import { grantShare, readShare, readSharePermission, refuseEnumeration } from './shares';

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
    path: 'shares/{}/permission',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call, [id = '']) => readSharePermission(call, id),
  },
  {
    method: 'POST',
    path: 'shares/{}/permission/grant',
    needs: WRITE_FILES,
    cost: 5,
    handle: (call, [id = '']) => grantShare(call, id),
  },
  { method: 'GET', path: 'shares/{}/items', needs: WRITE_FILES, cost: 1, handle: refuseEnumeration },
];

/** An item asked for by its share, not by its drive. */
export const sharedItemRoutes: readonly Route<ItemCall>[] = [
  // Nothing is written; documented is nothing less, though (protocol 2.4).
  {
    method: 'GET',
    path: '',
    needs: { ...WRITE_FILES, right: 'read' },
    cost: 1,
    handle: readItem,
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
    path: 'permissions/{}/grant',
    needs: WRITE_FILES,
    cost: 5,
    handle: onItem(grantById),
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
