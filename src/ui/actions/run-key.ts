import type { KeyboardEvent } from 'react';
import { selectedItems, type DriveItem, type FolderBrowser } from '../../drive';
import { isControl } from '../file-list/is-control';
import { singleKeys } from '../single-keys';
import type { ControlAction } from './control-action';
import { isPressed, isSingleCharacter } from './key-combination';
import { isAllowed, refusalOf } from './offer-actions';
import { actionsOf } from './registry';
import { createSituation, type ActionParts, type Situation } from './situation';

/** Does what a key stands for, if it stands for anything where it is pressed; else the key is the page's. */
export function runKey(event: KeyboardEvent<HTMLElement>, parts: ActionParts): void {
  const { target, currentTarget } = event;
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  // Dialogs and menus stand in portals: React bubbles their keys to here.
  if (!(target instanceof Element && currentTarget.contains(target))) return;
  for (const action of actionsOf(parts.options)) {
    const combination = action.keys?.find((keys) => isPressed(keys, event));
    if (combination === undefined || !isHeard(action, combination, target)) continue;
    const situation = situationOf(action, target, parts);
    if (!situation || !isAllowed(action, situation)) continue;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) runOrSay(action, situation);
    return;
  }
}

function isHeard(action: ControlAction, combination: string, target: Element): boolean {
  if (isWritten(target) || (isSingleCharacter(combination) && !singleKeys.isOn())) return false;
  return action.on === 'folder' || (target.closest('[part~=list]') !== null && !isControl(target));
}

/** Fields keep all their keys. */
function isWritten(target: Element): boolean {
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

/** @returns undefined where there is nothing that it could be done to */
function situationOf(action: ControlAction, target: Element, parts: ActionParts): Situation | undefined {
  if (action.on === 'folder') return createSituation(parts, []);
  const { folder } = parts.control;
  const row = rowAt(target, folder);
  const { selection, rows } = folder.state.get();
  const selected = action.on === 'some' ? selectedItems(selection, rows) : [];
  const items = selected.length > 0 || !row ? selected : [row];
  return items.length > 0 ? createSituation(parts, items) : undefined;
}

function rowAt(target: Element, folder: FolderBrowser): DriveItem | undefined {
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : folder.state.get().rows[Number(index)];
}

function runOrSay(action: ControlAction, situation: Situation): void {
  const refusal = refusalOf(action, situation);
  if (refusal === undefined) action.run(situation);
  else situation.view.announcement.set(refusal);
}
