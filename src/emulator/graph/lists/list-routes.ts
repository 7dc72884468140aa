import { onFolder, onItem } from '../address/on-item';
import type { Route } from '../protocol/route';
import { READ_ALL_FILES, READ_FILES } from '../protocol/scopes';
import type { DriveCall, ItemCall } from '../world';
import { listChildren } from './children';
import { deltaCost, readDelta } from './delta';
import { listRecent, listSharedWithMe } from './retired-lists';
import { search } from './search';

export const driveSearchRoutes: readonly Route<DriveCall>[] = [
  {
    method: 'GET',
    path: 'search()',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [args = '']) => search(call, call.drive.root, args),
  },
  { method: 'GET', path: 'sharedwithme', needs: READ_ALL_FILES, cost: 2, handle: listSharedWithMe },
  { method: 'GET', path: 'recent', needs: READ_FILES, cost: 2, handle: listRecent },
];

export const listRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: 'children',
    needs: READ_FILES,
    cost: 2,
    handle: onFolder(listChildren),
  },
  {
    method: 'GET',
    path: 'search()',
    needs: READ_FILES,
    cost: 2,
    handle: onItem(search),
  },
  {
    method: 'GET',
    path: 'delta()',
    needs: READ_FILES,
    cost: deltaCost,
    handle: onItem(readDelta),
  },
];
