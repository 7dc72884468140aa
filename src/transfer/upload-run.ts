import type { DriveItem } from '../graph';
import { OneDriveError } from '../lib';
import { createPreflight, type Preflight } from './preflight';
import { toNfc } from './to-nfc';
import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';
import type { FolderReference, TakenName } from './types';
import { createUploadBatch, type UploadBatch } from './upload-batch';
import { createUploadJob, uploadFile, type UploadJob } from './upload-file';
import type { FileUpload, UploadMemo } from './upload-memo';
import type { UploadSurroundings } from './upload-transfers';

/** What the files of one upload share. */
export interface OpenBatch extends UploadBatch {
  /** Looks before anything is sent; absent where all of it was begun by an earlier page. */
  readonly look: Preflight['check'] | undefined;
}

export function openBatch(target: FolderReference, surroundings: UploadSurroundings): OpenBatch {
  const { environment, questions, tasks, together } = surroundings;
  const batch = createUploadBatch({ ...surroundings, target, id: environment.randomId() });
  const preflight =
    questions && createPreflight({ batch, target, tasks, together, prompts: questions === 'dialog' });
  return { ...batch, look: preflight?.check };
}

interface FileRunParts extends Pick<UploadSurroundings, 'setFolder' | 'setName'> {
  readonly upload: FileUpload;
  readonly batch: OpenBatch;
  readonly remembered: Promise<UploadMemo | undefined>;
  readonly onUploaded: (item: DriveItem, folder: FolderReference, file: File) => void;
}

/** What runs the transfer of a file, as often as it takes. */
export interface FileRuns {
  /** Looks before it takes its turn. Resolves with the event that ends the run, or nothing. */
  check(context: TransferContext, takenName: TakenName): Promise<TransferEvent | undefined>;
  run(context: TransferContext, file: File | undefined, takenName: TakenName): Promise<TransferEvent>;
  /** It has been looked at, and answered. */
  clear(): void;
  /** Gives it another name, or the folder of the upload at this path. */
  rename(name: string, folder?: readonly string[]): void;
  /** What the service keeps for it is given up. */
  release(): void;
}

export function createFileRuns(parts: FileRunParts): FileRuns {
  const { upload, batch, remembered, setFolder, setName, onUploaded } = parts;
  const { id, path, size, lastModified } = upload;
  let { name } = upload;
  let isNameChosen = false;
  // An earlier page has looked, and may have sent some of it: then it would meet its own file.
  let isCleared = upload.isReturning === true;
  let job: UploadJob | undefined;
  return {
    check: async (context, takenName) => {
      if (isCleared || !batch.look) return undefined;
      const candidate = { id, kind: 'file', path, name, size, takenName, isNameChosen } as const;
      const verdict = await batch.look(context, candidate);
      isCleared = verdict === undefined;
      return verdict;
    },
    run: async (context, file, takenName) => {
      if (!file) throw new OneDriveError('source-changed');
      await batch.authorize(context.signal);
      const folder = await batch.folder(context, path);
      setFolder(id, folder);
      const memo = await remembered;
      await memo?.begin();
      job ??= createUploadJob(file, { size, lastModified }, context, memo);
      const end = await uploadFile(context, job, folder, { name, takenName });
      // A file that was finished while somebody cancelled it stays, so the folder has to show it.
      if (end.type === 'finished' && end.result.item) onUploaded(end.result.item, folder, file);
      return end;
    },
    clear: () => {
      isCleared = true;
    },
    rename: (given, folder) => {
      if (folder) return batch.renameFolder(folder, given);
      name = toNfc(given);
      isNameChosen = true;
      setName(id, name);
    },
    release: () => job?.session.release(),
  };
}

interface FolderRunParts extends Pick<UploadSurroundings, 'setFolder' | 'setName'> {
  readonly id: string;
  readonly path: readonly string[];
  readonly takenName: TakenName;
  readonly batch: OpenBatch;
}

/** What makes a folder that nothing else would make. */
export interface FolderRuns {
  check(context: TransferContext): Promise<TransferEvent | undefined>;
  run(context: TransferContext): Promise<TransferEvent>;
  rename(name: string, folder?: readonly string[]): void;
}

export function createFolderRuns({
  id,
  path,
  takenName,
  batch,
  setFolder,
  setName,
}: FolderRunParts): FolderRuns {
  const { name } = batch.folderName(path);
  const candidate = { id, kind: 'folder', path, name, size: 0, takenName, isNameChosen: false } as const;
  return {
    check: async (context) => batch.look?.(context, candidate),
    run: async (context) => {
      await batch.authorize(context.signal);
      setFolder(id, await batch.folder(context, path.slice(0, -1)));
      setName(id, batch.folderName(path).name);
      await batch.folder(context, path);
      return { type: 'finished', result: {} };
    },
    rename: (given, folder = path) => batch.renameFolder(folder, given),
  };
}
