import { isFolder, type DriveItem, type ItemReference } from '../../drive';
import type { NamedBlob, UploadFailure, UploadFilesOptions } from '../../host';
import { isCancelled, OneDriveError } from '../../lib';
import type { FolderReference, TransferTask } from '../../transfer';
import type { ControlModel } from '../control-model';
import { checkUploadOptions } from './check-arguments';
import { namesOf } from './settings';
import { whenListed, whenSignedIn } from './when-ready';

/** `upload()` of a control that stands. @param ended aborted when it is gone */
export async function uploadFiles(
  control: ControlModel,
  files: readonly File[],
  options: UploadFilesOptions,
  ended: AbortSignal,
): Promise<readonly DriveItem[]> {
  checkUploadOptions(options);
  const { conflictBehavior } = options;
  const signal = options.signal ? AbortSignal.any([ended, options.signal]) : ended;
  await whenSignedIn(control, signal);
  const folder = await findFolder(control, options.folder, signal);
  if (files.length === 0) return [];
  const sources = files.map((file) => ({ kind: 'file' as const, file, path: [] }));
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

/** @throws TypeError for something that is no file */
export function toFiles(given: Iterable<NamedBlob> | NamedBlob): readonly File[] {
  const list = isBlob(given) ? [given] : given;
  if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) throw noFile();
  return Array.from(list, toFile);
}

function toFile(blob: NamedBlob): File {
  if (isFile(blob)) return blob;
  if (!isBlob(blob) || typeof blob.name !== 'string' || blob.name === '') throw noFile();
  return new File([blob], blob.name, { type: blob.type });
}

/** By its kind and not by its class: a file of another frame has another class. */
function isFile(given: unknown): given is File {
  return Object.prototype.toString.call(given) === '[object File]';
}

function isBlob(given: unknown): given is NamedBlob {
  return isFile(given) || Object.prototype.toString.call(given) === '[object Blob]';
}

function noFile(): TypeError {
  return new TypeError('upload() takes files, or blobs that have a name.');
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
