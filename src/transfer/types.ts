import type { Drive, DriveItem, ItemReference, NameProblem, UploadSession } from '../graph';
import type { JournalOwner, KeptUploads } from './kept-uploads';
import type { Environment, OneDriveError, ReadableStore, SecretUrl, ThrottleGate } from '../lib';

/** A folder that receives files; `id` is the id of its driveItem. */
export interface FolderReference {
  readonly driveId: string;
  readonly id: string;
  readonly name: string;
}

/** Files that somebody is saving and that have not arrived: this page has them, and perhaps nobody else. */
export interface UnsavedFiles {
  /** By the names that they are to have. */
  readonly files: readonly File[];
  /** Where: `Documents/2026`, or a folder of the drive; the open one unless told. */
  readonly folder?: string | Pick<FolderReference, 'driveId' | 'id'> | undefined;
  /** Where a name is taken; without it the user is asked. */
  readonly conflictBehavior?: ConflictBehavior | undefined;
}

/**
 * What to upload. `path` holds the folder names below the target folder, outermost first. For kind `folder` it
 * includes the folder itself, so that empty folders are kept.
 */
export type UploadSource =
  | {
      readonly kind: 'file';
      readonly file: File;
      readonly path: readonly string[];
      /** Where its own name is taken; as the whole upload unless told. */
      readonly conflictBehavior?: TakenName | undefined;
      /** Where the browser has one: through it the file is read again after a reload or a crash. */
      readonly handle?: FileSystemFileHandle | undefined;
      /** Of an upload that was handed over on the way to Microsoft: its id, under which it goes on. */
      readonly begunAs?: string | undefined;
    }
  | { readonly kind: 'folder'; readonly path: readonly string[] };

/** Through which files are read again, on another page as well. */
export type FileHandles = ReadonlyMap<File, FileSystemFileHandle>;

/** Something that a transfer was asked to do. */
export type TransferErrand =
  | {
      readonly kind: 'upload';
      readonly source: UploadSource;
      readonly target: FolderReference;
      readonly conflictBehavior: TakenName;
    }
  | { readonly kind: 'download'; readonly items: readonly DriveItem[] }
  | {
      readonly kind: 'copy';
      readonly item: DriveItem;
      readonly target: FolderReference;
      readonly conflictBehavior: CopyTakenName;
    };

/** What the service does where a name is taken. */
export type ConflictBehavior = 'fail' | 'replace' | 'rename';
/** What an upload does there: `ask` asks the user. */
export type TakenName = ConflictBehavior | 'ask';
/** What a copy does there: the service replaces nothing by a copy on every drive. */
export type CopyTakenName = Exclude<TakenName, 'replace'>;
/** What the user may answer where a name is taken. */
export type ConflictAnswer = 'replace' | 'rename' | 'skip';
/** What the user may answer to anything that an upload asks: also the name that it is to have instead. */
export type UploadAnswer = ConflictAnswer | { readonly name: string };

/** A place for a file: by parent id and name, never by path. The name is sent exactly as it is. */
export interface UploadTarget {
  readonly driveId: string;
  readonly parentId: string;
  readonly name: string;
}

interface PutContentOptions {
  readonly conflictBehavior: ConflictBehavior;
  readonly signal: AbortSignal;
}

/** One of many small requests: it may go with others that are wanted at the same time. */
interface Together {
  readonly together: boolean;
}

interface CreateUploadSessionOptions extends PutContentOptions, Partial<Together> {
  /** Bytes. */
  readonly fileSize: number;
  /** Epoch milliseconds; goes into fileSystemInfo, because a PATCH afterwards makes a second version (rclone#1716). */
  readonly lastModified?: number;
}

/** Where the bytes of a file are, and what they come to. */
export interface RemoteContent {
  readonly url: SecretUrl;
  /** The file as it is now, not as it was listed. */
  readonly item: DriveItem;
}

/**
 * The Graph calls of transfers. `control` makes them from the graph layer, which carries the token, repeats
 * and parses. All reject with OneDriveError.
 */
