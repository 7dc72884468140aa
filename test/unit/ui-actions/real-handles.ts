import type { UploadSource } from '../../../src/transfer';

/** Real files, of the origin's own: each holds its path. */
export async function makePlace(paths: readonly string[]): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const place = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  for (const path of paths) {
    let directory = place;
    const names = path.split('/');
    const name = names.pop() ?? '';
    // oxlint-disable-next-line no-await-in-loop
    for (const folder of names) directory = await directory.getDirectoryHandle(folder, { create: true });
    // oxlint-disable-next-line no-await-in-loop
    const writing = await (await directory.getFileHandle(name, { create: true })).createWritable();
    // oxlint-disable-next-line no-await-in-loop
    await writing.write(path);
    // oxlint-disable-next-line no-await-in-loop
    await writing.close();
  }
  return place;
}

export async function textOfHandle(source: UploadSource): Promise<string | undefined> {
  return source.kind === 'file' ? (await source.handle?.getFile())?.text() : undefined;
}
