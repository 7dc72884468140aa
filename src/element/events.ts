import type { OneDriveError, TelemetryEvent } from '../control';
import type {
  CancelDetail,
  ConnectionDetail,
  NavigateDetail,
  PickDetail,
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

/** They bubble, and leave every shadow root on their way. */
export interface OneDriveEvents {
  'od-connection': CustomEvent<ConnectionDetail>;
  'od-navigate': CustomEvent<NavigateDetail>;
  'od-selection': CustomEvent<SelectionDetail>;
  'od-pick': CustomEvent<PickDetail>;
  'od-save': CustomEvent<SaveDetail>;
  'od-cancel': CustomEvent<CancelDetail>;
  'od-upload': CustomEvent<UploadDetail>;
  'od-upload-progress': CustomEvent<UploadProgressDetail>;
  'od-transfers': CustomEvent<Transfers>;
  'od-telemetry': CustomEvent<TelemetryEvent>;
  'od-error': CustomEvent<ErrorDetail>;
}
