import { later } from '../later';
import type { ActionKeysProps } from './action-keys';

export { nameKey } from './name-key';
export { useKeyLines } from './use-key-lines';
export { ActionItem } from './action-item';
export type { BarMenu } from './control-action';
export type { OfferedAction } from './offer-actions';
export { useBarActions } from './use-bar-actions';

export const ListMenu = later(async () => (await import('./list-menu')).ListMenu);
export const ActionKeys = later<ActionKeysProps>(async () => (await import('./action-keys')).ActionKeys);
