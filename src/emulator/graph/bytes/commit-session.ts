import { deedOf } from '../deed';
import type { Answer } from '../protocol/answer';
import { GraphError, invalidRequest, itemNotFound, notFetched } from '../protocol/graph-error';
import { checkPreconditions } from '../model/item-tags';
import type { FolderItem } from '../model/model';
import { checkName, checkPathLength } from '../model/names';
import { parseConflictBehavior } from '../protocol/query-options';
import type { Place } from '../address/resolve';
import { commitBody, readJson } from '../protocol/schemas';
import { destinationOf, type Destination } from './land-file';
import { findSession, sessionNotFound } from './open-sessions';
import { isFull, type UploadSession } from './upload-session';
import { finishSession, inTurn } from './upload-ranges';
import { folderMaker } from './content-write';
import type { DriveCall, World } from '../world';

/**
 * `PUT {item}`, or `PUT {folder}` with a name, with a source URL: finishes an upload whose last range met
 * a name clash, or which waits for its commit.
 */
export async function commitSession(call: DriveCall, place: Place): Promise<Answer> {
  const { drive, world } = call;
  const body = readJson(call, commitBody);
  const session = sessionOf(world, body['@microsoft.graph.sourceUrl'] ?? body['@content.sourceUrl']);
  if (session.destination.drive !== drive) throw itemNotFound();
  if (!isFull(session)) throw invalidRequest('The upload is not complete.', 'uploadSessionIncomplete');
  if (session.deferCommit && drive.driveType !== 'personal') {
    throw new GraphError(400, 'notSupported', 'Uploads to work drives are committed by a POST to their URL.');
  }
  checkPreconditions(call.request, drive, place.kind === 'found' ? place.item : undefined);
  const annotation = body['@microsoft.graph.conflictBehavior'] ?? body['@name.conflictBehavior'];
  const behavior = parseConflictBehavior(annotation) ?? call.options.conflictBehavior ?? 'fail';
  const spot = spotOf(call, place, body.name);
  const opened = session.destination;
  // The tag the session was opened with is that of its own target.
  const ifMatch = spot.target === opened.target ? opened.ifMatch : undefined;
  const destination = { ...opened, ...spot, behavior, ifMatch };
  const finished = await inTurn(world, session, () =>
    finishSession(world, session, destination, deedOf(call).tell),
  );
  return { ...finished, context: 'drives/items/$entity' };
}

function sessionOf(world: World, source: string | undefined): UploadSession {
  if (source === undefined)
    throw new GraphError(400, 'notSupported', 'Only an upload session can be committed.');
  if (!URL.canParse(source) || new URL(source).origin !== world.ports.origins.bytes) throw notFetched();
  const session = [...world.sessions.values()].find(({ url }) => url === source);
  if (session === undefined || findSession(world, session.key) === undefined) throw sessionNotFound();
  return session;
}

type Spot = Pick<Destination, 'parent' | 'name' | 'target'>;

function spotOf(call: DriveCall, place: Place, name: string | undefined): Spot {
  if (place.kind === 'found' && place.item.kind === 'folder') {
    if (name === undefined) throw invalidRequest('The name is missing.', 'badArgument');
    return nameIn(call, place.item, name);
  }
  const spot = destinationOf(call.drive, place, folderMaker(call));
  const { fold } = spot.parent.children;
  return name === undefined || fold(name) === fold(spot.name) ? spot : nameIn(call, spot.parent, name);
}

function nameIn({ drive: { driveType } }: DriveCall, parent: FolderItem, name: string): Spot {
  checkName(name, { driveType, folder: false, atRoot: parent.parent === null });
  checkPathLength(parent, name, driveType);
  return { parent, name, target: null };
}
