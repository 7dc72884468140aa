import type { Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { checkName, checkPathLength, createIntake, type Drive, type FolderItem } from '../drive-parts';
import type { ContentStore } from '../store';
import { EmulatorStartError } from './start-error';

/** What the drive is to hold, and where its bytes go. */
interface Source {
  readonly drive: Drive;
  readonly store: ContentStore;
  /** Told the path of what OneDrive could not hold, and why. */
  readonly onLeftOut: (path: string, reason: string) => void;
}

/**
 * Fills a drive with a copy of a folder of this computer, which is only read. Links are not followed.
 * @throws EmulatorStartError when it can't be read.
 */
export async function plantRealFolder(source: Source, path: string): Promise<void> {
  try {
    await plantEntries(source, path, source.drive.root);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    throw new EmulatorStartError(`--folder: ${String(error.path)} can't be read (${String(error.code)}).`, {
      cause: error,
    });
  }
}

async function plantEntries(source: Source, path: string, parent: FolderItem): Promise<void> {
  const { drive, onLeftOut } = source;
  const entries = await readdir(path, { withFileTypes: true });
  // By name, so that the same folder always gives the same ids.
  for (const entry of entries.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name))) {
    const at = join(path, entry.name);
    const isFolder = entry.isDirectory();
    const reason =
      isFolder || entry.isFile() ? reasonAgainst(drive, parent, entry.name, isFolder) : 'it is no file';
    if (reason !== undefined) {
      onLeftOut(at, reason);
      continue;
    }
    const found = await statIfThere(at);
    if (found === undefined) {
      onLeftOut(at, 'its name is not UTF-8, or it has gone meanwhile');
      continue;
    }
    const { birthtimeMs, mtimeMs } = found;
    const birth = {
      name: entry.name,
      at: Math.trunc(mtimeMs),
      by: drive.root.createdBy,
      fileCreated: Math.trunc(Math.min(birthtimeMs || mtimeMs, mtimeMs)),
      fileModified: Math.trunc(mtimeMs),
    };
    if (isFolder) await plantEntries(source, at, drive.addFolder(parent, birth));
    else drive.addFile(parent, birth, await readContent(source, at));
  }
}

/** Names come decoded: one that is no text is not found under what came of it. */
async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Why OneDrive could not hold it, in the words of its refusal. */
function reasonAgainst(drive: Drive, parent: FolderItem, name: string, folder: boolean): string | undefined {
  const { driveType } = drive;
  if (parent.children.has(name)) return 'another name there differs from it only in case';
  try {
    checkName(name, { driveType, folder, atRoot: parent.parent === null });
    checkPathLength(parent, name, driveType);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readContent({ drive, store }: Source, path: string) {
  const intake = createIntake(store, drive.driveType === 'personal');
  // Opened first: a file that can't be read is told by its name, not as a body that ended early.
  const file = await open(path);
  const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
  await intake.take(body, { exact: null, limit: Infinity });
  return intake.finish();
}
