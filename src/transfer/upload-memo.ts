import type { SecretUrl } from '../lib';
import type { OpenSession } from './session-keeper';
import type { FileHandles, FolderReference, Need, TakenName } from './types';

/** A file on its way, whether this page began it or one that is gone. */
export interface FileUpload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
  /** Names of the folders below the target. */
  readonly path: readonly string[];
  readonly target: FolderReference;
  readonly takenName: TakenName;
  /** Absent until the user has given it again. */
  readonly file: File | undefined;
  readonly handle: FileSystemFileHandle | undefined;
  /** How it has come from an earlier page, which may have sent some of it; absent where this page begins it. */
  readonly cameBy?: 'errand' | 'journal' | undefined;
}

/** An upload that a page has begun which is gone; where nothing lacks it goes on by itself. */
export interface InterruptedUpload extends FileUpload {
  readonly needs: Need | undefined;
}

/** What is remembered of one upload beyond its page. Nothing here fails: what can't be kept is not kept. */
export interface UploadMemo {
  /** What an earlier page has left; known once it has begun. */
  readonly session: OpenSession | undefined;
  /** Names under which its answer may have been lost. */
  readonly doubtful: readonly string[];
  /** It is wanted, or wanted again. Resolves as soon as it is kept, or can't be: before a byte leaves. */
  begin(): Promise<void>;
  opened(session: OpenSession): Promise<void>;
  /** The service is asked to end it; kept until it has answered. */
  closing(uploadUrl: SecretUrl): void;
  closed(uploadUrl: SecretUrl): void;
  /** The session has ended by itself: the file is there. */
  finished(): void;
  trying(name: string): Promise<void>;
  decided(takenName: TakenName): void;
  /** An answer has given it another name, or folders of it. */
  renamed(names: Pick<FileUpload, 'name' | 'path'>): void;
  /** Nothing can come of it any more; its sessions are remembered until they have ended. */
  over(): void;
}

/** Uploads that go on after a reload, a crash, or on another day. */
export interface UploadJournal {
  /** Undefined where nobody knows whose it is. */
  memo(upload: FileUpload): UploadMemo | undefined;
  /** Whether it goes on by itself on another page, with nothing lost. */
  goesOn(id: string): boolean;
  /** Takes up what pages of the same account have left that are gone: as tasks of this queue. */
  takeUp(): Promise<void>;
  /** Until then (epoch milliseconds) somebody else brings these back, by their errands. */
  handOver(ids: readonly string[], until: number): Promise<void>;
  /** Nobody wants those any more that were handed over. */
  drop(ids: readonly string[]): Promise<void>;
  /** Nothing stays of an account, whichever page has left it. */
  wipe(accountId: string): Promise<void>;
  /** Asks the browser for the file; from a click. */
  reopen(id: string): Promise<void>;
  /** Resolves with those that no upload lacks. `asked`: the upload that the user has chosen for. */
  provide(
    files: readonly File[],
    asked: string | undefined,
    handles: FileHandles | undefined,
  ): Promise<readonly File[]>;
  close(): Promise<void>;
}
