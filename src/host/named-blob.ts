/** A `File`, or a `Blob` that was given a name. */
export type NamedBlob = Blob & { readonly name: string };

/**
 * What `upload()` takes. Through a handle (`showOpenFilePicker()`, a drop) a large file is read again after a reload,
 * where a file has to be chosen once more.
 */
export type UploadableFile = NamedBlob | FileSystemFileHandle;
