import { deedOf } from '../deed';
import type { Answer } from '../protocol/answer';
import { invalidRequest, itemNotFound } from '../protocol/graph-error';
import { driveKey } from '../model/ids';
import type { FolderItem, Item } from '../model/model';
import { checkName, isWithin } from '../model/names';
import { copyBody, readJson } from '../protocol/schemas';
import { isReadable, requireRight } from '../sharing/access';
import type { DriveCall, World } from '../world';
import { carryOutCopy, copiedChildren, type CopyOutcome, type CopyPlan } from './carry-out-copy';

/** A copy that was asked for, as its monitor tells of it. */
export interface CopyOperation {
  readonly outcome: CopyOutcome;
  /** The first look finds it still under way: clients must be able to wait. */
  looks: number;
}

/** `POST {item}/copy`: always accepted; how it went is told by the monitor. */
export async function copyItem(call: DriveCall, item: Item): Promise<Answer> {
  const { world } = call;
  const body = readJson(call, copyBody);
  const isVisible = (each: Item): boolean => isReadable(call, each);
  const sources = sourcesOf(item, body).filter((source) => isVisible(source.item));
  const { drive, folder } = targetOf(call, item.parent ?? call.drive.root, body.parentReference ?? {});
  if (isWithin(folder, item)) {
    throw invalidRequest('An item cannot be copied into itself or into a folder below it.');
  }
  for (const { item: source, name } of sources) {
    const isFolder = source.kind === 'folder';
    checkName(name, { driveType: drive.driveType, folder: isFolder, atRoot: folder.parent === null });
  }
  const outcome = await carryOutCopy(world, {
    drive,
    folder,
    whole: item,
    sources,
    isVisible,
    // Personal drives do not know the option (protocol 6.1).
    behavior: drive.driveType === 'personal' ? 'fail' : (call.options.conflictBehavior ?? 'fail'),
    // With a name it is passed over: a known fault of the service that its documentation tells of.
    withHistory: body.includeAllVersionHistory === true && typeof body.name !== 'string',
    deed: deedOf(call),
    childrenOnly: body.childrenOnly === true,
  });
  const key = world.copies.issue({ outcome, looks: 0 });
  return {
    status: 202,
    headers: {
      Location: `${world.ports.origins.bytes}/_api/v2.0/monitor/${crypto.randomUUID()}?tempauth=${key}`,
    },
  };
}

function sourcesOf(
  item: Item,
  {
    childrenOnly,
    name,
  }: { readonly childrenOnly?: boolean | null | undefined; readonly name?: string | null | undefined },
): CopyPlan['sources'] {
  if (item.kind === 'remote') throw invalidRequest('A shortcut cannot be copied.');
  if (childrenOnly !== true) {
    if (item.parent === null) throw invalidRequest('Cannot copy the root folder.');
    return [{ item, name: name ?? item.name }];
  }
  if (item.kind !== 'folder') throw invalidRequest('childrenOnly option is not valid for file items.');
  if (typeof name === 'string') throw invalidRequest('Cannot use name parameter alongside childrenOnly.');
  return copiedChildren(item).map((child) => ({ item: child, name: child.name }));
}

/** The folder told, in whichever drive; by default the one that holds what is copied, or another drive's root. */
function targetOf(
  call: DriveCall,
  parent: FolderItem,
  { driveId, id }: { readonly driveId?: string | null | undefined; readonly id?: string | null | undefined },
): Pick<CopyPlan, 'drive' | 'folder'> {
  const drive = typeof driveId === 'string' ? call.world.drives.get(driveKey(driveId)) : call.drive;
  if (drive === undefined) throw itemNotFound();
  const usual = drive === call.drive ? parent : drive.root;
  const folder = typeof id === 'string' ? drive.items.get(id) : usual;
  if (folder === undefined) throw itemNotFound();
  requireRight({ ...call, drive }, folder, 'write');
  if (folder.kind !== 'folder') throw invalidRequest('The target is not a folder.');
  return { drive, folder };
}

/** What a monitor URL answers. */
export function monitorResponse(world: World, key: string): Response {
  const operation = world.copies.read(key);
  if (operation === undefined || operation === 'expired') throw itemNotFound();
  operation.looks += 1;
  if (operation.looks === 1) {
    const body = { operation: 'itemCopy', percentageComplete: 27.8, status: 'inProgress' };
    return Response.json(body, { status: 202 });
  }
  const { outcome } = operation;
  if ('resourceId' in outcome) {
    return Response.json({ ...outcome, operation: 'itemCopy', percentageComplete: 100, status: 'completed' });
  }
  return Response.json({ ...outcome, operation: 'itemCopy', percentageComplete: 0, status: 'failed' });
}
