import type { DriveItem } from '../graph';
import type { FolderState } from './folder-browser';
import { isAllowed, openKeyOf, patchPicking, placeOf, roomIn, type PickModel } from './pick-model';
import type { PickRules } from './pick-rules';
import { isSelected, selectedItems, type Selection } from './selection';

/** Takes the user's selection into the basket: what it leaves out goes, what rules and limits allow comes. */
export function pickRows(model: PickModel, rules: PickRules, next: Selection): void {
  const now = model.folder.state.get();
  const { basket } = model;
  const place = placeOf(now);
  const wanted = selectedItems(next, now.rows);
  // “All” has no meaning where there can be one.
  if (rules.selection !== 'single') {
    dropUnselected(model, next, now.rows);
    putAllowed(model, rules, { rows: wanted, place });
  } else if (!next.all) {
    const item = wanted.findLast((row) => !basket.find(row) && isAllowed(rules, row));
    if (item) basket.reset([{ item, ...place }]);
    else dropUnselected(model, next, now.rows);
  }
  patchPicking(model, { basket: basket.list() });
  showPicked(model, rules, next);
}

/** @returns whether any of the rows came into the basket */
function putAllowed(
  model: PickModel,
  rules: PickRules,
  { rows, place }: { readonly rows: readonly DriveItem[]; readonly place: ReturnType<typeof placeOf> },
): boolean {
  const { basket } = model;
  const before = basket.size();
  let room = roomIn(model, rules);
  for (const item of rows) {
    if (room <= 0) break;
    if (basket.find(item) || !isAllowed(rules, item)) continue;
    basket.put({ item, ...place });
    room -= 1;
  }
  return basket.size() > before;
}

function dropUnselected({ basket }: PickModel, next: Selection, rows: readonly DriveItem[]): void {
  if (basket.size() === 0) return;
  for (const row of rows) {
    if (!isSelected(next, row.id) && basket.find(row)) basket.remove(row);
  }
}

/**
 * Shows the open folder's part of the basket as its selection. “All” stays all while pages stream in, with what is
 * not picked as its exceptions: what comes later is meant, too.
 */
export function showPicked(
  model: PickModel,
  rules: PickRules,
  wanted: Selection = model.folder.state.get().selection,
): void {
  const { basket, folder } = model;
  const { rows, listing } = folder.state.get();
  const isStreaming = listing.status === 'loading' || listing.status === 'partial';
  const all = wanted.all && isStreaming && rules.selection === 'multiple' && roomIn(model, rules) > 0;
  const isUniform = basket.size() === 0 && !all;
  const exceptions = new Set<string>();
  for (const row of isUniform ? [] : rows) {
    if ((basket.find(row) !== undefined) !== all) exceptions.add(row.id);
  }
  folder.setSelection((current) =>
    current.all === all && current.anchor === wanted.anchor && isSameSet(current.exceptions, exceptions)
      ? current
      : { all, exceptions, anchor: wanted.anchor },
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** Rows that arrived after “all” was said, as far as the limits go. */
export function joinRows(model: PickModel, rules: PickRules, now: FolderState): boolean {
  if (!now.selection.all || openKeyOf(now) === undefined) return false;
  return putAllowed(model, rules, {
    rows: selectedItems(now.selection, now.rows),
    place: placeOf(now),
  });
}
