import { onItem } from '../address/on-item';
import type { Route } from '../protocol/route';
import { READ_SITES } from '../protocol/scopes';
import type { DriveCall, ItemCall, SiteCall } from '../world';
import { listColumns, listColumnsOfSite } from './list-columns';
import { readListItem } from './list-item';

export const columnRoutes: readonly Route<DriveCall>[] = [
  { method: 'GET', path: 'list/columns', needs: READ_SITES, cost: 2, handle: listColumns },
];

export const siteColumnRoutes: readonly Route<SiteCall>[] = [
  {
    method: 'GET',
    path: 'lists/{}/columns',
    needs: READ_SITES,
    cost: 2,
    handle: (call, [list = '']) => listColumnsOfSite(call, list),
  },
];

export const listItemRoutes: readonly Route<ItemCall>[] = [
  { method: 'GET', path: 'listitem', needs: READ_SITES, cost: 1, handle: onItem(readListItem) },
];
