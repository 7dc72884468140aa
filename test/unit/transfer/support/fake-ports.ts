import type { DriveItem } from '../../../../src/graph';
import { OneDriveError, revealSecretUrl, type SecretUrl } from '../../../../src/lib';
import type { ConflictBehavior, TransferPorts, UploadTarget } from '../../../../src/transfer';
import { isHeld, secretUrlOf, type FakeDrive, type Operation } from './fake-drive';

function sessionIdOf(url: SecretUrl): string {
  return new URL(revealSecretUrl(url)).pathname.slice(1);
}

function commit(drive: FakeDrive, target: UploadTarget, uploadUrl: SecretUrl, behavior: ConflictBehavior) {
  const session = drive.openSessions().find(({ id }) => id === sessionIdOf(uploadUrl));
  if (!session) throw new OneDriveError('not-found', { status: 404 });
  if (session.received < session.size) throw new OneDriveError('invalid-request', { status: 400 });
  const file = drive.store(target, session.bytes, behavior, session.lastModified);
  if (!file) throw new OneDriveError('name-conflict', { status: 409 });
  session.open = false;
  return drive.toItem(file);
}

/** The Graph side: ports as the composition root would make them. */
export function createPorts(drive: FakeDrive): TransferPorts {
  const { environment, settings } = drive;
  const call = async <T>(
    operation: Operation,
    detail: string,
    work: () => T,
    signal?: AbortSignal,
  ): Promise<T> => {
    const closed = settings.opensAt - environment.now();
    if (closed > 0) throw new OneDriveError('throttled', { retryAfter: closed });
    drive.note(operation, detail);
    await new Promise<void>((resolve) => environment.after(settings.latency, resolve));
    if (signal?.aborted) throw new OneDriveError('cancelled');
    const refusal = drive.takeRefusal(operation);
    if (refusal) throw refusal;
    const fault = drive.takeFault(operation);
    if (fault?.effect === 'unreachable') throw new OneDriveError('offline');
    if (fault?.effect === 'answer' && fault.retryAfter !== undefined) {
      const retryAfter = fault.retryAfter * 1000;
      settings.opensAt = environment.now() + retryAfter;
      const code = fault.status === 429 ? 'throttled' : 'unavailable';
      throw new OneDriveError(code, { status: fault.status, retryAfter });
    }
    if (fault?.effect === 'answer') throw new OneDriveError('unavailable', { status: fault.status });
    const result = work();
    if (fault) throw new OneDriveError(fault.effect === 'stall' ? 'timed-out' : 'offline');
    return result;
  };
  return {
    putContent: async (target, content, { conflictBehavior, signal }) => {
      const put = () => {
        const file = drive.store(target, content, conflictBehavior);
        if (!file) throw new OneDriveError('name-conflict', { status: 409 });
        return drive.toItem(file);
      };
      return call('put', target.name, put, signal);
    },
    createUploadSession: (target, { fileSize, lastModified, conflictBehavior }) =>
      call('session', target.name, () => {
        if (isHeld(drive, target)) throw new OneDriveError('name-conflict', { status: 409 });
        const id = drive.nextId('session');
        const bytes = new Uint8Array(fileSize);
        const used = environment.now();
        const session = {
          id,
          target,
          conflictBehavior,
          size: fileSize,
          lastModified,
          bytes,
          received: 0,
          open: true,
          used,
        };
        drive.sessions.push(session);
        return { uploadUrl: secretUrlOf(id), nextExpectedRanges: [{ start: 0 }] };
      }),
    commitUploadSession: (target, uploadUrl, { conflictBehavior, signal }) =>
      call('commit', target.name, () => commit(drive, target, uploadUrl, conflictBehavior), signal),
    findItem: (target, signal) =>
      call(
        'find',
        target.name,
        () => {
          const isMeant = ({ name }: DriveItem) => name.toLowerCase() === target.name.toLowerCase();
          return drive.children(target.parentId).find(isMeant);
        },
        signal,
      ),
    ensureFolder: (parent, name, signal) =>
      call(
        'folder',
        name,
        () => {
          const isMeant = (folder: { parentId: string; name: string }) =>
            folder.parentId === parent.id && folder.name.toLowerCase() === name.toLowerCase();
          const known = drive.folders.find(isMeant);
          const folder = known ?? { id: drive.nextId('folder'), parentId: parent.id, name };
          if (!known) drive.folders.push(folder);
          return { driveId: 'drive', id: folder.id, name };
        },
        signal,
      ),
    listChildren: async function* (folder) {
      yield* drive.children(folder.id);
    },
    listNames: async ({ id }, pages, signal) => {
      const items: DriveItem[] = [];
      for (let page = 0; page < pages; page += 1) {
        const from = page * settings.pageSize;
        // oxlint-disable-next-line no-await-in-loop -- one page tells where the next one is
        const [all, some] = await call('list', id, () => split(drive.children(id), from, settings), signal);
        items.push(...some);
        if (from + settings.pageSize >= all) return { items, isComplete: true };
      }
      return { items, isComplete: false };
    },
    knownChildren: ({ id }) => (settings.known.has(id) ? drive.children(id) : undefined),
    readDrive: (id, signal) =>
      call(
        'drive',
        id,
        () => {
          const { driveType, remaining } = settings;
          return { driveType, quota: { used: 1, total: 1e15, remaining, state: 'normal' } };
        },
        signal,
      ),
    copyItem: (item, target, signal) =>
      call(
        'copy',
        target.name,
        () => {
          const file = drive.files.find(({ id }) => id === item.id);
          if (!file) throw new OneDriveError('not-found', { status: 404 });
          drive.store(target, file.content, 'fail');
          return secretUrlOf('monitor');
        },
        signal,
      ),
    getContent: (item, signal) =>
      call(
        'url',
        item.id,
        () => {
          const file = drive.files.find(({ id }) => id === item.id);
          if (!file) throw new OneDriveError('not-found', { status: 404 });
          return { url: secretUrlOf(item.id), item: drive.toItem(file) };
        },
        signal,
      ),
    authorizeWrite: (signal) => settings.authorize(signal),
    authorizeRead: (signal) => settings.authorizeRead(signal),
  };
}

/** How many there are, and those of one page. */
function split(
  items: readonly DriveItem[],
  from: number,
  { pageSize }: { readonly pageSize: number },
): [number, readonly DriveItem[]] {
  return [items.length, items.slice(from, from + pageSize)];
}
