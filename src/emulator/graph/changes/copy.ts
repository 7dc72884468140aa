import type { Answer } from '../protocol/answer';
import type { Drive } from '../model/drive';
import { GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { driveKey, secret } from '../model/ids';
import type { FolderItem, Item } from '../model/model';
import { checkName, checkPathLength, foldName, freeName } from '../model/names';
import { checkQuota } from '../bytes/land-file';
import { sizeOf } from '../model/drive';
import type { ConflictBehavior } from '../protocol/query-options';
import { copyBody, readJson } from '../protocol/schemas';
import type { DriveCall, World } from '../world';

/** A copy that was asked for, as its monitor tells of it. */
export interface CopyOperation {
  readonly outcome: { readonly resourceId: string } | { readonly code: string; readonly message: string };
  /** The first look finds it still under way: clients must be able to wait. */
  looks: number;
}

/** `POST {item}/copy`: always accepted; how it went is told by the monitor. */
export async function copyItem(call: DriveCall, item: Item): Promise<Answer> {
  const { drive, world } = call;
  const body = await readJson(call.request, copyBody);
  if (item.parent === null) throw invalidRequest('The root of a drive cannot be copied.');
  const { driveId, id } = body.parentReference ?? {};
  if (typeof driveId === 'string' && world.drives.get(driveKey(driveId)) !== drive) throw itemNotFound();
  const target = typeof id === 'string' ? drive.items.get(id) : item.parent;
  if (target === undefined) throw itemNotFound();
  if (target.kind === 'file') throw invalidRequest('The target is not a folder.');
  const name = body.name ?? item.name;
  checkName(name, {
    driveType: drive.driveType,
    folder: item.kind === 'folder',
    atRoot: target.parent === null,
  });
  for (let at: FolderItem | null = target; at !== null; at = at.parent) {
    if (at === item) throw invalidRequest('An item cannot be copied into itself or into a folder below it.');
  }
  // Personal drives do not know the option (protocol 6.1).
  const behavior = drive.driveType === 'personal' ? 'fail' : (call.options.conflictBehavior ?? 'fail');
  const key = secret();
  world.copies.set(key, { outcome: await attempt(call, item, { target, name, behavior }), looks: 0 });
  return {
    status: 202,
    headers: {
      Location: `${world.ports.origins.bytes}/_api/v2.0/monitor/${crypto.randomUUID()}?tempauth=${key}`,
    },
  };
}

interface Plan {
  readonly target: FolderItem;
  readonly name: string;
  readonly behavior: ConflictBehavior;
}

async function attempt(call: DriveCall, item: Item, plan: Plan): Promise<CopyOperation['outcome']> {
  try {
    return { resourceId: (await carryOut(call, item, plan)).id };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { code: error.code, message: error.message };
  }
}

async function carryOut(call: DriveCall, item: Item, { target, name, behavior }: Plan): Promise<Item> {
  const { drive } = call;
  const clash = target.children.get(foldName(name));
  const replaceable =
    behavior === 'replace' && clash?.kind === 'file' && item.kind === 'file' && clash !== item;
  if (clash !== undefined && behavior !== 'rename' && !replaceable) {
    throw new GraphError(409, 'nameAlreadyExists', 'Name already exists');
  }
  checkQuota(drive, sizeOf(item));
  const free = behavior === 'rename' ? freeName(target, name) : name;
  checkPathLength(target, free, drive.driveType, item);
  if (clash !== undefined && replaceable) await drive.remove(clash);
  return duplicate(drive, item, target, free, call.world.ports.now());
}

function duplicate(drive: Drive, item: Item, parent: FolderItem, name: string, at: number): Item {
  const { fileCreated, fileModified } = item;
  const birth = { name, at, by: drive.owner, fileCreated, fileModified };
  if (item.kind === 'file') {
    const copy = drive.addFile(parent, birth, item.content.share());
    if (item.image !== undefined) copy.image = item.image;
    if (item.taken !== undefined) copy.taken = item.taken;
    return copy;
  }
  const copy = drive.addFolder(parent, birth);
  for (const child of item.children.values()) duplicate(drive, child, copy, child.name, at);
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
