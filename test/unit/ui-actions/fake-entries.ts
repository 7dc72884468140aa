import type { UploadSource } from '../../../src/transfer';

export function describeSource(source: UploadSource): string {
  const names = source.kind === 'file' ? [...source.path, source.file.name] : source.path;
  return `${source.kind} ${names.join('/')}`;
}

export function fakeFile(name: string, failure?: Error): FileSystemEntry {
  const file = (resolve: (file: File) => void, reject: (reason: unknown) => void) =>
    failure ? reject(failure) : resolve(new File([name], name));
  return asEntry({ name, isFile: true, isDirectory: false, file });
}

/** Hands out a hundred entries a call, as Chromium does. */
export function fakeDirectory(name: string, children: readonly FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    let read = 0;
    return {
      readEntries: (resolve: (entries: readonly FileSystemEntry[]) => void) => {
        resolve(children.slice(read, read + 100));
        read += 100;
      },
    };
  };
  return asEntry({ name, isFile: false, isDirectory: true, createReader });
}

function asEntry(entry: object): FileSystemEntry {
  return Object.assign(Object.create(null) as FileSystemEntry, entry);
}
