import { deedOf } from '../deed';
import { makeShortcut } from '../model/deeds';
import type { Drive } from '../model/drive';
import { driveKey } from '../model/ids';
import { eTagOf } from '../model/item-tags';
import type { FolderItem } from '../model/model';
import { checkName, checkPathLength, freeName } from '../model/names';
import type { Answer } from '../protocol/answer';
import { GraphError, invalidRequest, itemNotFound, nameAlreadyExists } from '../protocol/graph-error';
import type { ConflictBehavior } from '../protocol/query-options';
import type { RemoteItemBody } from '../protocol/schemas';
import { READ_FILES } from '../protocol/scopes';
import { admit } from '../sharing/access';
import type { DriveCall, World } from '../world';
import type { ItemIn } from './elsewhere';
import { itemJson } from './item-json';

interface Wish {
  readonly name: string;
  readonly behavior: ConflictBehavior;
  readonly remoteItem: RemoteItemBody;
}

/** `POST {item}/children` with a `remoteItem`: “Add shortcut to OneDrive”. */
export function addShortcut(call: DriveCall, parent: FolderItem, wish: Wish): Answer {
  const { drive } = call;
  const target = targetOf(call, wish.remoteItem);
  checkName(wish.name, { driveType: drive.driveType, folder: true, atRoot: parent.parent === null });
  if (parent.children.has(wish.name) && wish.behavior !== 'rename') throw nameAlreadyExists();
  const name = freeName(parent, wish.name);
  checkPathLength(parent, name, drive.driveType);
  const item = makeShortcut(
    drive,
    parent,
    { name, ...deedOf(call) },
    { driveId: target.drive.id, itemId: target.item.id },
  );
  return {
    status: 201,
    headers: { ETag: eTagOf(item) },
    context: 'drives/items/$entity',
    body: itemJson(call, item),
  };
}

/** A folder of another drive that the caller, by this token, may see; once only. */
function targetOf(call: DriveCall, body: RemoteItemBody): ItemIn {
  if (call.drive.driveType === 'documentLibrary') {
    throw invalidRequest('Shortcuts can be added to a OneDrive only.');
  }
  const target = findTarget(call.world, body);
  if (target === undefined) throw itemNotFound();
  const { drive, item } = target;
  if (drive === call.drive) throw invalidRequest('The item is in this drive already.');
  admit({ ...call, drive, opened: undefined }, { kind: 'found', item }, READ_FILES);
  if (item.kind !== 'folder') throw invalidRequest('Only folders can be added as shortcuts.');
  if (hasShortcutTo(call.drive, target)) {
    throw new GraphError(409, 'shortcutAlreadyExists', 'That shortcut already exists.');
  }
  return target;
}

/** By ids of Graph, or by those that SharePoint has: administrators' tools send the latter. */
function findTarget(
  { drives }: World,
  { id, parentReference, sharepointIds }: RemoteItemBody,
): ItemIn | undefined {
  if (typeof id === 'string' && typeof parentReference?.driveId === 'string') {
    const drive = drives.get(driveKey(parentReference.driveId));
    const item = drive?.items.get(id);
    return drive === undefined || item === undefined ? undefined : { drive, item };
  }
  if (sharepointIds === undefined) throw invalidRequest('remoteItem names no item.', 'badArgument');
  const { listId, listItemUniqueId } = sharepointIds;
  const drive = [...drives.values()].find(({ library }) => library.listId === listId.toLowerCase());
  if (drive === undefined) return undefined;
  if (listItemUniqueId.toLowerCase() === 'root') return { drive, item: drive.root };
  for (const item of drive.items.values()) {
    if (item.guid === listItemUniqueId.toLowerCase()) return { drive, item };
  }
  return undefined;
}

function hasShortcutTo(drive: Drive, { drive: { id: driveId }, item: { id: itemId } }: ItemIn): boolean {
  return [...drive.shortcuts].some((id) => {
    const item = drive.items.get(id);
    return item?.kind === 'remote' && item.target.driveId === driveId && item.target.itemId === itemId;
  });
}