export interface TransferPorts {
  /** Exactly ONE request, never repeated silently: where its answer is lost it may have been applied. */
  putContent(
    target: UploadTarget,
    bytes: Uint8Array<ArrayBuffer>,
    options: PutContentOptions,
  ): Promise<DriveItem>;
  createUploadSession(target: UploadTarget, options: CreateUploadSessionOptions): Promise<UploadSession>;
  /**
   * Finishes a session whose name was taken at the last fragment: the bytes are kept there (PUT of the item with
   * `@microsoft.graph.sourceUrl`).
   */
  commitUploadSession(
    target: UploadTarget,
    uploadUrl: SecretUrl,
    options: PutContentOptions,
  ): Promise<DriveItem>;
  /** By parent id and name; `undefined` where there is none. */
  findItem(target: UploadTarget, signal: AbortSignal, options?: Together): Promise<DriveItem | undefined>;
  /** Makes a folder; one that exists is reused. */
  ensureFolder(parent: FolderReference, name: string, signal: AbortSignal): Promise<FolderReference>;
  listChildren(folder: ItemReference, signal: AbortSignal): AsyncIterable<DriveItem>;
  /** The first pages of a listing, at least one, with what a question about a taken name shows. */
  listNames(
    folder: ItemReference,
    pages: number,
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly DriveItem[]; readonly isComplete: boolean }>;
  /** What a folder holds, where all of that is known already. */
  knownChildren(folder: ItemReference): readonly DriveItem[] | undefined;
  /** What kind of drive it is, and how much room it has. */
  readDrive(driveId: string, signal: AbortSignal): Promise<Pick<Drive, 'driveType' | 'quota'>>;
  /** A fresh address at every call: they expire and stop working after a sign-out. */
  getContent(item: ItemReference, signal: AbortSignal): Promise<RemoteContent>;
  /**
   * Has the service copy an item: exactly ONE request, which fails later where the name is taken. Resolves with the
   * address that tells how far it is, where it could be read.
   */
  copyItem(item: ItemReference, target: UploadTarget, signal: AbortSignal): Promise<SecretUrl | undefined>;
  /** Waits until writing is allowed, in that drive where it is named (consent dialog of the UI). Rejects with `consent-declined` or `cancelled`. */
  authorizeWrite(signal: AbortSignal, reason: 'upload' | 'copy', driveId?: string): Promise<void>;
  /** The same for reading, asked where a download needs a new sign-in. */
  authorizeRead(signal: AbortSignal): Promise<void>;
}

/** Bytes the service has confirmed plus those on the way; never above `total`. */
export interface TransferProgress {
  readonly loaded: number;
  readonly total: number;
  /** How often a fresh upload session made the transfer begin again; only then may `loaded` fall. */
  readonly restarts: number;
}

/**
 * Why nothing is moving now. `unavailable`: the service failed and is asked again. `held`: the service keeps the name
 * for an upload that was broken off. `slow`: it goes on, but nothing has been heard for a while.
 */
export type WaitReason = 'queue' | 'offline' | 'sign-in' | 'throttled' | 'unavailable' | 'held' | 'slow';

/** What an interrupted upload lacks: the word of the user that its file may be read, or the file itself. */
export type Need = 'permission' | 'file';

/** Why it still lacks it: the user gave another file, or did not allow it; or the file is another one by now, or gone. */
export type NeedRefusal = 'other-file' | 'declined' | 'changed';

/** What is known of a question that an upload asks. */
interface Question {
  /**
   * The folder of the upload that it is about, with the names of those above it: the answer is for everything that lies
   * in it. Absent: about the item itself.
   */
  readonly folder?: { readonly id: string; readonly path: readonly string[] };
  /** A name that nothing has, as far as is known. */
  readonly proposal?: string;
  /** It was found before a byte was sent, together with others: worth a dialog. */
  readonly prompts?: true;
}

