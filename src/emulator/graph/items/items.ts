import type * as v from 'valibot';
import { deedOf } from '../deed';
import type { Answer } from '../protocol/answer';
import { listChildren } from '../lists/children';
import { checkNotLocked } from '../model/checkout';
import { makeFolder, removeItem, touch } from '../model/deeds';
import type { Drive } from '../model/drive';
import { invalidRequest, itemNotFound, nameAlreadyExists, notFetched } from '../protocol/graph-error';
import { addShortcut } from './add-shortcut';
import { driveKey } from '../model/ids';
import { expandedItemJson } from './expanded-item';
import { itemJson, itemProperties } from './item-json';
import { describe } from '../model/describe';
import { checkPreconditions, eTagOf, isUnchanged } from '../model/item-tags';
import type { Deed, FolderItem, Item } from '../model/model';
import { checkName, checkPathLength, freeName, isWithin } from '../model/names';
import { parseConflictBehavior, refuseListOptions, type ConflictBehavior } from '../protocol/query-options';
import { createChildBody, patchBody, readJson } from '../protocol/schemas';
import { selected } from '../protocol/selected';
import { requireAllBelow, requireRight } from '../sharing/access';
import { parseAddress } from '../address/address';
import { foundItem, resolvePlace } from '../address/resolve';
import type { DriveCall, ItemCall } from '../world';

const ENTITY = 'drives/items/$entity';

/** `GET {item}`. Personal drives also tell of what was deleted, where they are asked for it by its id. */
export function readItem(call: ItemCall): Answer {
  const { options, place } = call;
  refuseListOptions(options);
  if (place.kind === 'removed' && options.includeDeletedItems) return readDeletedItem(call, place.item);
  return readLiveItem(call, foundItem(place));
}

function readDeletedItem(call: DriveCall, item: Item): Answer {
  const deleted = selected({ deleted: { state: 'deleted' } }, call.options.select);
  return { status: 200, context: ENTITY, body: { ...itemProperties(call, item), ...deleted } };
}

function readLiveItem(call: DriveCall, item: Item): Answer {
  const headers = { ETag: eTagOf(item) };
  if (isUnchanged(call.request, call.drive, item)) return { status: 304, headers };
  return {
    status: 200,
    headers,
    context: ENTITY,
    body: {
      ...expandedItemJson(call, item),
      ...firstChildren(call, item),
    },
  };
}

/** `$expand=children` on an item brings the first page. */
function firstChildren(call: DriveCall, item: Item): Record<string, unknown> {
  const expansion = call.options.expand.find(({ name }) => name === 'children');
  if (item.kind !== 'folder' || expansion === undefined) return {};
  const url = new URL(`${call.url.pathname.replace(/\/+$/, '')}/children`, call.url);
  // The link to the next page asks for the same properties.
  if (expansion.select !== null) url.searchParams.set('$select', [...expansion.select].join(','));
  const options = { ...call.options, expand: [], select: expansion.select };
  const page = listChildren({ ...call, url, options }, item).body ?? {};
  return Object.fromEntries(
    Object.entries(page).map(([name, value]) => [name === 'value' ? 'children' : `children${name}`, value]),
  );
}

/** `POST {item}/children`: folders and shortcuts are made this way. */
export function createChild(call: DriveCall, parent: FolderItem): Answer {
  const body = readJson(call, createChildBody);
  if (body['@microsoft.graph.sourceUrl'] !== undefined) throw notFetched();
  const behavior = behaviorOf(call, body) ?? 'fail';
  const { name, remoteItem } = body;
  if (remoteItem !== undefined) return addShortcut(call, parent, { name, behavior, remoteItem });
  if (body.folder === undefined)
    throw invalidRequest('The facet of what is to be made is missing.', 'badArgument');
  return createFolder(call, parent, { ...body, behavior });
}

interface FolderWish extends Pick<v.InferOutput<typeof createChildBody>, 'name' | 'fileSystemInfo'> {
  readonly behavior: ConflictBehavior;
}

function createFolder(call: DriveCall, parent: FolderItem, { behavior, ...body }: FolderWish): Answer {
  const { drive } = call;
  checkName(body.name, { driveType: drive.driveType, folder: true, atRoot: parent.parent === null });
  const existing = parent.children.get(body.name);
  if (existing !== undefined && behavior === 'replace' && existing.kind === 'folder') {
    return { status: 200, context: ENTITY, body: itemJson(call, existing) };
  }
  if (existing !== undefined && behavior !== 'rename') throw nameAlreadyExists();
  const name = freeName(parent, body.name);
  checkPathLength(parent, name, drive.driveType);
  const item = makeFolder(drive, parent, {
    name,
    ...deedOf(call),
    fileCreated: body.fileSystemInfo?.createdDateTime ?? undefined,
    fileModified: body.fileSystemInfo?.lastModifiedDateTime ?? undefined,
  });
  return { status: 201, headers: { ETag: eTagOf(item) }, context: ENTITY, body: itemJson(call, item) };
}

