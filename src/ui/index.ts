export type { ControlModel } from './control-model';
export {
  createOneDriveComponent,
  putBack,
  type OneDriveControlHandle,
  type OneDriveControlProps,
} from './one-drive-control';
export { OneDriveView, type OneDriveViewProps } from './one-drive-view';
export { Realm } from './realm';
export { useText } from './text';
export { TextProvider } from './text-provider';
export { useTransfers } from './use-transfers';
