import { deedOf } from '../deed';
import type { Answer } from '../protocol/answer';
import { createIntake } from '../model/content';
import { makeFolder } from '../model/deeds';
import { GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { itemJson } from '../items/item-json';
import { checkPreconditions, eTagOf } from '../model/item-tags';
import { checkConflict, destinationOf, landFile, type Destination } from './land-file';
import { checkQuota } from './open-sessions';
import type { FolderItem } from '../model/model';
import { checkName } from '../model/names';
import type { Place } from '../address/resolve';
import type { DriveCall } from '../world';

const SIMPLE_LIMIT = 250 * 1024 * 1024;

/** `PUT {item}/content`: the whole file in one request. */
export async function putContent(call: DriveCall, place: Place): Promise<Answer> {
  const { drive, request, world } = call;
  const existing = place.kind === 'found' ? place.item : undefined;
  checkPreconditions(request, drive, existing);
  const destination: Destination = {
    drive,
    ...destinationOf(drive, place, folderMaker(call)),
    behavior: call.options.conflictBehavior ?? 'replace',
  };
  checkConflict(destination);
  const declared = declaredLength(request);
  if (declared !== null && declared > SIMPLE_LIMIT) throw tooLarge();
  checkQuota(world, drive, declared ?? 0);
  const intake = createIntake(world.options.contentStore, drive.driveType === 'personal');
  try {
    await intake.take(request.body, { exact: declared, limit: SIMPLE_LIMIT });
    // The drive may have changed while the bytes came, and their number may not have been told.
    checkQuota(world, drive, intake.received);
    checkPreconditions(
      request,
      drive,
      existing !== undefined && drive.items.has(existing.id) ? existing : undefined,
    );
    const { item, created } = await landFile(destination, await intake.finish(), deedOf(call));
    return {
      status: created ? 201 : 200,
      headers: { ETag: eTagOf(item) },
      context: 'drives/items/$entity',
      body: itemJson(call, item),
    };
  } catch (error) {
    await intake.discard();
    throw error;
  }
}

/** Folders missing on the way are made, except in strict mode: real clients should not rely on it. */
export function folderMaker(call: DriveCall): (parent: FolderItem, name: string) => FolderItem {
  const { drive, world } = call;
  return (parent, name) => {
    if (world.ports.strict) throw itemNotFound();
    checkName(name, { driveType: drive.driveType, folder: true, atRoot: parent.parent === null });
    return makeFolder(drive, parent, { ...deedOf(call), name });
  };
}

export function declaredLength(request: Request): number | null {
  const header = request.headers.get('content-length');
  if (header === null) return null;
  if (!/^\d+$/.test(header)) throw invalidRequest('The Content-Length is malformed.');
  return Number(header);
}

function tooLarge(): GraphError {
  return new GraphError(413, 'maxRequestLengthExceeded', 'The file is too large for one request.', {
    inner: 'maxFileSizeExceeded',
  });
}
