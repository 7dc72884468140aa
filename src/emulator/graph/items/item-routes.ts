import { driveOf } from '../address/resolve';
import { specialFolders } from '../address/special-folders';
import { onFolder, onItem } from '../address/on-item';
import type { Answer } from '../protocol/answer';
import type { Route } from '../protocol/route';
import { READ_FILES, READ_PROFILE, WRITE_FILES } from '../protocol/scopes';
import { isReadable } from '../sharing/access';
import type { Call, DriveCall, ItemCall } from '../world';
import { readAllTime, readLastSevenDays } from './analytics';
import { driveJson, readDrive } from './drive-json';
import { itemJson } from './item-json';
import { createChild, deleteItem, patchItem, readItem } from './items';
import { readMe, readPhoto } from './me';

export const serviceRoutes: readonly Route<Call>[] = [
  { method: 'GET', path: 'me', needs: READ_PROFILE, cost: 1, handle: readMe },
  { method: 'GET', path: 'me/photo', needs: READ_PROFILE, cost: 1, handle: readPhoto },
  { method: 'GET', path: 'me/photo/$value', needs: READ_PROFILE, cost: 1, handle: readPhoto },
  { method: 'GET', path: 'me/photos', needs: READ_PROFILE, cost: 1, handle: readPhoto },
  { method: 'GET', path: 'me/photos/{}', needs: READ_PROFILE, cost: 1, handle: readPhoto },
  { method: 'GET', path: 'me/photos/{}/$value', needs: READ_PROFILE, cost: 1, handle: readPhoto },
  { method: 'GET', path: 'me/drives', needs: READ_FILES, cost: 2, handle: listDrives },
  { method: 'GET', path: 'drives', needs: READ_FILES, cost: 2, handle: listDrives },
];

function listDrives(call: Call): Answer {
  const drive = driveOf(call.world, call.user);
  return {
    status: 200,
    context: 'drives',
    body: { value: [driveJson({ ...call, drive, base: '/drive' })] },
  };
}

/** `GET {drive}/special`: those that there are. */
function listSpecialFolders(call: DriveCall): Answer {
  const readable = specialFolders(call).filter((folder) => isReadable(call, folder));
  const value = readable.map((folder) => itemJson(call, folder));
  return { status: 200, context: 'Collection(driveItem)', body: { value } };
}

export const driveRoutes: readonly Route<DriveCall>[] = [
  { method: 'GET', path: '', needs: READ_FILES, cost: 1, handle: readDrive },
  { method: 'GET', path: 'special', needs: READ_FILES, cost: 2, handle: listSpecialFolders },
];

export const itemRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: '',
    needs: READ_FILES,
    cost: 1,
    handle: readItem,
  },
  {
    method: 'PATCH',
    path: '',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(patchItem),
  },
  {
    method: 'DELETE',
    path: '',
    needs: WRITE_FILES,
    cost: 2,
    handle: onItem(deleteItem),
  },
  { method: 'GET', path: 'analytics/alltime', needs: READ_FILES, cost: 1, handle: onItem(readAllTime) },
  {
    method: 'GET',
    path: 'analytics/lastsevendays',
    needs: READ_FILES,
    cost: 1,
    handle: onItem(readLastSevenDays),
  },
  {
    method: 'POST',
    path: 'children',
    needs: WRITE_FILES,
    cost: 2,
    handle: onFolder(createChild),
  },
];
