/** The package's main door: the control as a React component, and its parts. */
import type { ReactNode } from 'react';
import { createOneDriveControl } from './control';
import { createOneDriveComponent, type OneDriveControlProps } from './ui';

/**
 * A whole OneDrive that signs in by itself. It fills the height of its parent.
 *
 * @example <OneDriveControl clientId="…" redirectUri="/oauth2callback.html" onNavigate={({ path }) => remember(path)} />
 */
export const OneDriveControl: (props: OneDriveControlProps) => ReactNode =
  createOneDriveComponent(createOneDriveControl);

export {
  createOneDriveControl,
  OneDriveError,
  type ErrorCode,
  type OneDriveControlOptions,
  type Retry,
} from './control';
export type {
  Action,
  ActionDetail,
  ActionSelection,
  BeforeCheckoutDetail,
  BeforeCreateDetail,
  BeforeDeleteDetail,
  BeforeDownloadDetail,
  BeforeEvent,
  BeforeOpenDetail,
  BeforePickDetail,
  BeforePlaceDetail,
  BeforeRenameDetail,
  BeforeRestoreDetail,
  BeforeShareDetail,
  BeforeUploadDetail,
  CancelDetail,
  ChangeDetail,
  ChosenItem,
  ConnectionDetail,
  ControlListeners,
  ControlMethods,
  ControlMode,
  ControlProps,
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
  PickKind,
  PickOptions,
  SaveCancelled,
  SaveDetail,
  SaveOptions,
  SelectionDetail,
  SelectionMode,
  StringOverrides,
  ThemeName,
  Transfers,
  UploadDetail,
  UploadFailure,
  UploadFilesOptions,
  UploadProgressDetail,
  UploadableFile,
  Viewer,
  ViewerTools,
} from './host';
export type { ConflictAnswer, TransferPace, TransferState, TransferSummary, TransferTask } from './transfer';
export {
  OneDriveView,
  useTransfers,
  type ControlModel,
  type OneDriveControlHandle,
  type OneDriveControlProps,
  type OneDriveViewProps,
} from './ui';
