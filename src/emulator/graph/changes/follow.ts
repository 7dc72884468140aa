import { itemJson } from '../items/item-json';
import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import type { Answer } from '../protocol/answer';
import { GraphError, itemNotFound } from '../protocol/graph-error';
import { isReadable } from '../sharing/access';
import type { Call, DriveCall } from '../world';

/** `POST {item}/follow`: no change of the item, so its tags stay. */
export function follow(call: DriveCall, item: Item): Answer {
  refusePersonal(call.drive);
  const { followed } = call.world;
  const mine = followed.get(call.user.oid) ?? new Map<string, Drive>();
  followed.set(call.user.oid, mine.set(item.id, call.drive));
  return { status: 200, context: 'drives/items/$entity', body: itemJson(call, item) };
}

/** `POST {item}/unfollow`, also for what nobody follows. */
export function unfollow(call: DriveCall, item: Item): Answer {
  refusePersonal(call.drive);
  call.world.followed.get(call.user.oid)?.delete(item.id);
  return { status: 204 };
}

/** `GET /me/drive/following`: in whosever drive the items are. */
export function listFollowed(call: DriveCall): Answer {
  refusePersonal(call.drive);
  const value = followedBy(call).map(({ drive, item }) =>
    itemJson(drive === call.drive ? call : { ...call, drive, base: `/drives/${drive.id}` }, item),
  );
  return { status: 200, context: 'Collection(driveItem)', body: { value } };
}

/** `DELETE /me/drive/following/{id}` */
export function unfollowById(call: DriveCall, id: string): Answer {
  refusePersonal(call.drive);
  const followed = followedBy(call).find(({ item }) => item.id === id);
  if (followed === undefined) throw itemNotFound();
  return unfollow({ ...call, drive: followed.drive }, followed.item);
}

/** Without what has been deleted, or is no longer for the user. */
function followedBy(call: Call): { readonly drive: Drive; readonly item: Item }[] {
  return [...(call.world.followed.get(call.user.oid) ?? [])].flatMap(([id, drive]) => {
    const item = drive.items.get(id);
    return item !== undefined && isReadable({ ...call, drive }, item) ? [{ drive, item }] : [];
  });
}

function refusePersonal(drive: Drive): void {
  if (drive.driveType !== 'personal') return;
  throw new GraphError(400, 'notSupported', 'Items of personal drives cannot be followed.');
}
