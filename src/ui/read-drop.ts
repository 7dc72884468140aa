import type { UploadSource } from '../transfer';

/** What a drop, a paste or a choice brought. `unreadable` names what the browser could not open. */
export interface ReadDrop {
  readonly sources: readonly UploadSource[];
  readonly unreadable: readonly string[];
}

/** Something that was dropped, read by its entry, and kept by its handle where the browser gives one. */
export interface DroppedEntry {
  readonly entry: FileSystemEntry;
  readonly handle?: Promise<FileSystemHandle | undefined>;
}

/**
 * Files and folders of a drop, folders with all they hold. Call it inside the event: the browser empties the
 * list as soon as the handler has returned.
 */
export async function readDrop(data: DataTransfer): Promise<ReadDrop> {
  const entries: DroppedEntry[] = [];
  const files: Promise<UploadSource>[] = [];
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    const handle = askForHandle(item);
    if (entry) entries.push({ entry, handle });
    else if (file) files.push(handle.then((found) => fileSource(file, [], found)));
  }
  const [plain, read] = await Promise.all([Promise.all(files), readEntries(entries)]);
  return { sources: [...plain, ...read.sources], unreadable: read.unreadable };
}

/**
 * Depth first, in the order given; a folder stands before what it holds, so that empty ones are kept. The entries
 * say what there is: through a handle browsers leave out what they hold for dangerous, shortcuts for instance.
 */
export async function readEntries(dropped: readonly DroppedEntry[]): Promise<ReadDrop> {
  const sources: UploadSource[] = [];
  const unreadable: string[] = [];
  const visit = async (
    entry: FileSystemEntry,
    path: readonly string[],
    handle: FileSystemHandle | undefined,
  ): Promise<void> => {
    try {
      if (isFile(entry)) {
        sources.push(fileSource(await readFile(entry), path, handle));
      } else if (isDirectory(entry)) {
        const inside = [...path, entry.name];
        sources.push({ kind: 'folder', path: inside });
        for (const child of await readDirectory(entry)) {
          // One after the other: thousands of open entries at once make browsers fail.
          // oxlint-disable-next-line no-await-in-loop
          await visit(child, inside, await findHandle(child, handle));
        }
      }
    } catch {
      // Gone or forbidden: the rest is still wanted, and the user is told.
      unreadable.push([...path, entry.name].join('/'));
    }
  };
  // oxlint-disable-next-line no-await-in-loop
  for (const { entry, handle } of dropped) await visit(entry, [], await handle);
  return { sources, unreadable };
}

/** Chromium's; other browsers, and pages that are not secure, have none. */
interface HandleGiver {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Never fails: a file without a handle is uploaded all the same. */
async function askForHandle(item: DataTransferItem & HandleGiver): Promise<FileSystemHandle | undefined> {
  try {
    return (await item.getAsFileSystemHandle?.()) ?? undefined;
  } catch {
    return undefined;
  }
}

async function findHandle(
  { name, isFile }: FileSystemEntry,
  parent: FileSystemHandle | undefined,
): Promise<FileSystemHandle | undefined> {
  if (!isDirectoryHandle(parent)) return undefined;
  try {
    return await (isFile ? parent.getFileHandle(name) : parent.getDirectoryHandle(name));
  } catch {
    return undefined;
  }
}

function fileSource(file: File, path: readonly string[], handle: FileSystemHandle | undefined): UploadSource {
  return { kind: 'file', file, path, ...(isFileHandle(handle) && { handle }) };
}

function isFileHandle(handle: FileSystemHandle | undefined): handle is FileSystemFileHandle {
  return handle?.kind === 'file';
}

function isDirectoryHandle(handle: FileSystemHandle | undefined): handle is FileSystemDirectoryHandle {
  return handle?.kind === 'directory';
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
