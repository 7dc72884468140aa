import type { DriveItem } from '../graph';
import type { Environment } from '../lib';
import { createPreflight, type Preflight } from './preflight';
import type { SharedCall } from './shared-call';
import type { Transfer } from './transfer-runs';
import type { FolderReference, TransferPorts, TransferTask } from './types';
import { createUploadBatch, type UploadBatch } from './upload-batch';
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
  /** Who asks what is found before anything is sent; the dialog unless told. */
  readonly questions?: 'dialog' | 'caller';
  readonly onUploaded: (item: DriveItem, folder: FolderReference, file: File) => void;
  readonly smallFileLimit: number;
  /** What outlives the page; undefined where nothing does. */
  readonly remember: (upload: FileUpload) => Promise<UploadMemo | undefined>;
}

/** What the transfers of one upload share. */
export interface OpenBatch extends UploadBatch {
  /** Looks before anything is sent. */
  readonly look: Preflight['check'];
}

export function openBatch(target: FolderReference, surroundings: UploadSurroundings): OpenBatch {
  const { environment, questions = 'dialog', tasks, together } = surroundings;
  const batch = createUploadBatch({ ...surroundings, target, id: environment.randomId() });
  const prompts = questions === 'dialog';
  return { ...batch, look: createPreflight({ batch, target, tasks, together, prompts }).check };
}
