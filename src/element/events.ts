import type { OneDriveError, TelemetryEvent } from '../control';
import type {
  ActionDetail,
  BeforeDetails,
  CancelDetail,
  ChangeDetail,
  ConnectionDetail,
  NavigateDetail,
  OpenDetail,
  PickDetail,
  Respond,
  SaveDetail,
  SelectionDetail,
  Transfers,
  UploadDetail,
  UploadProgressDetail,
} from '../host';

/** What `od-error` tells. */
export interface ErrorDetail extends Pick<OneDriveError, 'code' | 'retry'> {
  /** For developers: the code, and what the server called it. */
  readonly message: string;
  /** For support staff, where a server answered. */
  readonly requestId?: string;
}

/** Cancelable: `preventDefault()` says that the page does it in its own way, or that nobody does. */
type BeforeEventOf<K extends keyof BeforeDetails> = CustomEvent<BeforeDetails[K] & Respond>;

/** They bubble, and leave every shadow root on their way. */
export interface OneDriveEvents {
  'od-connection': CustomEvent<ConnectionDetail>;
  'od-navigate': CustomEvent<NavigateDetail>;
  'od-selection': CustomEvent<SelectionDetail>;
  'od-before-open': BeforeEventOf<'Open'>;
  'od-open': CustomEvent<OpenDetail>;
  'od-before-pick': BeforeEventOf<'Pick'>;
  'od-pick': CustomEvent<PickDetail>;
  'od-save': CustomEvent<SaveDetail>;
  'od-cancel': CustomEvent<CancelDetail>;
  'od-before-upload': BeforeEventOf<'Upload'>;
  'od-before-download': BeforeEventOf<'Download'>;
  'od-before-create': BeforeEventOf<'Create'>;
  'od-before-rename': BeforeEventOf<'Rename'>;
  'od-before-move': BeforeEventOf<'Move'>;
  'od-before-copy': BeforeEventOf<'Copy'>;
  'od-before-delete': BeforeEventOf<'Delete'>;
  'od-before-share': BeforeEventOf<'Share'>;
  'od-before-restore': BeforeEventOf<'Restore'>;
  'od-before-checkout': BeforeEventOf<'Checkout'>;
  'od-action': CustomEvent<ActionDetail>;
  'od-change': CustomEvent<ChangeDetail>;
  'od-upload': CustomEvent<UploadDetail>;
  'od-upload-progress': CustomEvent<UploadProgressDetail>;
  'od-transfers': CustomEvent<Transfers>;
  'od-telemetry': CustomEvent<TelemetryEvent>;
  'od-error': CustomEvent<ErrorDetail>;
}
