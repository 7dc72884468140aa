import { deedOf } from '../deed';
import type { Answer } from '../protocol/answer';
import { versionSeenBy } from '../model/checkout';
import type { Drive } from '../model/drive';
import { GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { driveKey, secret } from '../model/ids';
import { makeFile, makeFolder, removeItem } from '../model/deeds';
import type { Birth, Deed, FolderItem, Item } from '../model/model';
import { checkName, checkPathLength, foldName, freeName, isWithin } from '../model/names';
import { checkQuota } from '../bytes/open-sessions';
import { holdsMoreThan, sizeOf } from '../model/tree';
import type { ConflictBehavior } from '../protocol/query-options';
import { copyBody, readJson } from '../protocol/schemas';
import { requireRight } from '../sharing/access';
import type { DriveCall, World } from '../world';

/** In one call, the item itself among them (protocol 6.1). */
const MOST_COPIED = 30_000;

/** A copy that was asked for, as its monitor tells of it. */
export interface CopyOperation {
  readonly outcome: { readonly resourceId: string } | { readonly code: string; readonly message: string };
  /** The first look finds it still under way: clients must be able to wait. */
  looks: number;
}

/** `POST {item}/copy`: always accepted; how it went is told by the monitor. */
export async function copyItem(call: DriveCall, item: Item): Promise<Answer> {
  const { world } = call;
  const body = await readJson(call.request, copyBody);
  if (item.parent === null) throw invalidRequest('The root of a drive cannot be copied.');
  const { drive, folder } = targetOf(call, item.parent, body.parentReference ?? {});
  const name = body.name ?? item.name;
  checkName(name, {
    driveType: drive.driveType,
    folder: item.kind === 'folder',
    atRoot: folder.parent === null,
  });
  if (isWithin(folder, item)) {
    throw invalidRequest('An item cannot be copied into itself or into a folder below it.');
  }
  // Personal drives do not know the option (protocol 6.1).
  const behavior = drive.driveType === 'personal' ? 'fail' : (call.options.conflictBehavior ?? 'fail');
  const key = secret();
  const plan = { drive, folder, name, behavior, deed: deedOf(call) };
  world.copies.set(key, { outcome: await attempt(world, item, plan), looks: 0 });
  return {
    status: 202,
    headers: {
      Location: `${world.ports.origins.bytes}/_api/v2.0/monitor/${crypto.randomUUID()}?tempauth=${key}`,
    },
  };
}

interface Plan {
  readonly drive: Drive;
  readonly folder: FolderItem;
  readonly name: string;
  readonly behavior: ConflictBehavior;
  readonly deed: Deed;
}

/** The folder told, in whichever drive; by default the one that holds what is copied, or another drive's root. */
function targetOf(
  call: DriveCall,
  parent: FolderItem,
  { driveId, id }: { readonly driveId?: string | null | undefined; readonly id?: string | null | undefined },
): Pick<Plan, 'drive' | 'folder'> {
  const drive = typeof driveId === 'string' ? call.world.drives.get(driveKey(driveId)) : call.drive;
  if (drive === undefined) throw itemNotFound();
  const usual = drive === call.drive ? parent : drive.root;
  const folder = typeof id === 'string' ? drive.items.get(id) : usual;
  if (folder === undefined) throw itemNotFound();
  if (folder.kind === 'file') throw invalidRequest('The target is not a folder.');
  requireRight({ ...call, drive }, folder, 'write');
  return { drive, folder };
}

async function attempt(world: World, item: Item, plan: Plan): Promise<CopyOperation['outcome']> {
  try {
    return { resourceId: (await carryOut(world, item, plan)).id };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { code: error.code, message: error.message };
  }
}

async function carryOut(
  world: World,
  item: Item,
  { drive, folder, name, behavior, deed }: Plan,
): Promise<Item> {
  const clash = folder.children.get(foldName(name));
  const replaceable =
    behavior === 'replace' && clash?.kind === 'file' && item.kind === 'file' && clash !== item;
  if (clash !== undefined && behavior !== 'rename' && !replaceable) {
    throw new GraphError(409, 'nameAlreadyExists', 'Name already exists');
  }
  if (holdsMoreThan(item, MOST_COPIED)) {
    throw new GraphError(400, 'notAllowed', 'No more than 30,000 items can be copied at once.');
  }
  checkQuota(world, drive, sizeOf(item));
  const free = behavior === 'rename' ? freeName(folder, name) : name;
  checkPathLength(folder, free, drive.driveType, item);
  if (clash !== undefined && replaceable) await removeItem(drive, clash, deed);
  return duplicate(drive, item, folder, { ...deed, name: free });
}

function duplicate(drive: Drive, item: Item, parent: FolderItem, birth: Birth): Item {
  const { fileCreated, fileModified } = item;
  if (item.kind === 'file') {
    const { content, image } = versionSeenBy(item, birth.by.id);
    const copy = makeFile(drive, parent, { ...birth, fileCreated, fileModified }, content.share());
    if (image !== undefined) copy.image = image;
    if (item.taken !== undefined) copy.taken = item.taken;
    return copy;
  }
  const copy = makeFolder(drive, parent, { ...birth, fileCreated, fileModified });
  for (const child of item.children.values()) duplicate(drive, child, copy, { ...birth, name: child.name });
  return copy;
}

/** What a monitor URL answers. */
export function monitorResponse(world: World, key: string): Response {
  const operation = world.copies.get(key);
  if (operation === undefined) throw itemNotFound();
  operation.looks += 1;
  if (operation.looks === 1) {
    const body = { operation: 'itemCopy', percentageComplete: 27.8, status: 'inProgress' };
    return Response.json(body, { status: 202 });
  }
  const { outcome } = operation;
  if ('resourceId' in outcome) {
    return Response.json({ ...outcome, operation: 'itemCopy', percentageComplete: 100, status: 'completed' });
  }
  return Response.json({ operation: 'itemCopy', percentageComplete: 0, status: 'failed', error: outcome });
}
