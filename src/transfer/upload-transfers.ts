import { createFileTransfer } from './file-transfer';
import { createFolderTransfer } from './folder-transfer';
import { checkTakenName } from './taken-name';
import { toNfc } from './to-nfc';
import { QUEUED } from './transfer-state';
import type { FolderReference, TakenName, UploadSource } from './types';
import type { FileUpload } from './upload-memo';
import { openBatch, type UploadSurroundings, type UploadTransfer } from './upload-transfer';

/** One transfer for each file, and one for each folder that nothing else of the batch would make. */
export function createUploadTransfers(
  sources: readonly UploadSource[],
  target: FolderReference,
  conflictBehavior: TakenName,
  surroundings: UploadSurroundings,
): readonly UploadTransfer[] {
  const batch = openBatch(target, surroundings);
  const made = pathsMadeAnyway(sources);
  return sources.flatMap((source) => {
    if (source.kind === 'file') {
      const upload = toUpload(source, target, conflictBehavior, surroundings);
      return createFileTransfer(upload, QUEUED, batch, surroundings);
    }
    const isMade = source.path.length === 0 || made.has(keyOf(source.path));
    return isMade ? [] : createFolderTransfer(source, target, conflictBehavior, batch, surroundings);
  });
}

function toUpload(
  { file, path, handle, begunAs, conflictBehavior: own }: Extract<UploadSource, { kind: 'file' }>,
  target: FolderReference,
  conflictBehavior: TakenName,
  { environment }: UploadSurroundings,
): FileUpload {
  const { name, size, lastModified } = file;
  const takenName = checkTakenName(own ?? conflictBehavior);
  const origin =
    begunAs === undefined ? { id: environment.randomId() } : ({ id: begunAs, cameBy: 'errand' } as const);
  return { ...origin, name: toNfc(name), size, lastModified, path, target, takenName, file, handle };
}

/** Folders that stand above a file or another folder; two sources of one folder count once, as the later one. */
function pathsMadeAnyway(sources: readonly UploadSource[]): ReadonlySet<string> {
  const made = new Set<string>();
  for (const { kind, path } of sources) {
    const last = kind === 'file' ? path.length : path.length - 1;
    // Parents of a known path are known, too: no path is walked twice.
    for (let length = last; length > 0; length -= 1) {
      const key = keyOf(path.slice(0, length));
      if (made.has(key)) break;
      made.add(key);
    }
  }
  return made;
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
