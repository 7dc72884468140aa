import type { DriveItem } from '../graph';
import { loadCode, type Environment } from '../lib';
import type { SharedCall } from './shared-call';
import type { TransferContext } from './transfer-context';
import type { Transfer } from './transfer-runs';
import { checkTakenName } from './taken-name';
import { QUEUED } from './transfer-state';
import type { FolderReference, TakenName, TransferPorts, UploadSource } from './types';
import { createUploadBatch, type UploadBatch } from './upload-batch';
import type { UploadJob } from './upload-file';

/** An upload with what a person may still decide about it. */
export interface UploadTransfer extends Transfer {
  /** What is sent; a folder has none. */
  readonly file?: File;
  readonly forgetFailures: () => void;
}

interface Surroundings {
  readonly ports: TransferPorts;
  readonly environment: Environment;
  readonly signIn: SharedCall;
  readonly stopped: AbortSignal;
  readonly setFolder: (taskId: string, folder: FolderReference) => void;
  readonly onUploaded: (item: DriveItem, folder: FolderReference, file: File) => void;
  readonly smallFileLimit: number;
}

/** One transfer for each file, and one for each folder that nothing else of the batch would make. */
export function createUploadTransfers(
  sources: readonly UploadSource[],
  target: FolderReference,
  conflictBehavior: TakenName,
  surroundings: Surroundings,
): readonly UploadTransfer[] {
  const batch = createUploadBatch({ ...surroundings, target });
  const made = pathsMadeAnyway(sources);
  return sources.flatMap((source) => {
    if (source.kind === 'file') return fileTransfer(source, target, conflictBehavior, batch, surroundings);
    const isMade = source.path.length === 0 || made.has(keyOf(source.path));
    return isMade ? [] : folderTransfer(source, target, batch, surroundings);
  });
}

function fileTransfer(
  source: Extract<UploadSource, { kind: 'file' }>,
  target: FolderReference,
  conflictBehavior: TakenName,
  batch: UploadBatch,
  { environment, signIn, setFolder, onUploaded, smallFileLimit }: Surroundings,
): UploadTransfer {
  const id = environment.randomId();
  const { file, path, conflictBehavior: own } = source;
  const { name, size, lastModified } = file;
  const identity = { size, lastModified };
  let takenName = checkTakenName(own ?? conflictBehavior);
  let job: UploadJob | undefined;
  const run = async (context: TransferContext) => {
    await batch.authorize(context.signal);
    const folder = await batch.folder(context, path);
    setFolder(id, folder);
    const { createUploadJob, uploadFile } = await loadCode(import('./upload-file'));
    job ??= createUploadJob(file, identity, context);
    const end = await uploadFile(context, job, folder, takenName);
    // A file that was finished while somebody cancelled it stays, so the folder has to show it.
    if (end.type === 'finished' && end.result.item) onUploaded(end.result.item, folder, file);
    return end;
  };
  return {
    task: { id, kind: 'upload', content: 'file', name, folder: target, size, state: QUEUED },
    signIn,
    lane: size <= smallFileLimit ? 'small' : 'large',
    file,
    errand: { kind: 'upload', source, target, conflictBehavior },
    run,
    release: () => job?.session.release(),
    forgetFailures: batch.forgetFailures,
    answerConflict: (answer) => {
      takenName = answer;
    },
  };
}

function folderTransfer(
  source: Extract<UploadSource, { kind: 'folder' }>,
  target: FolderReference,
  batch: UploadBatch,
  { environment, signIn, setFolder }: Surroundings,
): UploadTransfer {
  const id = environment.randomId();
  const { path } = source;
  const name = path.at(-1) ?? '';
  const run: Transfer['run'] = async (context) => {
    await batch.authorize(context.signal);
    setFolder(id, await batch.folder(context, path.slice(0, -1)));
    await batch.folder(context, path);
    return { type: 'finished', result: {} };
  };
  return {
    task: { id, kind: 'upload', content: 'folder', name, folder: target, size: 0, state: QUEUED },
    signIn,
    lane: 'small',
    errand: { kind: 'upload', source, target, conflictBehavior: 'ask' },
    run,
    forgetFailures: batch.forgetFailures,
  };
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
