import type { UploadSource } from '../transfer';

/** What a drop or a paste brought. `unreadable` names what the browser could not open. */
export interface ReadDrop {
  readonly sources: readonly UploadSource[];
  readonly unreadable: readonly string[];
}

/**
 * Files and folders of a drop, folders with all they hold. Call it inside the event: the browser empties the
 * list as soon as the handler has returned.
 */
export async function readDrop(data: DataTransfer): Promise<ReadDrop> {
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) files.push(file);
  }
  const read = await readEntries(entries);
  const plain = files.map((file): UploadSource => ({ kind: 'file', file, path: [] }));
  return { sources: [...plain, ...read.sources], unreadable: read.unreadable };
}

/** Depth first, in the order given; a folder stands before what it holds, so that empty ones are kept. */
export async function readEntries(entries: readonly FileSystemEntry[]): Promise<ReadDrop> {
  const sources: UploadSource[] = [];
  const unreadable: string[] = [];
  const visit = async (entry: FileSystemEntry, path: readonly string[]): Promise<void> => {
    try {
      if (isFile(entry)) {
        sources.push({ kind: 'file', file: await readFile(entry), path });
      } else if (isDirectory(entry)) {
        const inside = [...path, entry.name];
        sources.push({ kind: 'folder', path: inside });
        // One after the other: thousands of open entries at once make browsers fail.
        // oxlint-disable-next-line no-await-in-loop
        for (const child of await readDirectory(entry)) await visit(child, inside);
      }
    } catch {
      // Gone or forbidden: the rest is still wanted, and the user is told.
      unreadable.push([...path, entry.name].join('/'));
    }
  };
  // oxlint-disable-next-line no-await-in-loop
  for (const entry of entries) await visit(entry, []);
  return { sources, unreadable };
}

/** Files of an `<input type=file>`; with `webkitdirectory` each knows the folders it lay in. */
export function sourcesFromInput(files: Iterable<File>): readonly UploadSource[] {
  return [...files].map((file) => ({
    kind: 'file',
    file,
    // A page without a DOM has files that know nothing of folders.
    path: (file.webkitRelativePath || '').split('/').slice(0, -1),
  }));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Browsers hand out at most about 100 entries a call: it is asked until an empty batch comes. */
async function readDirectory(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}
