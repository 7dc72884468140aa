import { itemJson } from '../items/item-json';
import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import type { Answer } from '../protocol/answer';
import { GraphError, itemNotFound } from '../protocol/graph-error';
import type { DriveCall } from '../world';

/** `POST {item}/follow`: no change of the item, so its tags stay. */
export function follow(call: DriveCall, item: Item): Answer {
  refusePersonal(call.drive);
  item.followed = true;
  return { status: 200, context: 'drives/items/$entity', body: itemJson(call, item) };
}

/** `POST {item}/unfollow`, also for what nobody follows. */
export function unfollow({ drive }: DriveCall, item: Item): Answer {
  refusePersonal(drive);
  delete item.followed;
  return { status: 204 };
}

/** `GET /me/drive/following` */
export function listFollowed(call: DriveCall): Answer {
  refusePersonal(call.drive);
  const followed = [...call.drive.items.values()].filter((item) => item.followed === true);
  const value = followed.map((item) => itemJson(call, item));
  return { status: 200, context: 'Collection(driveItem)', body: { value } };
}

/** `DELETE /me/drive/following/{id}` */
export function unfollowById(call: DriveCall, id: string): Answer {
  refusePersonal(call.drive);
  const item = call.drive.items.get(id);
  if (item?.followed !== true) throw itemNotFound();
  return unfollow(call, item);
}

function refusePersonal(drive: Drive): void {
  if (drive.driveType === 'business') return;
  throw new GraphError(400, 'notSupported', 'Items of personal drives cannot be followed.');
}
