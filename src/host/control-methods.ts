import type { DriveItem, ItemReference } from '../drive';
import type { OneDriveError } from '../lib';
import type { PickProps } from './control-props';
import type { NamedBlob, UploadableFile } from './named-blob';
import type { ConflictBehavior } from './words';

/** What is not given here is as the properties of the control say. */
export interface PickOptions extends PickProps {
  /** Ends picking; the promise rejects with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** What is not given here the user is asked. */
export interface SaveOptions {
  /** Where it starts: `Documents/2026`, from the root on, or a folder of the drive; the open folder unless told. */
  readonly folder?: string | ItemReference | undefined;
  /** What the file is called at first, in place of its own name. Of several files each keeps its own. */
  readonly name?: string | undefined;
  /** Where a name is taken. Unless told, the user is asked; with `fail` the user has to choose another name. */
  readonly conflictBehavior?: ConflictBehavior | undefined;
  /** Ends saving, and cancels what has not arrived yet; the promise rejects with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** With what `save()` rejects once it has begun: `cancelled`, and what had arrived by then. */
export interface SaveCancelled extends OneDriveError {
  readonly saved: readonly DriveItem[];
}

export interface UploadFilesOptions {
  /** `Documents/2026`, from the root on, or a folder of the drive; the open folder unless told. */
  readonly folder?: string | ItemReference | undefined;
  /** Where a name is taken. Unless told, the user is asked; `fail` rejects with `name-conflict`. */
  readonly conflictBehavior?: ConflictBehavior | undefined;
  /** Cancels what has not arrived yet; the promise rejects with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** With what `upload()` rejects where some of the files did not arrive: the first failure, and what became of all. */
export interface UploadFailure extends OneDriveError {
  /** What has arrived all the same. */
  readonly uploaded: readonly DriveItem[];
  readonly failed: readonly { readonly file: File; readonly error: OneDriveError }[];
}

/** What a host may ask the control to do. Every promise settles, also where the control is taken out of the page. */
export interface ControlMethods {
  /**
   * Opens the sign-in window where it is needed: call it straight from a click. With host-owned tokens it always asks
   * the host anew, who may have signed in somebody else. Whether the window was closed can't be told for certain: the
   * promise is pending until the user cancels or tries again, or ten minutes are over.
   *
   * @throws OneDriveError
   */
  connect(): Promise<void>;
  /**
   * Forgets who is signed in: on this page, and in all tabs where `cacheLocation` is `localStorage`. Nobody is asked:
   * what is still being uploaded ends. Only the interface asks its users.
   */
  disconnect(): Promise<void>;
  /**
   * Opens a folder by its names from the root on, `Documents/2026`, or by reference, and waits until it is listed. Of
   * a file, the folder it lies in is opened.
   *
   * @throws OneDriveError `not-found`, `sign-in-needed`, `cancelled`
   */
  navigate(to: string | ItemReference): Promise<void>;
  /**
   * Goes back to the folder that was open before, and waits until it is listed. The control has a history of its own,
   * which `od-navigate` tells of (`canGoBack`); nothing happens where it ends, and nobody leaves `root`.
   *
   * @throws OneDriveError as `navigate()`
   */
  back(): Promise<void>;
  /** Takes back a `back()`. @throws OneDriveError */
  forward(): Promise<void>;
  /** To the folder above; nothing happens at the top. @throws OneDriveError */
  up(): Promise<void>;
  /**
   * Does what the command of that name does, with what is selected: for buttons of the page's own. The words are those of
   * `can`, `details`, `refresh`, and the keys of `actions`. Straight from a click, because it may open a window.
   *
   * @returns whether it could be done now
   * @throws TypeError for a command that is not known
   */
  run(command: string): Promise<boolean>;
  /** Lists the open folder again, and waits until that is done. @throws OneDriveError */
  refresh(): Promise<void>;
  /**
   * Lets the user pick, and resolves with what was chosen, in the order in which it was picked. Works in either mode;
   * nobody need be signed in yet. One at a time: another call cancels the one before.
   *
   * @throws OneDriveError `cancelled` where the user or the host has given up, the user was signed out, or the control
   *   is disabled or was taken out of the page
   * @throws TypeError for options that can't be understood
   * @example const [contract] = await control.pick({ accept: '.pdf', maxSize: 10_000_000 });
   */
  pick(options?: PickOptions): Promise<readonly DriveItem[]>;
  /**
   * Lets the user save files: choose the folder, and of one file its name. Resolves with what they have become, in their
   * order, without those that the user has left out. Works in every mode; nobody need be signed in yet. What fails is
   * told on screen, where it can be tried again. One at a time, as `pick()`: another call of either cancels the one
   * before. To save without asking, into a folder that the page knows, call `upload()`.
   *
   * @throws SaveCancelled `cancelled` where the user or the host has given up, the user was signed out, or the control
   *   is disabled or was taken out of the page
   * @throws TypeError for something that is no file, and for options that can't be understood
   * @example const [report] = await control.save(new File([pdf], 'Report.pdf'), { folder: 'Reports' });
   */
  save(files: Iterable<NamedBlob> | NamedBlob, options?: SaveOptions): Promise<readonly DriveItem[]>;
  /** As the button Cancel: nothing is picked, or it is again what was chosen last; what is being saved is given up. */
  cancel(): Promise<void>;
  /**
   * Uploads files, shown among the transfers of the control, and resolves with what they have become, in their order.
   * Files of an `<input webkitdirectory>` keep the folders they lay in; a file given by its handle is read again after
   * a reload.
   * Works where users may not upload, too.
   *
   * @throws UploadFailure where a file has failed or was cancelled, once everything has settled
   * @throws OneDriveError `sign-in-needed`, `not-found` (no such folder), `cancelled`
   * @throws TypeError for something that is no file, or a `conflictBehavior` that is none of the words
   * @example await control.upload(input.files, { folder: 'Inbox', conflictBehavior: 'rename' });
   */
  upload(
    files: Iterable<UploadableFile> | UploadableFile,
    options?: UploadFilesOptions,
  ): Promise<readonly DriveItem[]>;
}
