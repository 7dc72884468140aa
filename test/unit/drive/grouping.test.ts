import { describe, expect, it } from 'vitest';
import {
  compareItems,
  groupRows,
  passesFilters,
  type DriveItem,
  type Grouping,
  type Sort,
} from '../../../src/drive';
import { buildFile, buildFolder } from '../../support/drive-items';

const NOW = new Date(2026, 9, 14, 9, 30).getTime();
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
const ITEMS = [
  buildFolder({ name: 'Zoo', lastModifiedDateTime: daysAgo(500) }),
  buildFile({ name: 'élan.pdf', lastModifiedDateTime: daysAgo(0), lastModifiedBy: 'Alex Wilber' }),
  buildFile({ name: 'Egg.png', lastModifiedDateTime: daysAgo(1) }),
  buildFile({ name: '2026.pdf', lastModifiedDateTime: daysAgo(5) }),
  buildFile({ name: 'apple.docx', lastModifiedDateTime: daysAgo(20) }),
];

function group(
  grouping: Grouping,
  sort: Sort = { by: 'name', direction: 'ascending' },
  collapsed: string[] = [],
) {
  const sorted = [...ITEMS].sort(compareItems(sort));
  const { rows, groups } = groupRows(sorted, { grouping, sort, collapsed: new Set(collapsed), now: NOW });
  return groups.map(({ key, start, shown, count }) => ({
    key,
    names: rows.slice(start, start + shown).map(({ name }) => name),
    count,
  }));
}
const keys = (groups: readonly { readonly key: string }[]) => groups.map(({ key }) => key);

describe('groups', () => {
  it('by type begin with the folders, and keep the order within', () => {
    expect(group('type')).toEqual([
      { key: 'folder', names: ['Zoo'], count: 1 },
      { key: 'document', names: ['apple.docx'], count: 1 },
      { key: 'image', names: ['Egg.png'], count: 1 },
      { key: 'pdf', names: ['2026.pdf', 'élan.pdf'], count: 2 },
    ]);
  });

  it('by date begin with today, or with the oldest where rows do', () => {
    const newest = ['today', 'yesterday', 'week', 'month', 'older'];
    expect(keys(group('modified'))).toEqual(newest);
    const oldestFirst: Sort = { by: 'lastModifiedDateTime', direction: 'ascending' };
    expect(keys(group('modified', oldestFirst))).toEqual(newest.toReversed());
  });

  it('by first letter take folders and files together, a letter with its accents, and turn with the names', () => {
    expect(group('letter').map(({ key, names }) => [key, ...names])).toEqual([
      ['#', '2026.pdf'],
      ['A', 'apple.docx'],
      ['E', 'Egg.png', 'élan.pdf'],
      ['Z', 'Zoo'],
    ]);
    expect(keys(group('letter', { by: 'name', direction: 'descending' }))).toEqual(['Z', 'E', 'A', '#']);
  });

  it('that are collapsed keep their heading and count, and have no rows', () => {
    expect(group('type', undefined, ['pdf', 'folder'])).toEqual([
      { key: 'folder', names: [], count: 1 },
      { key: 'document', names: ['apple.docx'], count: 1 },
      { key: 'image', names: ['Egg.png'], count: 1 },
      { key: 'pdf', names: [], count: 2 },
    ]);
  });

  it('are none where nothing is grouped, and rows stay the very same', () => {
    const grouped = groupRows(ITEMS, {
      grouping: 'none',
      sort: { by: 'name', direction: 'ascending' },
      collapsed: new Set(),
      now: NOW,
    });
    expect(grouped.rows).toBe(ITEMS);
    expect(grouped.groups).toEqual([]);
  });
});

describe('filters', () => {
  const names = (filters: Parameters<typeof passesFilters>[0]) =>
    ITEMS.filter(passesFilters(filters, NOW)).map(({ name }: DriveItem) => name);

  it('let pass what is of a type, of a person, and since a day; together, what is all of it', () => {
    expect(names({ type: 'pdf' })).toEqual(['élan.pdf', '2026.pdf']);
    expect(names({ person: 'Alex Wilber' })).toEqual(['élan.pdf']);
    expect(names({ since: 'yesterday' })).toEqual(['élan.pdf', 'Egg.png']);
    expect(names({ type: 'pdf', since: 'week' })).toEqual(['élan.pdf', '2026.pdf']);
    expect(names({ type: 'pdf', person: 'Megan Bowen', since: 'today' })).toEqual([]);
    expect(names({})).toHaveLength(ITEMS.length);
  });
});
