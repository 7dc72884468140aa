import type { DriveItem } from '../graph';
import { loadCode, type Environment } from '../lib';
import type { SharedCall } from './shared-call';
import type { Transfer } from './transfer-runs';
import { checkTakenName } from './taken-name';
import { QUEUED } from './transfer-state';
import type { FolderReference, TakenName, TransferPorts, TransferState, UploadSource } from './types';
import type { UploadBatch } from './upload-batch';
import type { FileRuns } from './upload-run';
import type { FileUpload, UploadMemo } from './upload-memo';

/** An upload with what a person may still decide about it. */
export interface UploadTransfer extends Transfer {
  /** What is sent; a folder has none, and an interrupted upload not yet. */
  readonly file: () => File | undefined;
  readonly provide: (file: File) => void;
  readonly forgetFailures: () => void;
}

export interface UploadSurroundings {
  readonly ports: TransferPorts;
  readonly environment: Environment;
  readonly signIn: SharedCall;
  readonly stopped: AbortSignal;
  readonly setFolder: (taskId: string, folder: FolderReference) => void;
  readonly onUploaded: (item: DriveItem, folder: FolderReference, file: File) => void;
  readonly smallFileLimit: number;
  /** What outlives the page; undefined where nothing does. */
  readonly remember: (upload: FileUpload) => Promise<UploadMemo | undefined>;
}

/** One transfer for each file, and one for each folder that nothing else of the batch would make. */
export function createUploadTransfers(
  sources: readonly UploadSource[],
  target: FolderReference,
  conflictBehavior: TakenName,
  surroundings: UploadSurroundings,
): readonly UploadTransfer[] {
  const batch = createBatchDoor(target, surroundings);
  const made = pathsMadeAnyway(sources);
  return sources.flatMap((source) => {
    if (source.kind === 'file') {
      const upload = toUpload(source, target, conflictBehavior, surroundings);
      return createFileTransfer(upload, QUEUED, batch, surroundings);
    }
    const isMade = source.path.length === 0 || made.has(keyOf(source.path));
    return isMade ? [] : folderTransfer(source, target, batch, surroundings);
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
  const origin = { id: begunAs ?? environment.randomId(), isReturning: begunAs !== undefined };
  return { ...origin, name, size, lastModified, path, target, takenName, file, handle };
}

/** What the files of one call share, loaded with the first run. */
export interface BatchDoor {
  readonly open: () => Promise<UploadBatch>;
  readonly forgetFailures: () => void;
}

export function createBatchDoor(target: FolderReference, surroundings: UploadSurroundings): BatchDoor {
  let batch: UploadBatch | undefined;
  return {
    open: async () => {
      const { createUploadBatch } = await loadRun();
      return (batch ??= createUploadBatch({ ...surroundings, target }));
    },
    forgetFailures: () => batch?.forgetFailures(),
  };
}

const loadRun = () => loadCode(import('./upload-run'));

export function createFileTransfer(
  upload: FileUpload,
  state: TransferState,
  batch: BatchDoor,
  surroundings: UploadSurroundings,
): UploadTransfer {
  const { id, name, size, path, target, handle } = upload;
  const { signIn, smallFileLimit, remember } = surroundings;
  const remembered = remember(upload);
  const note = (say: (memo: UploadMemo) => void) => void remembered.then((memo) => memo && say(memo));
  let { takenName, file } = upload;
  let runs: FileRuns | undefined;
  return {
    task: { id, kind: 'upload', content: 'file', name, folder: target, size, state },
    signIn,
    lane: size <= smallFileLimit ? 'small' : 'large',
    file: () => file,
    provide: (given) => {
      file = given;
    },
    get errand() {
      const source = file && ({ kind: 'file', file, path, handle, begunAs: id } as const);
      return source && ({ kind: 'upload', source, target, conflictBehavior: takenName } as const);
    },
    run: async (context) => {
      const [{ createFileRuns }, opened] = await Promise.all([loadRun(), batch.open()]);
      runs ??= createFileRuns({ ...surroundings, upload, batch: opened, remembered });
      return runs.run(context, file, takenName);
    },
    release: (isOver) => {
      runs?.release();
      if (isOver) note((memo) => memo.over());
    },
    forgetFailures: batch.forgetFailures,
    answerConflict: (answer) => {
      takenName = answer;
      note((memo) => memo.decided(answer));
    },
  };
}

function folderTransfer(
  source: Extract<UploadSource, { kind: 'folder' }>,
  target: FolderReference,
  batch: BatchDoor,
  { environment, signIn, setFolder }: UploadSurroundings,
): UploadTransfer {
  const id = environment.randomId();
  const { path } = source;
  const name = path.at(-1) ?? '';
  return {
    task: { id, kind: 'upload', content: 'folder', name, folder: target, size: 0, state: QUEUED },
    signIn,
    lane: 'small',
    errand: { kind: 'upload', source, target, conflictBehavior: 'ask' },
    run: async (context) => {
      const { makeFolder } = await loadRun();
      return makeFolder(context, await batch.open(), path, (folder) => setFolder(id, folder));
    },
    file: () => undefined,
    provide: () => {},
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
