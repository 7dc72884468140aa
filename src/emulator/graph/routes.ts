import { batchRoutes } from './batch/batch-routes';
import { bytesRoutes } from './bytes/bytes-routes';
import { columnRoutes, listItemRoutes } from './columns/column-routes';
import { changeRoutes, followingRoutes } from './changes/change-routes';
import {
  driveRoutes,
  itemRoutes as readAndWriteRoutes,
  serviceRoutes as itemServiceRoutes,
} from './items/item-routes';
import { driveSearchRoutes, listRoutes } from './lists/list-routes';
import type { Route } from './protocol/route';
import { sharedItemRoutes, shareRoutes, sharingRoutes } from './sharing/sharing-routes';
import { searchRoutes } from './search/search-routes';
import { placeRoutes } from './sites/site-routes';
import type { Call, DriveCall, ItemCall } from './world';

/** What is asked of the service itself: `/me`, `/drives`. */
export const serviceRoutes: readonly Route<Call>[] = [
  ...itemServiceRoutes,
  ...placeRoutes,
  ...searchRoutes,
  ...shareRoutes,
  ...batchRoutes,
];

/** What is asked of a drive: `/me/drive`, `/drives/{id}/search(q='…')`. */
export const routesOfDrives: readonly Route<DriveCall>[] = [
  ...driveRoutes,
  ...driveSearchRoutes,
  ...followingRoutes,
  ...columnRoutes,
];

/** What is asked of an item, however it was addressed. */
export const routesOfItems: readonly Route<ItemCall>[] = [
  ...readAndWriteRoutes,
  ...listRoutes,
  ...bytesRoutes,
  ...changeRoutes,
  ...sharingRoutes,
  ...listItemRoutes,
];

/** What is asked of an item that a share leads to. */
export const routesOfShares: readonly Route<ItemCall>[] = [...sharedItemRoutes, ...routesOfItems];
