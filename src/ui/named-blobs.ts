import type { NamedBlob, UploadableFile } from '../host';

/** The files that a page hands in, one or several; undefined where one of them is none. */
export function listBlobs(given: unknown): readonly NamedBlob[] | undefined {
  return listOf(isNamedBlob, given);
}

/** For `save()`. @throws TypeError */
export function takeBlobs(given: unknown): readonly NamedBlob[] {
  const blobs = listBlobs(given);
  if (!blobs) throw new TypeError('save() takes files, or blobs that have a name.');
  return blobs;
}

/** For `upload()`. @throws TypeError */
export function takeUploadable(given: unknown): readonly UploadableFile[] {
  const files = listOf((one) => isNamedBlob(one) || isFileHandle(one), given);
  if (!files) throw new TypeError('upload() takes files, blobs that have a name, or handles of files.');
  return files;
}

function listOf<T>(isOne: (given: unknown) => given is T, given: unknown): readonly T[] | undefined {
  if (isOne(given)) return [given];
  if (typeof given !== 'object' || given === null || !isIterable(given)) return undefined;
  const list = [...given];
  return list.every(isOne) ? list : undefined;
}

export function isFileHandle(given: unknown): given is FileSystemFileHandle {
  return kindOf(given) === 'FileSystemFileHandle';
}

export function toFile(blob: NamedBlob, name = blob.name): File {
  if (kindOf(blob) === 'File' && blob.name === name) return blob as File;
  const lastModified: unknown = Reflect.get(blob, 'lastModified');
  return new File([blob], name, {
    type: blob.type,
    ...(typeof lastModified === 'number' && { lastModified }),
  });
}

function isNamedBlob(given: unknown): given is NamedBlob {
  if (kindOf(given) === 'File') return true;
  if (kindOf(given) !== 'Blob') return false;
  const name: unknown = Reflect.get(given as object, 'name');
  return typeof name === 'string' && name !== '';
}

/** By its kind and not by its class: a file of another frame has another class. */
function kindOf(given: unknown): string {
  return Object.prototype.toString.call(given).slice(8, -1);
}

function isIterable(given: object): given is Iterable<unknown> {
  return Symbol.iterator in given;
}
