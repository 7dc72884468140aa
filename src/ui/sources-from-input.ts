import type { UploadSource } from '../transfer';

type FileSource = Extract<UploadSource, { kind: 'file' }>;

/** Files of an `<input type=file>`; with `webkitdirectory` each knows the folders it lay in. */
export function sourcesFromInput(files: Iterable<File>): readonly FileSource[] {
  return [...files].map((file) => ({
    kind: 'file',
    file,
    // A page without a DOM has files that know nothing of folders.
    path: (file.webkitRelativePath || '').split('/').slice(0, -1),
  }));
}
