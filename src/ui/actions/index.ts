export { ActionItem } from './action-item';
export { ActionKeys, type ActionKeysProps, type ActionTools } from './action-keys';
export type { BarMenu } from './control-action';
export { ListMenu } from './list-menu';
export { nameKey } from './name-key';
export type { OfferedAction } from './offer-actions';
export type { ActionParts } from './situation';
export { useBarActions } from './use-bar-actions';
export { useKeyLines } from './use-key-lines';
