import type { DriveItem } from '../graph';
import type { FieldId } from './field-id';
import { fileTypeOf } from './file-type';

export const SORT_COLUMNS = [
  'name',
  'lastModifiedDateTime',
  'lastModifiedBy',
  'size',
  'type',
  'createdDateTime',
  'createdBy',
  'shared',
] as const;

export type SortColumn = (typeof SORT_COLUMNS)[number] | FieldId;

export interface Sort {
  readonly by: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

export const DEFAULT_SORT: Sort = { by: 'name', direction: 'ascending' };

/** What a click on a column header asks for: the other direction, or the column's natural first one. */
export function nextSort(current: Sort, by: SortColumn): Sort {
  if (current.by === by) {
    return { by, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { by, direction: LARGEST_FIRST.has(by) ? 'descending' : 'ascending' };
}

const LARGEST_FIRST: ReadonlySet<SortColumn> = new Set([
  'lastModifiedDateTime',
  'createdDateTime',
  'size',
  'shared',
]);

/** True for folders and for shortcuts to folders: what stands first and opens in place. */
export function isFolder(item: DriveItem): boolean {
  return item.folder !== undefined || item.remoteItem?.folder !== undefined;
}

// One collator for all: making one costs more than a thousand comparisons.
export const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Folders first, then by the column; equal values by name, then by id, so that the order never jumps. */
export function compareItems(sort: Sort): (a: DriveItem, b: DriveItem) => number {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return (a, b) =>
    Number(isFolder(b)) - Number(isFolder(a)) ||
    sign * compareColumn(sort.by, a, b) ||
    names.compare(a.name, b.name) ||
    compareText(a.id, b.id);
}

function compareColumn(by: SortColumn, a: DriveItem, b: DriveItem): number {
  switch (by) {
    case 'name':
      return names.compare(a.name, b.name);
    case 'shared':
      return Number(a.shared !== undefined) - Number(b.shared !== undefined);
    case 'size':
      return (a.size ?? 0) - (b.size ?? 0);
    case 'lastModifiedDateTime':
    case 'createdDateTime':
      return compareText(wholeSeconds(a[by]), wholeSeconds(b[by]));
    case 'lastModifiedBy':
    case 'createdBy':
      return names.compare(a[by] ?? '', b[by] ?? '');
    case 'type':
      return compareText(typeKeyOf(a), typeKeyOf(b));
    default:
      return names.compare(a.fields?.[by]?.key ?? '', b.fields?.[by]?.key ?? '');
  }
}

/** Comparing asks for it many times. */
const typeKeys = new WeakMap<DriveItem, string>();

/** What it is, and within that its extension. */
function typeKeyOf(item: DriveItem): string {
  const known = typeKeys.get(item);
  if (known !== undefined) return known;
  const { name } = item;
  const key = `${fileTypeOf(item)} ${name.slice(name.lastIndexOf('.') + 1).toLowerCase()}`;
  typeKeys.set(item, key);
  return key;
}

/** ISO 8601 in UTC sorts as text, as long as all have the same length: some drives give fractions of a second. */
function wholeSeconds(instant = ''): string {
  return instant.slice(0, 19);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Merges a newly arrived, unsorted page into rows that are sorted already. The place of each is searched in
 * growing strides, then by halves: comparing names costs most here. A page that comes last is just appended.
 */
export function mergeSorted(
  rows: readonly DriveItem[],
  page: readonly DriveItem[],
  compare: (a: DriveItem, b: DriveItem) => number,
): DriveItem[] {
  const merged: DriveItem[] = [];
  let copied = 0;
  for (const item of [...page].sort(compare)) {
    const place = findPlace(rows, item, compare, copied);
    for (const row of rows.slice(copied, place)) merged.push(row);
    merged.push(item);
    copied = place;
  }
  return merged.concat(rows.slice(copied));
}

/** Where the item comes to stand, behind its equals; it is known to stand nowhere before `from`. */
function findPlace(
  rows: readonly DriveItem[],
  item: DriveItem,
  compare: (a: DriveItem, b: DriveItem) => number,
  from: number,
): number {
  const isBehind = (place: number) => {
    const row = rows[place];
    return row !== undefined && compare(item, row) >= 0;
  };
  // Services list in order: mostly it stands behind all of them.
  if (isBehind(rows.length - 1)) return rows.length;
  let low = from;
  let stride = 1;
  for (; isBehind(low + stride - 1); stride *= 2) low += stride;
  let high = Math.min(low + stride - 1, rows.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