function behaviorOf(
  call: DriveCall,
  body: {
    '@microsoft.graph.conflictBehavior'?: string | undefined;
    '@name.conflictBehavior'?: string | undefined;
  },
): ConflictBehavior | null {
  const annotation = body['@microsoft.graph.conflictBehavior'] ?? body['@name.conflictBehavior'];
  return parseConflictBehavior(annotation) ?? call.options.conflictBehavior;
}

/** `PATCH {item}`: rename, move, times, description, in any mixture; all of it or nothing. */
export async function patchItem(call: DriveCall, item: Item): Promise<Answer> {
  const { drive } = call;
  const body = readJson(call, patchBody);
  checkPreconditions(call.request, drive, item);
  checkNotLocked(drive, item, call.user.oid);
  if (item.parent === null && (body.name !== undefined || body.parentReference !== undefined)) {
    throw invalidRequest('The root of a drive can be neither renamed nor moved.');
  }
  const parent = body.parentReference === undefined ? item.parent : targetFolder(call, body.parentReference);
  const name = body.name ?? item.name;
  const deed = deedOf(call);
  const kind = parent !== item.parent ? 'move' : name !== item.name ? 'rename' : 'update';
  const replaced =
    parent !== null && (parent !== item.parent || name !== item.name)
      ? moveItem(drive, item, deed, { parent, name, behavior: behaviorOf(call, body) ?? 'fail' })
      : undefined;
  item.fileCreated = body.fileSystemInfo?.createdDateTime ?? item.fileCreated;
  item.fileModified = body.fileSystemInfo?.lastModifiedDateTime ?? item.fileModified;
  describe(item, body.description);
  touch(drive, item, deed, kind);
  await replaced;
  return { status: 200, headers: { ETag: eTagOf(item) }, context: ENTITY, body: itemJson(call, item) };
}

interface Move {
  readonly parent: FolderItem;
  readonly name: string;
  readonly behavior: ConflictBehavior;
}

/** Done at once; what is returned ends when the bytes of what was replaced are gone. */
function moveItem(
  drive: Drive,
  item: Item,
  deed: Deed,
  { parent, name, behavior }: Move,
): Promise<void> | undefined {
  if (name !== item.name) {
    const folder = item.kind === 'folder';
    checkName(name, { driveType: drive.driveType, folder, atRoot: parent.parent === null });
  }
  if (isWithin(parent, item)) {
    throw invalidRequest('An item cannot be moved into itself or into a folder below it.');
  }
  // Another case of its own name is no clash: the item itself holds it.
  const holder = parent.children.get(name);
  const clash = holder === item ? undefined : holder;
  if (clash !== undefined && behavior === 'fail') throw nameAlreadyExists();
  if (clash !== undefined && behavior === 'replace' && (clash.kind !== 'file' || item.kind !== 'file')) {
    throw nameAlreadyExists();
  }
  const free = clash !== undefined && behavior === 'rename' ? freeName(parent, name) : name;
  checkPathLength(parent, free, drive.driveType, item);
  const replaced = clash !== undefined && behavior === 'replace' ? removeItem(drive, clash, deed) : undefined;
  drive.place(item, parent, free);
  return replaced;
}

function targetFolder(
  call: DriveCall,
  reference: {
    driveId?: string | null | undefined;
    id?: string | null | undefined;
    path?: string | null | undefined;
  },
): FolderItem {
  const { drive } = call;
  if (typeof reference.driveId === 'string' && call.world.drives.get(driveKey(reference.driveId)) !== drive) {
    throw invalidRequest('An item cannot be moved to another drive; copy it and delete the original.');
  }
  const target = findTarget(drive, reference);
  if (target === undefined) throw itemNotFound();
  requireRight(call, target, 'write');
  if (target.kind !== 'folder') throw invalidRequest('The target is not a folder.');
  return target;
}

function findTarget(
  drive: Drive,
  { id, path }: { id?: string | null | undefined; path?: string | null | undefined },
): Item | undefined {
  if (typeof id === 'string') {
    // The service takes the word "root" here for work drives only (protocol 2.1).
    return id === 'root' && drive.driveType !== 'personal' ? drive.root : drive.items.get(id);
  }
  if (typeof path !== 'string') throw invalidRequest('parentReference needs an id.', 'badArgument');
  const address = parseAddress(path);
  return address.kind === 'item' ? foundItem(resolvePlace(drive, address)) : undefined;
}

/** `DELETE {item}`: the item and all below it. */
export async function deleteItem(call: DriveCall, item: Item): Promise<Answer> {
  checkPreconditions(call.request, call.drive, item);
  if (item.parent === null) throw invalidRequest('The root of a drive cannot be deleted.');
  requireAllBelow(call, item);
  await removeItem(call.drive, item, deedOf(call));
  return { status: 204 };
}
