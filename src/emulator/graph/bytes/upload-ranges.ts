import type { Answer } from '../protocol/answer';
import { declaredLength } from './content-write';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import { landFile, type Destination } from './land-file';
import { checkQuota, sessionNotFound } from './open-sessions';
import { itemJson } from '../items/item-json';
import type { Deed } from '../model/model';
import type { ItemView, World } from '../world';
import { eTagOf } from '../model/item-tags';
import { parseQueryOptions } from '../protocol/query-options';
import { isFull, nextExpiry, sessionJson, type UploadSession } from './upload-session';

const FRAGMENT_UNIT = 320 * 1024;
const FRAGMENT_LIMIT = 60 * 1024 * 1024;

/** Everything that can be asked of an uploadUrl. */
export function answerUpload(
  world: World,
  request: Request,
  session: UploadSession,
  tell: Deed['tell'],
): Promise<Answer> {
  switch (request.method) {
    case 'PUT':
      return inTurn(world, session, () => putRange(world, request, session, tell));
    case 'POST':
      return inTurn(world, session, () => commitDeferred(world, session, tell));
    case 'DELETE':
      return inTurn(world, session, () => cancel(world, session));
    case 'GET':
      return Promise.resolve({ status: 200, body: sessionJson(session) });
    default:
      throw new GraphError(405, 'notAllowed', 'The method is not allowed on an upload session.');
  }
}

/** What arrives while a range is being written, or a file made, waits for it, and then finds what is true. */
export async function inTurn(
  world: World,
  session: UploadSession,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const mine = session.turn.then(() => {
    if (!world.sessions.has(session.key)) throw sessionNotFound();
    return act();
  });
  session.turn = mine.catch(() => {});
  return mine;
}

async function putRange(
  world: World,
  request: Request,
  session: UploadSession,
  tell: Deed['tell'],
): Promise<Answer> {
  const range = readRange(request, session);
  checkQuota(world, session.destination.drive, range.length);
  await session.intake.take(request.body, { exact: range.length, limit: FRAGMENT_LIMIT });
  // It may have expired, or everything been reset, while the bytes came.
  if (!world.sessions.has(session.key)) throw sessionNotFound();
  session.total = range.total;
  session.expires = nextExpiry(session.destination, world.ports.now());
  if (!isFull(session) || session.deferCommit) return { status: 202, body: sessionJson(session) };
  return finishSession(world, session, session.destination, tell);
}

/** What the range says, if it is the one that may come now. */
function readRange(
  request: Request,
  session: UploadSession,
): { readonly length: number; readonly total: number } {
  const header = request.headers.get('content-range') ?? '';
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || whole === undefined) {
    throw invalidRequest('The Content-Range header is missing or malformed.');
  }
  const [from, to, total] = [Number(first), Number(last), Number(whole)];
  const length = to - from + 1;
  const declared = declaredLength(request);
  const { received } = session.intake;
  if (length < 1 || to >= total) throw invalidRequest('The Content-Range header is malformed.');
  if (declared !== null && declared !== length) {
    throw invalidRequest('Content-Length and Content-Range disagree.', 'fragmentLengthMismatch');
  }
  if (session.total !== null && session.total !== total) {
    throw invalidRequest('The declared size of the file has changed.', 'fragmentLengthMismatch');
  }
  if (length >= FRAGMENT_LIMIT) {
    throw new GraphError(413, 'invalidRequest', 'The fragment is too long.', {
      inner: 'maxFragmentLengthExceeded',
    });
  }
  if (from < received) {
    throw new GraphError(416, 'invalidRange', 'Uploaded fragment overlaps with existing data.', {
      inner: 'fragmentOverlap',
    });
  }
  if (from > received) throw invalidRequest('The fragment is out of order.', 'fragmentOutOfOrder');
  // The service may notice only at the end; here it is said at once, and always.
  if (to + 1 < total && length % FRAGMENT_UNIT !== 0) {
    throw invalidRequest('A fragment must be a multiple of 320 KiB.', 'fragmentLengthMismatch');
  }
  return { length, total };
}

/** Work drives only; a personal one is told by a PUT of the item. */
async function commitDeferred(world: World, session: UploadSession, tell: Deed['tell']): Promise<Answer> {
  if (session.destination.drive.driveType === 'personal') {
    throw new GraphError(
      400,
      'notSupported',
      'Uploads to personal drives are committed by a PUT of the item.',
    );
  }
  if (isFull(session)) return finishSession(world, session, session.destination, tell);
  throw invalidRequest('The upload is not complete.', 'uploadSessionIncomplete');
}

async function cancel(world: World, session: UploadSession): Promise<Answer> {
  world.sessions.delete(session.key);
  await session.intake.discard();
  return { status: 204 };
}

/** Makes the file, in turn. A refusal (a name taken meanwhile) leaves session and bytes as they are. */
export async function finishSession(
  world: World,
  session: UploadSession,
  destination: Destination,
  tell: Deed['tell'],
): Promise<Answer> {
  const { drive } = destination;
  // Its own bytes count already.
  checkQuota(world, drive, 0);
  const deed: Deed = { at: world.ports.now(), by: session.by, tell };
  const { item, created } = await landSession(world, session, destination, deed);
  const view: ItemView = {
    world,
    drive,
    base: `/drives/${drive.id}`,
    user: { oid: session.by.id, upn: session.by.email },
    options: parseQueryOptions(new URLSearchParams()),
  };
  return {
    status: created ? 201 : 200,
    headers: { ETag: eTagOf(item) },
    body: itemJson(view, item),
  };
}

/** From the start the bytes are no longer the session's: if it expired meanwhile, it would discard the file's. */
async function landSession(
  { sessions }: World,
  session: UploadSession,
  destination: Destination,
  deed: Deed,
): ReturnType<typeof landFile> {
  sessions.delete(session.key);
  try {
    return await landFile(destination, await session.intake.finish(), deed);
  } catch (error) {
    sessions.set(session.key, session);
    throw error;
  }
}