/** All transfers at one moment. */
export type TransferState =
  | {
      readonly status: 'waiting';
      readonly reason: WaitReason;
      /** Epoch milliseconds of the next try, where it is known. */
      readonly until?: number;
      readonly progress?: TransferProgress;
    }
  | { readonly status: 'preparing'; readonly progress?: TransferProgress }
  | ({ readonly status: 'sending' } & TransferProgress)
  | { readonly status: 'verifying'; readonly progress?: TransferProgress }
  /** The user stopped it; what has arrived stays with the service, as long as that keeps it. */
  | { readonly status: 'paused'; readonly progress?: TransferProgress }
  | {
      readonly status: 'done';
      readonly item?: DriveItem;
      /** SharePoint rewrites Office files (OD#935): the remote bytes differ, and that is no failure. */
      readonly changedByServer?: boolean;
      /** The service gave no hash; only the size was compared. */
      readonly unverified?: boolean;
      /** Paths that a zip had to leave out: notebooks without content, malware, and what was gone when it got there. */
      readonly skipped?: readonly string[];
      /** Downloads into a file of the user's choice: its name. */
      readonly savedAs?: string;
    }
  | ({
      readonly status: 'conflict';
      readonly error: OneDriveError;
      /** The item that holds the name, where it could be read. */
      readonly existing?: DriveItem;
    } & Question)
  /** OneDrive would refuse a name, so nothing has been sent. */
  | ({ readonly status: 'misnamed'; readonly problem: NameProblem } & Question)
  | {
      readonly status: 'failed';
      readonly error: OneDriveError;
      /** Bytes of room that the drive lacks for it, where that is known. */
      readonly missing?: number;
    }
  /** Its page is gone; it goes on once the user has given what it lacks. */
  | { readonly status: 'interrupted'; readonly needs: Need; readonly refused?: NeedRefusal }
  | {
      readonly status: 'cancelled';
      /** The user answered a conflict with `skip`. */
      readonly skipped?: boolean;
      /** Copies: the service was asked already, and nobody can call it back. */
      readonly goesOn?: boolean;
    };

/** An immutable snapshot; a changed task is a new object. */
export interface TransferTask {
  readonly id: string;
  readonly kind: 'upload' | 'download' | 'copy';
  readonly content: 'file' | 'folder' | 'zip';
  readonly name: string;
  /** Uploads and copies: where the item goes (the chosen target until its own folder exists). */
  readonly folder: FolderReference | undefined;
  /** Bytes; 0 where it is not known. */
  readonly size: number;
  /** Epoch milliseconds, of an uploaded file. */
  readonly lastModified?: number;
  readonly state: TransferState;
}

/** What a panel's header shows. */
export interface TransferSummary {
  readonly count: number;
  readonly waiting: number;
  /** Preparing, sending or verifying. */
  readonly active: number;
  readonly paused: number;
  readonly interrupted: number;
  readonly done: number;
  readonly conflicts: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Bytes of all tasks that are not cancelled. */
  readonly loaded: number;
  readonly total: number;
  /** Nothing runs, waits, asks, is paused or interrupted any more. */
  readonly settled: boolean;
  /** Why nothing moves, where all that needs nobody waits for the same reason other than its turn. */
  readonly waitReason: WaitReason | undefined;
  /** Epoch milliseconds when the first of these goes on, where it is known. */
  readonly waitUntil: number | undefined;
}

/** How far one file is; the last report says that all of it arrived. */
export interface UploadProgress {
  readonly file: File;
  /** Bytes; falls only where the upload has to begin again. */
  readonly loaded: number;
  readonly total: number;
}

/** What becomes of names that are taken, and how to cancel. */
export interface UploadOptions {
  /**
   * Where a name is taken. `ask` (the default) overwrites nothing: the task asks the user through the state
   * `conflict`, and the upload is settled when there is an answer. With `fail` the task fails.
   */
  readonly conflictBehavior?: TakenName | undefined;
  /** Who asks what was found before a byte was sent: the dialog, unless told, or whoever called, by the tasks' states. */
  readonly questions?: 'dialog' | 'caller' | undefined;
  /** Aborting cancels what this call began, as far as it has not ended. */
  readonly signal?: AbortSignal | undefined;
  /** `false`: they end with the page, because somebody else brings them back. */
  readonly kept?: boolean | undefined;
  /** Told at once: the ids of the tasks, in the order of the sources, for whoever follows them through retries. */
  readonly onStarted?: ((taskIds: readonly string[]) => void) | undefined;
}

/** Where a download goes. */
export interface DownloadOptions {
  /**
   * `downloads`: the browser's own folder for them. `chosen-file`: the user is asked, where the browser lets pages ask;
   * the file is then written with progress, can be paused, and is checked. Unless told, the size decides.
   */
  readonly to?: 'downloads' | 'chosen-file' | undefined;
}

