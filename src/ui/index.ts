export type { ControlModel } from './control-model';
export { OneDriveView, type OneDriveViewProps } from './one-drive-view';
export { Realm, type RealmProps, type ThemeName } from './realm';
export { useText, type Text } from './text';
export { TextProvider, type TextProviderProps } from './text-provider';
