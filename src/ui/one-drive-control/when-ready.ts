import type { Connection } from '../../auth';
import { OneDriveError, untilStore, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import type { ReadyControl } from './ready-now';
import type { OwnedControl } from './use-own-control';

/** The control as soon as there is one. @throws OneDriveError why there is none; `cancelled` where it is gone */
export async function whenReady(store: ReadableStore<OwnedControl>): Promise<ReadyControl> {
  const now = await untilStore(store, (owned) => (owned.status === 'starting' ? undefined : owned));
  if (now.status === 'wrong') throw now.error;
  if (now.ended.aborted) throw new OneDriveError('cancelled');
  return now;
}

/**
 * Waits while it is not known who is signed in, or while somebody is signing in.
 * @throws OneDriveError `sign-in-needed`, `cancelled`
 */
export async function whenSignedIn(
  { connection }: Pick<ControlModel, 'connection'>,
  signal: AbortSignal,
): Promise<void> {
  const now = await untilStore(connection, (state) => (isPending(state) ? undefined : state), signal);
  if (now.state === 'signed-out') throw new OneDriveError('sign-in-needed', { cause: now.error });
}

/** Waits until somebody is signed in, however long it takes. @throws OneDriveError `cancelled` */
export async function whenConnected(
  { connection }: Pick<ControlModel, 'connection'>,
  signal: AbortSignal,
): Promise<void> {
  await untilStore(connection, ({ state }) => (state === 'connected' ? state : undefined), signal);
}

/** Where nobody goes elsewhere meanwhile, the folder that was asked for. @throws OneDriveError also `cancelled` */
export async function whenListed(
  { folder, connection }: Pick<ControlModel, 'folder' | 'connection'>,
  signal: AbortSignal,
): Promise<void> {
  const left = new AbortController();
  const stop = connection.subscribe(() => connection.get().state === 'signed-out' && left.abort());
  try {
    const ends = AbortSignal.any([signal, left.signal]);
    const listing = await untilStore(
      folder.state,
      ({ listing }) => (listing.status === 'complete' || listing.status === 'failed' ? listing : undefined),
      ends,
    );
    if (listing.status === 'failed') throw listing.error;
  } finally {
    stop();
  }
}

function isPending(connection: Connection): boolean {
  return connection.state === 'starting' || (connection.state === 'connecting' && !connection.account);
}
