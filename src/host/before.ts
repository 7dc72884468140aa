import type { DriveItem, PathFolder } from '../drive';

/** A folder as a host finds it again; the top of a drive has no name. */
type TargetFolder = Pick<PathFolder, 'driveId' | 'id' | 'name'>;

export interface BeforeOpenDetail {
  /** A folder, or a file. */
  readonly item: DriveItem;
}

export interface BeforePickDetail {
  /** In the order in which they were picked. */
  readonly items: readonly DriveItem[];
}

export interface BeforeUploadDetail {
  readonly files: readonly File[];
  readonly folder: TargetFolder;
}

export interface BeforeDownloadDetail {
  readonly items: readonly DriveItem[];
}

export interface BeforeCreateDetail {
  readonly kind: 'folder' | 'file';
  readonly name: string;
  /** In which it is made. */
  readonly folder: Pick<TargetFolder, 'driveId' | 'id'>;
}

export interface BeforeRenameDetail {
  readonly items: readonly DriveItem[];
  /** What they are to be called, in the same order. */
  readonly names: readonly string[];
}

export interface BeforePlaceDetail {
  readonly items: readonly DriveItem[];
  /** Where to. */
  readonly folder: TargetFolder;
}

export interface BeforeDeleteDetail {
  readonly items: readonly DriveItem[];
  /** Past the recycle bin. */
  readonly isForEver: boolean;
}

export interface BeforeShareDetail {
  readonly items: readonly DriveItem[];
}

export interface BeforeRestoreDetail {
  readonly items: readonly DriveItem[];
  /** The version that the file is to be again; without it the items come out of the recycle bin. */
  readonly versionId?: string;
}

export interface BeforeCheckoutDetail {
  readonly items: readonly DriveItem[];
  readonly change: 'check-out' | 'check-in' | 'discard-check-out';
}

/** What users are about to do, and what is told of it: `od-before-open`, `onBeforeOpen`, … */
export interface BeforeDetails {
  readonly Open: BeforeOpenDetail;
  readonly Pick: BeforePickDetail;
  readonly Upload: BeforeUploadDetail;
  readonly Download: BeforeDownloadDetail;
  readonly Create: BeforeCreateDetail;
  readonly Rename: BeforeRenameDetail;
  readonly Move: BeforePlaceDetail;
  readonly Copy: BeforePlaceDetail;
  readonly Delete: BeforeDeleteDetail;
  readonly Share: BeforeShareDetail;
  readonly Restore: BeforeRestoreDetail;
  readonly Checkout: BeforeCheckoutDetail;
}

export type BeforeKind = keyof BeforeDetails;

/** How a host answers. */
export interface Respond {
  /**
   * The control waits for it, says so to the user, and lets them give up. Resolved, it goes on; resolved with `false`, it
   * does not; rejected, it does not, and shows the message of the error to the user. Straight away, while the event is
   * told: later it throws a TypeError.
   */
  readonly respondWith: (promise: PromiseLike<unknown>) => void;
}

/** Something that a user is about to do. */
export type BeforeEvent<Detail> = Detail &
  Respond & {
    /** The host does it in its own way, or nobody. With `respondWith` the user sees that it runs, and how it failed. */
    readonly preventDefault: () => void;
  };

/** Asked before something is done that a user wants; not before what the host does by a method. */
export interface BeforeListeners {
  /** A row is to be opened. */
  readonly onBeforeOpen?: ((event: BeforeEvent<BeforeOpenDetail>) => void) | undefined;
  /** The user has pressed Choose; the control stays as it is until the answer is there. */
  readonly onBeforePick?: ((event: BeforeEvent<BeforePickDetail>) => void) | undefined;
  /** Files were chosen, dropped or pasted. */
  readonly onBeforeUpload?: ((event: BeforeEvent<BeforeUploadDetail>) => void) | undefined;
  readonly onBeforeDownload?: ((event: BeforeEvent<BeforeDownloadDetail>) => void) | undefined;
  /** A new folder or file was named. */
  readonly onBeforeCreate?: ((event: BeforeEvent<BeforeCreateDetail>) => void) | undefined;
  readonly onBeforeRename?: ((event: BeforeEvent<BeforeRenameDetail>) => void) | undefined;
  readonly onBeforeMove?: ((event: BeforeEvent<BeforePlaceDetail>) => void) | undefined;
  readonly onBeforeCopy?: ((event: BeforeEvent<BeforePlaceDetail>) => void) | undefined;
  /** The user has confirmed it. */
  readonly onBeforeDelete?: ((event: BeforeEvent<BeforeDeleteDetail>) => void) | undefined;
  /** The dialog of sharing is to be opened. */
  readonly onBeforeShare?: ((event: BeforeEvent<BeforeShareDetail>) => void) | undefined;
  /** An earlier version is to be restored, or what was deleted. */
  readonly onBeforeRestore?: ((event: BeforeEvent<BeforeRestoreDetail>) => void) | undefined;
  /** Files are to be checked out or in, or what was done to them since is to be given up. */
  readonly onBeforeCheckout?: ((event: BeforeEvent<BeforeCheckoutDetail>) => void) | undefined;
}
