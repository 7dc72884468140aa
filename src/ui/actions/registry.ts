import type { ViewOptions } from '../view-options';
import { BIN_ACTIONS } from './bin-actions';
import { CHECKOUT_ACTIONS } from './checkout-actions';
import type { ControlAction } from './control-action';
import { DETAILS_ACTIONS } from './details-actions';
import { FOLDER_ACTIONS } from './folder-actions';
import { ITEM_ACTIONS } from './item-actions';
import { OPEN_ACTIONS } from './open-actions';
import { PLACE_ACTIONS } from './place-actions';
import { VIEW_ACTIONS } from './view-actions';

/**
 * All that users do with the drive. The bar, its menu, the menus of the list and the keys draw from here, in this
 * order; there is no other list of commands.
 */
export const CONTROL_ACTIONS: readonly ControlAction[] = [
  ...OPEN_ACTIONS,
  ...FOLDER_ACTIONS,
  ...ITEM_ACTIONS,
  ...BIN_ACTIONS,
  ...CHECKOUT_ACTIONS,
  ...PLACE_ACTIONS,
  ...DETAILS_ACTIONS,
  ...VIEW_ACTIONS,
];

/** With those that only a control has that a page has put there, and that page's own. */
export function actionsOf({ host }: ViewOptions): readonly ControlAction[] {
  return host ? [...CONTROL_ACTIONS, ...host.actions.get()] : CONTROL_ACTIONS;
}
