import type { Place } from '../address/resolve';
import { checkQuota } from '../bytes/open-sessions';
import { deedOf } from '../deed';
import { deleteItem } from '../items/items';
import { itemJson } from '../items/item-json';
import { bringBack } from '../model/deeds';
import { sizeOf } from '../model/tree';
import { eTagOf } from '../model/item-tags';
import type { Item } from '../model/model';
import { checkName, checkPathLength } from '../model/names';
import type { Answer } from '../protocol/answer';
import { GraphError, invalidRequest, itemNotFound, nameAlreadyExists } from '../protocol/graph-error';
import { readJson, restoreBody } from '../protocol/schemas';
import { requireRight } from '../sharing/access';
import type { DriveCall, ItemCall } from '../world';

/** `POST {item}/permanentDelete`: personal drives refuse it, whatever its documentation says (protocol 6). */
export async function deleteForGood(call: DriveCall, item: Item): Promise<Answer> {
  if (call.drive.driveType === 'personal') {
    throw new GraphError(405, 'notAllowed', 'Items of personal drives cannot be deleted for good.');
  }
  return deleteItem(call, item);
}

/** `POST {item}/restore`: back to where it was, or to the folder and under the name that are told. */
export function restoreItem(call: ItemCall): Answer {
  const { drive, place } = call;
  if (drive.driveType !== 'personal') {
    throw new GraphError(405, 'notAllowed', 'Only items of personal drives can be restored.');
  }
  const body = readJson(call, restoreBody);
  const item = itemInBin(place);
  const wanted = body.parentReference?.id ?? item.parent?.id ?? '';
  const target = drive.items.get(wanted);
  if (target === undefined) throw itemNotFound('The folder to restore to does not exist.');
  requireRight(call, target, 'write');
  if (target.kind !== 'folder') throw invalidRequest('The target is not a folder.');
  const name = body.name ?? item.name;
  const folder = item.kind === 'folder';
  checkName(name, { driveType: drive.driveType, folder, atRoot: target.parent === null });
  checkPathLength(target, name, drive.driveType, item);
  if (target.children.has(name)) throw nameAlreadyExists();
  checkQuota(call.world, drive, sizeOf(item));
  bringBack(drive, item, deedOf(call), { parent: target, name });
  return {
    status: 200,
    headers: { ETag: eTagOf(item) },
    context: 'drives/items/$entity',
    body: itemJson(call, item),
  };
}

function itemInBin(place: Place): Item {
  if (place.kind === 'missing') throw itemNotFound();
  if (place.kind === 'found') throw invalidRequest('The item is not deleted.');
  return place.item;
}
