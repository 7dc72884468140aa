import { defineElement } from './define-element';
import type { OneDriveEvents } from './events';
import type { OneDriveControlElement } from './one-drive-control-element';

export type {
  ActionDetail,
  BeforeDetails,
  CancelDetail,
  ChangeDetail,
  ConnectionDetail,
  DriveItem,
  GetAccessToken,
  HostAction,
  HostActionContext,
  HostToken,
  HostTokenRequest,
  ItemFilter,
  ItemReference,
  NamedBlob,
  NavigateDetail,
  OpenDetail,
  PickDetail,
  PickOptions,
  Respond,
  SaveCancelled,
  SaveDetail,
  SaveOptions,
  SelectionDetail,
  StringOverrides,
  UploadDetail,
  UploadFailure,
  UploadFilesOptions,
  UploadProgressDetail,
  UploadableFile,
} from '../host';
export type { ErrorDetail, OneDriveEvents } from './events';
export { OneDriveControlElement } from './one-drive-control-element';

declare global {
  interface HTMLElementTagNameMap {
    'onedrive-control': OneDriveControlElement;
  }
  interface HTMLElementEventMap extends OneDriveEvents {}
}

// On a server there is nothing to define it in.
const registry: unknown = Reflect.get(globalThis, 'customElements');
if (registry) defineElement(customElements);
