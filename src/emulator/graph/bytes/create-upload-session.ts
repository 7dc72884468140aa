import type { Answer } from '../protocol/answer';
import { createIntake } from '../model/content';
import { folderMaker } from './content-write';
import { checkNotLocked } from '../model/checkout';
import { invalidRequest } from '../protocol/graph-error';
import { secret } from '../model/ids';
import { personOf } from '../model/owner';
import { checkPreconditions } from '../model/item-tags';
import { checkConflict, destinationOf, type Destination } from './land-file';
import { checkNameLock, checkQuota } from './open-sessions';
import { parseConflictBehavior } from '../protocol/query-options';
import type { Place } from '../address/resolve';
import { createUploadSessionBody, readJson } from '../protocol/schemas';
import { nextExpiry, sessionJson, type UploadSession } from './upload-session';
import type { DriveCall } from '../world';

/** `POST {item}/createUploadSession`. */
export function createUploadSession(call: DriveCall, place: Place): Answer {
  const { drive, request, world } = call;
  const { item = {}, deferCommit } = readJson(call, createUploadSessionBody);
  checkPreconditions(request, drive, place.kind === 'found' ? place.item : undefined);
  const spot = destinationOf(drive, place, folderMaker(call));
  const asked = place.kind === 'missing' ? place.names.at(-1) : spot.name;
  if (item.name !== undefined && item.name.toLowerCase() !== asked?.toLowerCase()) {
    throw invalidRequest("The name in the body differs from the URL's.", 'badArgument');
  }
  const annotation = item['@microsoft.graph.conflictBehavior'] ?? item['@name.conflictBehavior'];
  const destination: Destination = {
    drive,
    ...spot,
    // As the service does and rclone relies on; the documentation has named `fail` of late.
    behavior: parseConflictBehavior(annotation) ?? call.options.conflictBehavior ?? 'replace',
    ifMatch: request.headers.get('if-match') ?? undefined,
    fileCreated: item.fileSystemInfo?.createdDateTime ?? undefined,
    fileModified: item.fileSystemInfo?.lastModifiedDateTime ?? undefined,
    description: item.description,
  };
  checkConflict(destination);
  if (spot.target !== null) checkNotLocked(drive, spot.target, call.user.oid);
  checkNameLock(world, destination);
  checkQuota(world, drive, item.fileSize ?? 0);
  const session = openSession(call, destination, {
    total: item.fileSize ?? null,
    deferCommit: deferCommit ?? false,
  });
  world.sessions.set(session.key, session);
  return {
    status: 200,
    context: 'microsoft.graph.uploadSession',
    body: { uploadUrl: session.url, ...sessionJson(session) },
  };
}

function openSession(
  call: DriveCall,
  destination: Destination,
  rest: Pick<UploadSession, 'total' | 'deferCommit'>,
): UploadSession {
  const { drive, world } = call;
  const key = secret();
  return {
    ...rest,
    key,
    url: uploadUrl(world.ports.origins.bytes, destination, key),
    destination,
    by: personOf(call.user),
    intake: createIntake(world.options.contentStore, drive.driveType === 'personal'),
    expires: nextExpiry(destination, world.ports.now()),
    turn: Promise.resolve(),
  };
}

/** In the service's shape: quotes and the encoded name are what careless clients re-encode. */
function uploadUrl(bytes: string, { drive, parent, name, behavior }: Destination, key: string): string {
  const quoted = (text: string): string => `%27${encodeURIComponent(text).replaceAll("'", '%27%27')}%27`;
  const query = [
    `guid=${quoted(crypto.randomUUID())}`,
    `path=${quoted(`~tmp${key.slice(0, 4)}_${name}`)}`,
    `overwrite=${behavior === 'replace' ? 'True' : 'False'}`,
    `rename=${behavior === 'rename' ? 'True' : 'False'}`,
    'dc=0',
    `tempauth=${key}`,
  ];
  return `${bytes}/_api/v2.0/drives/${encodeURIComponent(drive.id)}/items/${parent.id}/uploadSession?${query.join('&')}`;
}
