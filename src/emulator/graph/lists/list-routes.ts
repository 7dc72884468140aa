import { foundFolder, foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { READ_FILES } from '../protocol/scopes';
import type { DriveCall, ItemCall } from '../world';
import { listChildren } from './children';
import { readDelta } from './delta';
import { search } from './search';

export const driveSearchRoutes: readonly Route<DriveCall>[] = [
  {
    method: 'GET',
    path: 'search()',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [args = '']) => search(call, call.drive.root, args),
  },
];

export const listRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: 'children',
    needs: READ_FILES,
    cost: 2,
    handle: (call) => listChildren(call, foundFolder(call.place)),
  },
  {
    method: 'GET',
    path: 'search()',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [args = '']) => search(call, foundItem(call.place), args),
  },
  {
    method: 'GET',
    path: 'delta()',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [args = '']) => readDelta(call, foundItem(call.place), args),
  },
];
