import type { OneDriveError } from '../control';
import type { ConnectionDetail, NavigateDetail, SelectionDetail } from '../host';

export interface ErrorDetail extends Pick<OneDriveError, 'code' | 'message' | 'retry'> {
  /** For support staff, where a server answered. */
  readonly requestId?: string;
}

/** They bubble, and leave every shadow root on their way. */
export interface OneDriveEvents {
  'od-connection': CustomEvent<ConnectionDetail>;
  'od-navigate': CustomEvent<NavigateDetail>;
  'od-selection': CustomEvent<SelectionDetail>;
  'od-error': CustomEvent<ErrorDetail>;
}