/** How a copy is made. */
export interface CopyOptions {
  /** Where a name is taken; `ask` (the default) raises the question of the state `conflict`. Nothing is replaced. */
  readonly conflictBehavior?: CopyTakenName | undefined;
}

/** Uploads, downloads and copies of one control: six at a time, of large ones three, each with a life of its own. */
export interface TransferQueue {
  readonly tasks: ReadableStore<readonly TransferTask[]>;
  /**
   * Resolves when all of them are settled (done, failed or cancelled); a question that a taken name raises keeps it
   * waiting for the answer. Never rejects because of a task, nor after `dispose()` or under an aborted signal: then
   * nothing is taken.
   */
  upload(
    sources: readonly UploadSource[],
    target: FolderReference,
    options?: UploadOptions,
  ): Promise<readonly TransferTask[]>;
  /**
   * One file: the browser's own download. Several, or a folder: one zip. What is large is written into a file that
   * the user chooses, where the browser has such: call it within the click. Resolves like `upload`; with `undefined`
   * where nothing was given, and after `dispose()`.
   */
  download(items: readonly DriveItem[], options?: DownloadOptions): Promise<TransferTask | undefined>;
  /**
   * Has the service copy items into a folder, of any drive: a task for each. No byte passes this page, and what was
   * asked for goes on without it. Resolves like `upload`.
   */
  copy(
    items: readonly DriveItem[],
    target: FolderReference,
    options?: CopyOptions,
  ): Promise<readonly TransferTask[]>;
  resolveConflict(taskId: string, answer: ConflictAnswer): void;
  /** Answers several at once. What is no answer to its question is ignored. */
  answerAll(answers: Iterable<readonly [taskId: string, answer: UploadAnswer]>): void;
  /**
   * Stops a transfer until `resume`, which goes on with what has arrived. Ignored where nothing could go on: folders,
   * and what the browser downloads itself.
   */
  pause(taskId: string): void;
  pauseAll(): void;
  /** Also of an interrupted upload, for whose file the browser asks the user: then only from a click. */
  resume(taskId: string): void;
  resumeAll(): void;
  /**
   * Files that the user has chosen once more, for interrupted uploads: each finds its own by what it holds. Resolves
   * with those that belong to none.
   * @param taskId the upload for which they were chosen: it says so where its file was not among them
   * @param handles where the browser has them: on the page after this one nobody is asked once more
   */
  provide(files: readonly File[], taskId?: string, handles?: FileHandles): Promise<readonly File[]>;
  cancel(taskId: string): void;
  cancelAll(): void;
  /** Begins a failed or cancelled task again. */
  retry(taskId: string): void;
  retryFailed(): void;
  /** Removes what is done, failed or cancelled from the list: all of that, or one. */
  clearFinished(taskId?: string): void;
  /** Each file that arrived, with what the service made of it and the folder it lies in. */
  onUploaded(listener: (item: DriveItem, folder: FolderReference, file: File) => void): () => void;
  /** Each copy that is there, and the folder it lies in. */
  onCopied(listener: (item: DriveItem, folder: FolderReference) => void): () => void;
  /** How far files are: each at most every 100 ms, and when it has arrived (before `onUploaded`). */
  onProgress(listener: (progress: UploadProgress) => void): () => void;
  /**
   * What would be lost with the page: it has not come to its end, or its file can be sent once more.
   * @param besides ids of tasks that somebody else cares for
   */
  unfinished(besides?: readonly string[]): readonly TransferErrand[];
  /** What outlives the page. */
  readonly kept: KeptUploads;
  summary(): TransferSummary;
  /** Aborts everything, deletes open upload sessions as far as possible, leaves no listener behind. */
  dispose(): void;
}

export interface TransferQueueOptions {
  /** Without one uploads end with the page. */
  readonly journal?: JournalOwner | undefined;
  readonly ports: TransferPorts;
  readonly environment: Environment;
  readonly gate: ThrottleGate;
  /** Files at a time, while the service is not busy; 6 unless told, of which at most 3 are large. */
  readonly concurrency?: number;
  /** Bytes up to which one request carries a file; 4 MiB unless told. */
  readonly smallFileLimit?: number;
  /**
   * Bytes of one fragment, a multiple of 320 KiB below 60 MiB. Unless told: 5 MiB, and more where the line proves to be
   * fast.
   */
  readonly fragmentSize?: number;
}
