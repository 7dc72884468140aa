import type { DriveItem } from '../graph';

/**
 * Which rows are selected: a flag and its exceptions, so that "select all" costs the same at any size.
 * `anchor` is where a range (Shift) starts.
 */
export interface Selection {
  readonly all: boolean;
  readonly exceptions: ReadonlySet<string>;
  readonly anchor?: string | undefined;
}

type Rows = readonly Pick<DriveItem, 'id'>[];

export const EMPTY_SELECTION: Selection = { all: false, exceptions: new Set() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.all !== selection.exceptions.has(id);
}

export function selectOnly(id: string): Selection {
  return { all: false, exceptions: new Set([id]), anchor: id };
}

export function toggleSelected(selection: Selection, id: string): Selection {
  const exceptions = new Set(selection.exceptions);
  if (!exceptions.delete(id)) exceptions.add(id);
  return { all: selection.all, exceptions, anchor: id };
}

/** From the anchor to `id`, both included; `keep` (Ctrl) adds to what is selected already. */
export function selectRange(selection: Selection, rows: Rows, id: string, keep = false): Selection {
  const to = rows.findIndex((row) => row.id === id);
  const from = rows.findIndex((row) => row.id === selection.anchor);
  if (to < 0) return selection;
  if (from < 0 && !keep) return selectOnly(id);
  const start = from < 0 ? to : from;
  const range = rows.slice(Math.min(start, to), Math.max(start, to) + 1).map((row) => row.id);
  const kept = keep ? selectedItems(selection, rows).map((row) => row.id) : [];
  return { all: false, exceptions: new Set([...kept, ...range]), anchor: from < 0 ? id : selection.anchor };
}

/** `added` as well as what is selected already; a range would start at the first of them. */
export function selectAlso(selection: Selection, rows: Rows, added: Rows): Selection {
  const [first] = added;
  if (!first) return selection;
  const ids = [...selectedItems(selection, rows), ...added].map((row) => row.id);
  return { all: false, exceptions: new Set(ids), anchor: first.id };
}

export function selectAll(selection: Selection): Selection {
  return { all: true, exceptions: new Set(), anchor: selection.anchor };
}

/** Of all of them the rows themselves: however many there are, nothing is gone through and nothing copied. */
export function selectedItems<T extends Pick<DriveItem, 'id'>>(
  selection: Selection,
  rows: readonly T[],
): readonly T[] {
  if (selection.exceptions.size === 0) return selection.all ? rows : [];
  return rows.filter((row) => isSelected(selection, row.id));
}

export function selectedCount(selection: Selection, rowCount: number): number {
  return selection.all ? rowCount - selection.exceptions.size : selection.exceptions.size;
}

/** Drops what is no longer listed, so that a count never speaks of rows that are gone. */
export function pruneSelection(selection: Selection, rows: Rows): Selection {
  if (selection.exceptions.size === 0) return selection;
  const listed = rows.filter((row) => selection.exceptions.has(row.id));
  if (listed.length === selection.exceptions.size) return selection;
  return { ...selection, exceptions: new Set(listed.map((row) => row.id)) };
}

/**
 * The same rows selected, named one by one: before other rows are shown (a filter), or "all" would come to mean
 * rows that the user did not see when choosing.
 */
export function pinSelection(selection: Selection, rows: Rows): Selection {
  if (!selection.all) return selection;
  const ids = selectedItems(selection, rows).map((row) => row.id);
  return { all: false, exceptions: new Set(ids), anchor: selection.anchor };
}
