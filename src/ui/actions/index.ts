export { ActionItem } from './action-item';
export { ActionKeys, type ActionKeysProps } from './action-keys';
export type { BarMenu } from './control-action';
export { ListMenu } from './list-menu';
export { nameKey } from './name-key';
export type { OfferedAction } from './offer-actions';
export { useBarActions } from './use-bar-actions';
export { useKeyLines } from './use-key-lines';
