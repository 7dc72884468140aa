import { deedOf } from '../deed';
import { createDownloadUrl, identity } from '../items/item-json';
import { checkNotLocked, hasDraft, versionsSeenBy } from '../model/checkout';
import { tellOf, writeContent } from '../model/deeds';
import type { FileItem, FileVersion, Item } from '../model/model';
import { versionId } from '../model/versions';
import { redirect, type Answer } from '../protocol/answer';
import { graphDate } from '../protocol/graph-dates';
import { GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import type { DriveCall } from '../world';

/** `GET {item}/versions`: newest first, the current one included. */
export function listVersions(call: DriveCall, item: Item): Answer {
  const file = fileOf(item);
  const value = versionsSeenBy(file, call.user.oid).map((version) => versionJson(call, file, version));
  return { status: 200, context: 'versions', body: { value } };
}

export function readVersion(call: DriveCall, item: Item, id: string): Answer {
  const file = fileOf(item);
  const version = findVersion(call, file, id);
  return { status: 200, context: 'versions/$entity', body: versionJson(call, file, version) };
}

/** `GET {item}/versions/{id}/content`: the URL stays with this version, whatever comes after it. */
export function readVersionContent(call: DriveCall, item: Item, id: string): Answer {
  const file = fileOf(item);
  return redirect(createDownloadUrl(call, file, findVersion(call, file, id).number));
}

/** `POST {item}/versions/{id}/restoreVersion`: its content comes on top, as a new version. */
export async function restoreVersion(call: DriveCall, item: Item, id: string): Promise<Answer> {
  const { drive } = call;
  const file = fileOf(item);
  const { content, image } = findVersion(call, file, id);
  checkNotLocked(drive, file, call.user.oid);
  const deed = deedOf(call);
  const replaced = writeContent(drive, file, content.share(), deed);
  if (image !== undefined) file.image = image;
  file.fileModified = deed.at;
  await replaced;
  return { status: 204 };
}

/** `DELETE {item}/versions/{id}`: work drives let go of any but the current one. */
export async function deleteVersion(call: DriveCall, item: Item, id: string): Promise<Answer> {
  if (call.drive.driveType === 'personal') {
    throw new GraphError(405, 'notAllowed', 'Versions of personal drives cannot be deleted.');
  }
  const file = fileOf(item);
  const version = findVersion(call, file, id);
  checkNotLocked(call.drive, file, call.user.oid);
  if (version.number === file.contentVersion || version.number === file.checkout?.published) {
    throw invalidRequest('The current version of a file cannot be deleted.');
  }
  file.older = file.older?.filter((each) => each !== version) ?? [];
  tellOf(call.drive, file, deedOf(call), 'version');
  await version.content.dispose();
  return { status: 204 };
}

function fileOf(item: Item): FileItem {
  if (item.kind === 'file') return item;
  throw invalidRequest('A folder has no versions.', 'notAFile');
}

function findVersion({ user }: DriveCall, file: FileItem, id: string): FileVersion {
  const version = versionsSeenBy(file, user.oid).find(({ number }) => versionId(number) === id);
  if (version === undefined) throw itemNotFound('The version does not exist.');
  return version;
}

function versionJson({ options }: DriveCall, file: FileItem, version: FileVersion): object {
  const { number, content, modified, modifiedBy } = version;
  const json: Record<string, unknown> = {
    id: versionId(number),
    lastModifiedDateTime: graphDate(modified),
    lastModifiedBy: { user: identity(modifiedBy) },
    size: content.size,
  };
  if (options.select?.has('publication') === true) {
    const isDraft = hasDraft(file) && number === file.contentVersion;
    json['publication'] = { level: isDraft ? 'checkout' : 'published', versionId: versionId(number) };
  }
  return selected(json, options.select);
}
