import type { DriveItem } from '../graph';
import { AGES, createAgeTeller } from './age';
import type { Grouping } from './arrangement';
import { fileTypeOf } from './file-type';
import { names, type Sort } from './sort';

/** Neighbouring rows that have something in common. */
export interface RowGroup {
  /** A type, an age, or a letter. */
  readonly key: string;
  /** Index of its first row. */
  readonly start: number;
  /** Rows that it shows: all it has, or none while it is collapsed. */
  readonly shown: number;
  readonly count: number;
}

export interface GroupedRows {
  readonly rows: readonly DriveItem[];
  readonly groups: readonly RowGroup[];
}

export interface GroupOptions {
  readonly grouping: Grouping;
  readonly sort: Sort;
  readonly collapsed: ReadonlySet<string>;
  readonly now: number;
}

const NO_GROUPS: readonly RowGroup[] = [];

/** Brings together what belongs together; within a group the order stays. What is collapsed has no rows. */
export function groupRows(sorted: readonly DriveItem[], options: GroupOptions): GroupedRows {
  const { grouping, collapsed } = options;
  if (grouping === 'none') return { rows: sorted, groups: NO_GROUPS };
  const keyOf = createKeyTeller(grouping, options.now);
  const members = new Map<string, DriveItem[]>();
  for (const item of sorted) {
    const key = keyOf(item);
    const group = members.get(key);
    if (group) group.push(item);
    else members.set(key, [item]);
  }
  const rows: DriveItem[] = [];
  const groups: RowGroup[] = [];
  for (const key of orderKeys([...members.keys()], options)) {
    const items = members.get(key) ?? [];
    const start = rows.length;
    if (!collapsed.has(key)) for (const item of items) rows.push(item);
    groups.push({ key, start, shown: rows.length - start, count: items.length });
  }
  return { rows, groups };
}

function createKeyTeller(grouping: Exclude<Grouping, 'none'>, now: number): (item: DriveItem) => string {
  if (grouping === 'type') return fileTypeOf;
  if (grouping === 'letter') return ({ name }) => letterOf(name);
  const ageOf = createAgeTeller(now);
  return ({ lastModifiedDateTime }) => ageOf(lastModifiedDateTime);
}

const OTHER = '#';

/** A name's first letter without its accents; digits and signs are one group. */
function letterOf(name: string): string {
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0x23).normalize('NFD');
  const letter = String.fromCodePoint(first.codePointAt(0) ?? 0x23).toLocaleUpperCase();
  return /^\p{L}/u.test(letter) ? letter : OTHER;
}

/** Turned round where the rows are sorted by the very same thing the other way. */
function orderKeys(keys: string[], { grouping, sort }: GroupOptions): readonly string[] {
  const isDescending = sort.direction === 'descending';
  switch (grouping) {
    case 'letter': {
      const ordered = keys.sort(names.compare);
      return isDescending && sort.by === 'name' ? ordered.reverse() : ordered;
    }
    case 'modified': {
      const known: readonly string[] = AGES;
      const ordered = keys.sort((a, b) => known.indexOf(a) - known.indexOf(b));
      return !isDescending && sort.by === 'lastModifiedDateTime' ? ordered.reverse() : ordered;
    }
    case 'type':
    case 'none': {
      const ordered = keys.sort(
        (a, b) => Number(b === 'folder') - Number(a === 'folder') || (a < b ? -1 : 1),
      );
      return isDescending && sort.by === 'type' ? ordered.reverse() : ordered;
    }
  }
}
