import type { Account } from '../auth';
import type { ChangeMade, DriveItem, PathFolder } from '../drive';
import type { OneDriveError, TelemetryEvent } from '../lib';
import type { BeforeListeners } from './before';
import type { ActionDetail } from './host-action';
import type { Transfers } from './transfers';

/** `blocked`: the browser let no sign-in window open. */
export interface ConnectionDetail {
  readonly state: 'signed-out' | 'connecting' | 'connected' | 'expired' | 'blocked';
  readonly account?: Account | undefined;
}

export interface NavigateDetail {
  /** The folder that is open now; the top of a drive has no name. Of a list that is none (Recent, a search) see `elsewhere`. */
  readonly item: PathFolder;
  /** Its names from the root on: `Documents/2026`; the root itself is the empty text. */
  readonly path: string;
  /** Whether `back()` leads anywhere. */
  readonly canGoBack: boolean;
  /** Whether `forward()` leads anywhere. */
  readonly canGoForward: boolean;
}

export interface OpenDetail {
  /** A folder that was gone into, or a file that is shown: here, or where Microsoft shows it. */
  readonly item: DriveItem;
}

export interface SelectionDetail {
  /** Of the open folder; while picking, all that is picked, in whatever folder it lies. */
  readonly items: readonly DriveItem[];
}

export interface PickDetail {
  /**
   * In the order in which they were picked. One of `value` whose folder the user has not opened has no more than
   * `driveId`, `id`, `name` and the `size` of `value`; `accept`, `maxSize` and `itemFilter` have not judged it.
   */
  readonly items: readonly DriveItem[];
}

export interface SaveDetail {
  /** The item that the file has become. */
  readonly item: DriveItem;
  /** In which it lies; the top of a drive has no name. */
  readonly folder: PathFolder;
  /** What it is called there. */
  readonly name: string;
}

/** Nothing more is to be told. */
export type CancelDetail = Readonly<Record<string, never>>;

/** Deleted items are told as they were. */
export interface ChangeDetail {
  /** What was done; `restore`: out of the recycle bin, `delete-for-ever`: past it, `share`: links and permissions. */
  readonly kind: ChangeMade['kind'];
  readonly items: readonly DriveItem[];
}

export interface UploadDetail {
  /** The item it has become in the drive. */
  readonly item: DriveItem;
  readonly file: File;
}

export interface UploadProgressDetail {
  readonly file: File;
  /** Bytes. */
  readonly loaded: number;
  /** Bytes. */
  readonly total: number;
}

/** What a host may want to hear of. The custom element has an event for each of them. */
export interface ControlListeners extends BeforeListeners {
  /** The state of the sign-in or the account has changed. */
  readonly onConnection?: ((detail: ConnectionDetail) => void) | undefined;
  /** Another folder is open. */
  readonly onNavigate?: ((detail: NavigateDetail) => void) | undefined;
  /** A row was opened. */
  readonly onOpen?: ((detail: OpenDetail) => void) | undefined;
  /** A user wants one of the actions of `actions`. */
  readonly onAction?: ((detail: ActionDetail) => void) | undefined;
  /** Other items are selected. */
  readonly onSelection?: ((detail: SelectionDetail) => void) | undefined;
  /** The user has chosen. */
  readonly onPick?: ((detail: PickDetail) => void) | undefined;
  /** A file was saved where the user wanted it: by `save()`, or with `mode="save"`. */
  readonly onSave?: ((detail: SaveDetail) => void) | undefined;
  /** The user has given up picking or saving. */
  readonly onCancel?: ((detail: CancelDetail) => void) | undefined;
  /** Something in the drive was changed through the control, by whatever way: a page that lists the same can do so anew. */
  readonly onChange?: ((detail: ChangeDetail) => void) | undefined;
  /** A file has arrived, whoever sent it: the user, or `upload()`. */
  readonly onUpload?: ((detail: UploadDetail) => void) | undefined;
  /** Bytes of a file have left; many times a second. */
  readonly onUploadProgress?: ((detail: UploadProgressDetail) => void) | undefined;
  /** Something has changed among the uploads and downloads; many times a second, from the first one on. */
  readonly onTransfers?: ((transfers: Transfers) => void) | undefined;
  /** What happened, for those who operate the page: without names, addresses, ids and secrets (docs/telemetry.md). */
  readonly onTelemetry?: ((event: TelemetryEvent) => void) | undefined;
  /** Something has failed that the user is told of, too. */
  readonly onError?: ((error: OneDriveError) => void) | undefined;
}
