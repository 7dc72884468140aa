import type { PickedItem, PickRules } from '../../drive';
import { nameTypes } from '../accept-text';
import type { TransferTask } from '../../transfer';
import type { Text } from '../text';
import { isStuck } from './use-awaited';

/** More types than this make no readable sentence; the greyed rows say the rest. */
const NAMED_TYPES = 4;

/** How many may be picked; 0 where there is no limit. */
export function limitOf({ selection, maxCount = 0 }: PickRules): number {
  return selection === 'single' ? 1 : maxCount;
}

/** What is picked: `3 of 5 chosen (12 MB)`. */
export function describeChosen(basket: readonly PickedItem[], rules: PickRules, text: Text): string {
  const count = basket.length;
  const max = limitOf(rules);
  const chosen = max > 1 ? text('pick.chosenOf', { count, max }) : text('pick.chosen', { count });
  return withSize(chosen, basket, text);
}

/** What Choose was pressed for: `Chosen: Plan.pdf (12 MB)`. */
export function describeConfirmed(basket: readonly PickedItem[], text: Text): string {
  const name = basket[0]?.item.name ?? '';
  return withSize(text('pick.confirmed', { count: basket.length, name }), basket, text);
}

function withSize(chosen: string, basket: readonly PickedItem[], text: Text): string {
  const size = basket.reduce((sum, { item }) => sum + (item.size ?? 0), 0);
  return size > 0 ? text('pick.chosenSize', { chosen, size: text.size(size) }) : chosen;
}

/** What can be picked, as an invitation. */
export function describeHint(rules: PickRules, text: Text): string {
  const max = limitOf(rules);
  if (rules.kind !== 'files') return text(`pick.${rules.kind}`, { max });
  const types = nameTypes(rules.accept, text);
  if (types.length === 0 || types.length > NAMED_TYPES) return text('pick.files', { max });
  return text('pick.filesOf', { max, types: text.anyOf(types) });
}

/** What Choose waits for: nobody has to see to what goes on by itself. */
export function describeAwaited(awaited: readonly TransferTask[], text: Text): string {
  const stuck = awaited.filter(isStuck).length;
  return stuck > 0 ? text('pick.stuck', { count: stuck }) : text('pick.awaited', { count: awaited.length });
}
