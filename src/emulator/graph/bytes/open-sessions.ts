import type { Drive } from '../model/drive';
import { sizeOf } from '../model/tree';
import { GraphError } from '../protocol/graph-error';
import type { World } from '../world';
import type { Destination } from './land-file';
import type { UploadSession } from './upload-session';

export function sessionNotFound(): GraphError {
  return new GraphError(404, 'itemNotFound', 'The upload session was not found', {
    inner: 'uploadSessionNotFound',
  });
}

/** The living session of a key; one whose time has passed is forgotten, its bytes too. */
export function findSession(world: World, key: string): UploadSession | undefined {
  const session = world.sessions.get(key);
  if (session === undefined || world.ports.now() <= session.expires) return session;
  world.sessions.delete(key);
  discardInTurn(session);
  return undefined;
}

/** Lets the bytes go once nobody writes any more. Nobody waits for it: a writer may stand still. */
export function discardInTurn(session: UploadSession): void {
  session.turn = session.turn.then(() => session.intake.discard()).catch(() => {});
}

function sessionsOf(world: World, drive: Drive): UploadSession[] {
  return [...world.sessions.keys()]
    .flatMap((key) => findSession(world, key) ?? [])
    .filter(({ destination }) => destination.drive === drive);
}

/** What counts against the quota: the files, and what unfinished uploads have brought so far. */
export function usedBytes(world: World, drive: Drive): number {
  return sessionsOf(world, drive).reduce((sum, { intake }) => sum + intake.received, sizeOf(drive.root));
}

export function checkQuota(world: World, drive: Drive, more: number): void {
  if (usedBytes(world, drive) + more <= drive.quotaTotal) return;
  throw new GraphError(507, 'quotaLimitReached', 'The user has reached their quota limit.');
}

/**
 * A session of a work drive holds its name until it ends, whoever has forgotten its URL; also against
 * `replace` (onedrive-api-docs 747, microsoft-graph-docs-contrib 6558).
 */
export function checkNameLock(world: World, wanted: Destination): void {
  if (wanted.drive.driveType === 'personal' || wanted.behavior === 'rename') return;
  if (!sessionsOf(world, wanted.drive).some(({ destination }) => isSamePlace(destination, wanted))) return;
  throw new GraphError(
    409,
    'nameAlreadyExists',
    wanted.target === null
      ? 'A file with the same name is currently being uploaded. Change the filename and try to save again.'
      : 'An upload session already exists for this file',
  );
}

function isSamePlace(one: Destination, other: Destination): boolean {
  if (one.behavior === 'rename') return false;
  if (one.target !== null && one.target === other.target) return true;
  const { fold } = one.parent.children;
  return one.parent === other.parent && fold(one.name) === fold(other.name);
}
