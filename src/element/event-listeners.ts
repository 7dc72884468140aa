import type { ConnectionDetail, ControlListeners, DriveItem, NavigateDetail, Transfers } from '../host';
import type { OneDriveEvents } from './events';

export type Emit = <K extends keyof OneDriveEvents>(type: K, detail: OneDriveEvents[K]['detail']) => void;

/** What the page was told last, for whoever asks. */
interface Told {
  selected: readonly DriveItem[];
  connection: ConnectionDetail | undefined;
  navigation: NavigateDetail | undefined;
  transfers: Transfers | undefined;
}

const NOTHING: Told = { selected: [], connection: undefined, navigation: undefined, transfers: undefined };

export interface EventListeners {
  readonly listeners: ControlListeners;
  readonly told: Readonly<Told>;
  /** The control that told it is gone. */
  forget(): void;
}

/** What the page hears as events. @param states of the element: `:state(connected)` */
export function createEventListeners(emit: Emit, states: CustomStateSet): EventListeners {
  const told: Told = { ...NOTHING };
  return {
    told,
    forget: () => {
      Object.assign(told, NOTHING);
      states.clear();
    },
    listeners: {
      onConnection: (detail) => {
        told.connection = detail;
        states.clear();
        states.add(detail.state);
        emit('od-connection', detail);
      },
      onSelection: (detail) => {
        told.selected = detail.items;
        emit('od-selection', detail);
      },
      onTransfers: (transfers) => {
        told.transfers = transfers;
        emit('od-transfers', transfers);
      },
      onNavigate: (detail) => {
        told.navigation = detail;
        emit('od-navigate', detail);
      },
      onOpen: (detail) => emit('od-open', detail),
      onAction: (detail) => emit('od-action', detail),
      onPick: (detail) => emit('od-pick', detail),
      onSave: (detail) => emit('od-save', detail),
      onCancel: (detail) => emit('od-cancel', detail),
      onChange: (detail) => emit('od-change', detail),
      onUpload: (detail) => emit('od-upload', detail),
      onUploadProgress: (detail) => emit('od-upload-progress', detail),
      onTelemetry: (event) => emit('od-telemetry', event),
      onError: ({ code, message, retry, requestId }) =>
        emit('od-error', { code, message, retry, ...(requestId && { requestId }) }),
    },
  };
}
