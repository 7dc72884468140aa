import { expandedListItem } from '../columns/list-item';
import type { Item } from '../model/model';
import { expandedPermissions } from '../sharing/permissions';
import type { DriveCall } from '../world';
import { itemJson } from './item-json';

/** The item with all that `$expand` brings along. */
export function expandedItemJson(call: DriveCall, item: Item): Record<string, unknown> {
  return { ...itemJson(call, item), ...expandedPermissions(call, item), ...expandedListItem(call, item) };
}
