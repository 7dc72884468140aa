import { isFolder, type DriveItem, type ItemReference } from '../../drive';
import type { UploadableFile, UploadFailure, UploadFilesOptions } from '../../host';
import { isCancelled, OneDriveError } from '../../lib';
import type { FolderReference, TransferTask } from '../../transfer';
import type { ControlModel } from '../control-model';
import { isFileHandle, toFile } from '../named-blobs';
import { sourcesFromInput } from '../sources-from-input';
import { checkUploadOptions } from './check-arguments';
import { namesOf } from './place-of';
import { whenListed, whenSignedIn } from './when-ready';

/** `upload()` of a control that stands. @param ended aborted when it is gone */
export async function uploadFiles(
  control: ControlModel,
  given: readonly UploadableFile[],
  options: UploadFilesOptions,
  ended: AbortSignal,
): Promise<readonly DriveItem[]> {
  checkUploadOptions(options);
  const { conflictBehavior } = options;
  const signal = options.signal ? AbortSignal.any([ended, options.signal]) : ended;
  await whenSignedIn(control, signal);
  const folder = await findFolder(control, options.folder, signal);
  if (given.length === 0) return [];
  const files = await Promise.all(given.map(readGiven));
  const sources = sourcesFromInput(files).map((source, index) => {
    const one = given[index];
    return isFileHandle(one) ? { ...source, handle: one } : source;
  });
  const tasks = await control.transfers.upload(sources, folder, { conflictBehavior, signal });
  if (tasks.length === 0) throw new OneDriveError('cancelled', { cause: signal.reason });
  const items: DriveItem[] = [];
  const failed: UploadFailure['failed'][number][] = [];
  tasks.forEach((task, index) => {
    const file = files[index];
    if (task.state.status === 'done' && task.state.item) items.push(task.state.item);
    else if (file) failed.push({ file, error: errorOf(task) });
  });
  if (failed.length > 0) throw createFailure(items, failed, options.signal);
  return items;
}

/** @throws OneDriveError `source-changed` where there is nothing behind the handle any more, or it may not be read */
async function readGiven(given: UploadableFile): Promise<File> {
  if (!isFileHandle(given)) return toFile(given);
  try {
    return await given.getFile();
  } catch (cause) {
    throw new OneDriveError('source-changed', { cause });
  }
}

async function findFolder(
  control: ControlModel,
  folder: string | ItemReference | undefined,
  signal: AbortSignal,
): Promise<FolderReference> {
  if (folder === undefined) {
    let open = control.folder.state.get().path.at(-1);
    if (!open?.id) {
      await whenListed(control, signal);
      open = control.folder.state.get().path.at(-1);
    }
    if (!open?.id) throw new OneDriveError('not-found');
    return open;
  }
  const { item } = await control.locate(typeof folder === 'string' ? namesOf(folder) : folder, signal);
  if (!isFolder(item)) throw new OneDriveError('not-found');
  // A shortcut receives files where it points to.
  const { driveId, id } = item.remoteItem ?? item;
  return { driveId, id, name: item.name };
}

function errorOf({ state }: TransferTask): OneDriveError {
  return state.status === 'failed' ? state.error : new OneDriveError('cancelled');
}

/** The first failure speaks for all; an abort is what the host knows about already. */
function createFailure(
  uploaded: readonly DriveItem[],
  failed: UploadFailure['failed'],
  signal: AbortSignal | undefined,
): UploadFailure {
  const first = failed.find(({ error }) => !isCancelled(error)) ?? failed[0];
  const aborted = signal?.aborted ? new OneDriveError('cancelled', { cause: signal.reason }) : undefined;
  const { code, status, serviceCode, requestId, retryAfter, cause } =
    aborted ?? first?.error ?? new OneDriveError('cancelled');
  const error = new OneDriveError(code, { status, serviceCode, requestId, retryAfter, cause });
  return Object.assign(error, { uploaded, failed });
}
