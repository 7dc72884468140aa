import type { Answer } from '../protocol/answer';
import { GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { foldName } from '../model/names';
import { parseConflictBehavior } from '../protocol/query-options';
import type { Place } from '../address/resolve';
import { commitBody, readJson } from '../protocol/schemas';
import { destinationOf } from './land-file';
import { isFull } from './upload-session';
import { findSession, finishSession, sessionNotFound } from './upload-ranges';
import { folderMaker } from './content-write';
import type { DriveCall } from '../world';

/** `PUT {item}` with a source URL: finishes an upload whose last range met a name clash. */
export async function commitSession(call: DriveCall, place: Place): Promise<Answer> {
  const { drive, world } = call;
  const body = await readJson(call.request, commitBody);
  const source = body['@microsoft.graph.sourceUrl'] ?? body['@content.sourceUrl'];
  if (source === undefined)
    throw new GraphError(400, 'notSupported', 'Only an upload session can be committed.');
  const session = [...world.sessions.values()].find(({ url }) => url === source);
  if (session === undefined || findSession(world, session.key) === undefined) throw sessionNotFound();
  if (session.destination.drive !== drive) throw itemNotFound();
  if (!isFull(session)) throw invalidRequest('The upload is not complete.', 'uploadSessionIncomplete');
  const annotation = body['@microsoft.graph.conflictBehavior'] ?? body['@name.conflictBehavior'];
  const behavior = parseConflictBehavior(annotation) ?? call.options.conflictBehavior ?? 'fail';
  const { parent, target, name: named } = destinationOf(drive, place, folderMaker(call));
  const name = body.name ?? named;
  const own = foldName(name) === foldName(named) ? target : null;
  const destination = { ...session.destination, parent, name, target: own, behavior };
  return { ...(await finishSession(world, session, destination)), context: 'drives/items/$entity' };
}
