/** The words between the control and its host, without React: the component and the custom element share them. */
export type { GetAccessToken, HostApplication, HostToken, HostTokenRequest } from '../auth';
export type { DriveItem, ItemReference } from '../drive';
export type {
  BeforeCheckoutDetail,
  BeforeCreateDetail,
  BeforeDeleteDetail,
  BeforeDetails,
  BeforeDownloadDetail,
  BeforeEvent,
  BeforeKind,
  BeforeListeners,
  BeforeOpenDetail,
  BeforePickDetail,
  BeforePlaceDetail,
  BeforeRenameDetail,
  BeforeRestoreDetail,
  BeforeShareDetail,
  BeforeUploadDetail,
  Respond,
} from './before';
export type { ChosenItem } from './chosen-item';
export type {
  ControlMethods,
  PickOptions,
  SaveCancelled,
  SaveOptions,
  UploadFailure,
  UploadFilesOptions,
} from './control-methods';
export type { ControlProps, ItemFilter, PickProps, StringOverrides } from './control-props';
export type {
  CancelDetail,
  ChangeDetail,
  ConnectionDetail,
  ControlListeners,
  NavigateDetail,
  OpenDetail,
  PickDetail,
  SaveDetail,
  SelectionDetail,
  UploadDetail,
  UploadProgressDetail,
} from './details';
export {
  ACTION_SELECTIONS,
  type ActionDetail,
  type ActionSelection,
  type HostAction,
  type HostActionContext,
} from './host-action';
export type { NamedBlob, UploadableFile } from './named-blob';
export type { Transfers } from './transfers';
export type { Viewer, ViewerTools } from './viewer';
export {
  ACTIONS,
  CONFLICT_BEHAVIORS,
  MODES,
  PICK_KINDS,
  SELECTION_MODES,
  SOURCES,
  USUAL_SOURCES,
  THEMES,
  type Action,
  type ConflictBehavior,
  type ControlMode,
  type PickKind,
  type SelectionMode,
  type Source,
  type ThemeName,
} from './words';
