import type { JSX } from 'react';
import type { ActionPlace, ControlAction } from './control-action';
import { traitsOf } from './item-traits';
import { actionsOf } from './registry';
import type { Situation } from './situation';

/** An action as it stands somewhere now. */
export interface OfferedAction {
  readonly id: string;
  readonly label: string;
  readonly icon: JSX.Element;
  readonly group: string;
  /** What it is done to. */
  readonly on: ControlAction['on'];
  /** Its place in the bar: one of its own, or in the menu of a button. */
  readonly barId: string;
  /** What stays longest in view where room is short has the highest. */
  readonly priority: number;
  /** As `F2` and `Control+U`. */
  readonly keys: readonly string[];
  /** Why it cannot be done now. */
  readonly refusal: string | undefined;
  /** Of what is switched on and off. */
  readonly isOn: boolean | undefined;
  readonly run: () => void;
}

/** What one place offers now. */
export function offerActions(place: ActionPlace, situation: Situation): readonly OfferedAction[] {
  return actionsOf(situation.options)
    .filter((action) => isAt(action, place, situation) && isAllowed(action, situation))
    .map((action) => offerAction(action, place, situation));
}

/** Whether the host allows it, and it means something. */
export function isAllowed({ word, suits, on, inBin }: ControlAction, situation: Situation): boolean {
  const { items, options } = situation;
  const { allDeleted, noneDeleted } = traitsOf(items);
  return (
    (word === undefined || options.actions.has(word)) &&
    (on === 'folder' || (inBin ? allDeleted : noneDeleted)) &&
    suits?.(situation) !== false
  );
}

function offerAction(action: ControlAction, place: ActionPlace, situation: Situation): OfferedAction {
  const {
    id,
    icon,
    group,
    on,
    bar = 0,
    eventKeys = [],
    keys = eventKeys,
    label,
    shortLabel = label,
  } = action;
  return {
    id,
    label: (place === action.barMenu ? shortLabel : label)(situation),
    icon,
    group,
    on,
    barId: action.barMenu ?? id,
    priority: bar,
    keys,
    refusal: refusalOf(action, situation),
    isOn: action.isOn?.(situation),
    run: () => action.run(situation),
  };
}

/** Why the action cannot be done to these items now. */
export function refusalOf(action: ControlAction, situation: Situation): string | undefined {
  if (action.on === 'one' && situation.items.length > 1) return situation.text('action.onlyOne');
  return action.refusal?.(situation);
}

function isAt(
  { on, bar, barMenu, isByKeyOnly }: ControlAction,
  place: ActionPlace,
  situation: Situation,
): boolean {
  const { items } = situation;
  const isInMenus = !(typeof isByKeyOnly === 'function' ? isByKeyOnly(situation) : isByKeyOnly);
  switch (place) {
    case 'bar':
      return bar !== undefined && (on === 'folder' || (on === 'one' ? items.length === 1 : items.length > 0));
    case 'row':
      return on !== 'folder' && isInMenus;
    case 'area':
      return on === 'folder' && isInMenus;
    case 'upload':
    case 'new-file':
      return barMenu === place;
  }
}
