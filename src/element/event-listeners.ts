import type { ControlListeners } from '../host';
import type { OneDriveEvents } from './events';

export type Emit = <K extends keyof OneDriveEvents>(type: K, detail: OneDriveEvents[K]['detail']) => void;

/** What the page hears as events; the element itself has no use for them. */
export function createEventListeners(emit: Emit): Omit<ControlListeners, 'onConnection' | 'onSelection'> {
  return {
    onNavigate: (detail) => emit('od-navigate', detail),
    onPick: (detail) => emit('od-pick', detail),
    onSave: (detail) => emit('od-save', detail),
    onCancel: (detail) => emit('od-cancel', detail),
    onUpload: (detail) => emit('od-upload', detail),
    onUploadProgress: (detail) => emit('od-upload-progress', detail),
    onTelemetry: (event) => emit('od-telemetry', event),
    onError: ({ code, message, retry, requestId }) =>
      emit('od-error', { code, message, retry, ...(requestId && { requestId }) }),
  };
}
