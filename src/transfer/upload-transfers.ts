import type { DriveItem } from '../graph';
import { loadCode, type Environment } from '../lib';
import type { SharedCall } from './shared-call';
import type { Transfer } from './transfer-runs';
import { checkTakenName } from './taken-name';
import { toNfc } from './to-nfc';
import { QUEUED } from './transfer-state';
import type {
  FolderReference,
  TakenName,
  TransferPorts,
  TransferState,
  TransferTask,
  UploadSource,
} from './types';
import type { FileRuns, FolderRuns, OpenBatch } from './upload-run';
import type { FileUpload, UploadMemo } from './upload-memo';

/** An upload with what a person may still decide about it. */
export interface UploadTransfer extends Transfer {
  /** What is sent; a folder has none, and an interrupted upload not yet. */
  readonly file: () => File | undefined;
  readonly provide: (file: File) => void;
  readonly forgetFailures: () => void;
  /** Gives it another name, or the folder of the upload at this path. */
  readonly rename: (name: string, folder?: readonly string[]) => void;
}

export interface UploadSurroundings {
  readonly ports: TransferPorts;
  readonly environment: Environment;
  readonly signIn: SharedCall;
  readonly stopped: AbortSignal;
  readonly setFolder: (taskId: string, folder: FolderReference) => void;
  readonly setName: (taskId: string, name: string) => void;
  readonly tasks: () => readonly TransferTask[];
  /** Shows many changes as one. */
  readonly together: (work: () => void) => void;
  /** Who asks what is found before anything is sent; nobody looks where nothing is said. */
  readonly questions?: 'dialog' | 'caller';
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
    return isMade ? [] : folderTransfer(source, target, conflictBehavior, batch, surroundings);
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
  return { ...origin, name: toNfc(name), size, lastModified, path, target, takenName, file, handle };
}

/** What the files of one call share, loaded with the first run. */
export interface BatchDoor {
  readonly open: () => Promise<OpenBatch>;
  readonly forgetFailures: () => void;
}

export function createBatchDoor(target: FolderReference, surroundings: UploadSurroundings): BatchDoor {
  let batch: OpenBatch | undefined;
  return {
    open: async () => {
      const { openBatch } = await loadRun();
      return (batch ??= openBatch(target, surroundings));
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
  const { id, name, size, lastModified, path, target, handle } = upload;
  const { signIn, smallFileLimit, remember } = surroundings;
  const remembered = remember(upload);
  const note = (say: (memo: UploadMemo) => void) => void remembered.then((memo) => memo && say(memo));
  let { takenName, file } = upload;
  let runs: FileRuns | undefined;
  const open = async () => {
    const [{ createFileRuns }, opened] = await Promise.all([loadRun(), batch.open()]);
    return (runs ??= createFileRuns({ ...surroundings, upload, batch: opened, remembered }));
  };
  return {
    task: { id, kind: 'upload', content: 'file', name, folder: target, size, lastModified, state },
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
    check: async (context) => (await open()).check(context, takenName),
    run: async (context) => (await open()).run(context, file, takenName),
    release: (isOver) => {
      runs?.release();
      if (isOver) note((memo) => memo.over());
    },
    forgetFailures: batch.forgetFailures,
    answerConflict: (answer) => {
      takenName = answer;
      runs?.clear();
      note((memo) => memo.decided(answer));
    },
    rename: (given, folder) => runs?.rename(given, folder),
  };
}

function folderTransfer(
  source: Extract<UploadSource, { kind: 'folder' }>,
  target: FolderReference,
  takenName: TakenName,
  batch: BatchDoor,
  { environment, signIn, setFolder, setName }: UploadSurroundings,
): UploadTransfer {
  const id = environment.randomId();
  const { path } = source;
  const name = toNfc(path.at(-1) ?? '');
  let runs: FolderRuns | undefined;
  const open = async () => {
    const [{ createFolderRuns }, opened] = await Promise.all([loadRun(), batch.open()]);
    return (runs ??= createFolderRuns({ id, path, takenName, batch: opened, setFolder, setName }));
  };
  return {
    task: { id, kind: 'upload', content: 'folder', name, folder: target, size: 0, state: QUEUED },
    signIn,
    lane: 'small',
    errand: { kind: 'upload', source, target, conflictBehavior: 'ask' },
    check: async (context) => (await open()).check(context),
    run: async (context) => (await open()).run(context),
    rename: (given, folder) => runs?.rename(given, folder),
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
