import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareItems,
  EMPTY_SELECTION,
  isSelected,
  mergeSorted,
  nextSort,
  pruneSelection,
  selectAll,
  selectedCount,
  selectedItems,
  selectOnly,
  selectRange,
  SORT_COLUMNS,
  toggleSelected,
  type DriveItem,
  type Selection,
  type Sort,
} from '../../../src/drive';
import { addItems, filterItems, removeItems, sortItems } from '../../../src/drive/folder-contents';
import { itemKey } from '../../../src/drive/item-key';
import { createListingCache } from '../../../src/drive/listing-cache';
import { pinSelection } from '../../../src/drive/selection';
import { buildFile, buildFolder } from '../../support/drive-items';

const anySort: fc.Arbitrary<Sort> = fc.record({
  by: fc.constantFrom(...SORT_COLUMNS),
  direction: fc.constantFrom('ascending', 'descending'),
});
const anyItem: fc.Arbitrary<DriveItem> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    name: fc.oneof(fc.constantFrom('a', 'A', 'á', 'File 2', 'File 10', ''), fc.string({ unit: 'grapheme' })),
    size: fc.option(fc.nat(3), { nil: undefined }),
    lastModifiedDateTime: fc.constantFrom(
      undefined,
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.5Z',
      '2026-01-02T00:00:00Z',
    ),
    isFolder: fc.boolean(),
  })
  .map(({ isFolder, ...given }) => ({
    ...buildFile(),
    ...given,
    file: isFolder ? undefined : {},
    folder: isFolder ? {} : undefined,
  }));
const anyItems = fc.uniqueArray(anyItem, { selector: (item) => item.id, maxLength: 25 });
const ids = (items: readonly DriveItem[]) => items.map((item) => item.id);

describe('the order of rows', () => {
  it('is total: no two different items are equal, and it never contradicts itself', () => {
    fc.assert(
      fc.property(anySort, anyItem, anyItem, anyItem, (sort, a, b, c) => {
        const compare = compareItems(sort);
        expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)));
        if (a.id !== b.id) expect(compare(a, b)).not.toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has folders first, numbers by their value, and the same instant with and without fractions equal', () => {
    const rows = [
      buildFile({ name: 'File 10' }),
      buildFile({ name: 'File 2' }),
      buildFolder({ name: 'Z' }),
      buildFolder({ name: 'shortcut', folder: {} }),
    ];
    const byName = sortItems(rows, { by: 'name', direction: 'ascending' }).map(({ name }) => name);
    expect(byName).toEqual(['shortcut', 'Z', 'File 2', 'File 10']);
    const byNameDown = sortItems(rows, { by: 'name', direction: 'descending' }).map(({ name }) => name);
    expect(byNameDown).toEqual(['Z', 'shortcut', 'File 10', 'File 2']);
    const times = ['2026-01-01T00:00:00.9Z', '2026-01-01T00:00:00Z'].map((lastModifiedDateTime, index) =>
      buildFile({ name: String(index), lastModifiedDateTime }),
    );
    expect(sortItems(times, { by: 'lastModifiedDateTime', direction: 'ascending' })).toEqual(times);
  });

  it('of pages merged one by one is the order of all sorted at once', () => {
    fc.assert(
      fc.property(anySort, anyItems, fc.array(fc.nat(5), { maxLength: 5 }), (sort, items, cuts) => {
        let rest = items;
        let merged: readonly DriveItem[] = [];
        for (const cut of [...cuts, items.length]) {
          merged = mergeSorted(merged, rest.slice(0, cut), compareItems(sort));
          rest = rest.slice(cut);
        }
        expect(ids(merged)).toEqual(ids([...items].sort(compareItems(sort))));
      }),
    );
  });

  it('merges a page as if all were sorted anew behind what is there, and changes neither', () => {
    fc.assert(
      fc.property(anySort, fc.array(anyItem), fc.array(anyItem), (sort, some, page) => {
        const compare = compareItems(sort);
        const rows = [...some].sort(compare);
        const given = [[...rows], [...page]];
        const merged = mergeSorted(rows, page, compare);
        // Sorting is stable: of equals, those that were there come first, the same objects as ever.
        expect(merged).toEqual([...rows, ...page].sort(compare));
        expect(merged.every((item, place) => item === [...rows, ...page].sort(compare)[place])).toBe(true);
        expect([rows, page]).toEqual(given);
      }),
    );
  });

  it('compares little: nothing but the new ones where a page comes last', () => {
    const compare = compareItems({ by: 'name', direction: 'ascending' });
    const files = Array.from({ length: 1000 }, (_, index) => buildFile({ name: `${index}.txt` }));
    let count = 0;
    const counted: typeof compare = (a, b) => {
      count += 1;
      return compare(a, b);
    };
    mergeSorted(files.slice(0, 900), files.slice(900), counted);
    expect(count).toBeLessThanOrEqual(200);
    count = 0;
    mergeSorted(files.slice(100), files.slice(0, 100), counted);
    expect(count).toBeLessThanOrEqual(100 * 12);
  });

  it('turns round by the same column and starts with the natural one by another', () => {
    const byName = nextSort({ by: 'size', direction: 'ascending' }, 'name');
    expect(byName).toEqual({ by: 'name', direction: 'ascending' });
    expect(nextSort(byName, 'name')).toEqual({ by: 'name', direction: 'descending' });
    expect(nextSort(byName, 'size')).toEqual({ by: 'size', direction: 'descending' });
  });
});

describe('the contents of a folder', () => {
  it('hold each id once, the newest of it, in order, however pages overlap', () => {
    fc.assert(
      fc.property(anySort, fc.array(fc.array(anyItem, { maxLength: 8 }), { maxLength: 5 }), (sort, pages) => {
        const newest = new Map(pages.flat().map((item) => [item.id, item]));
        let contents: readonly DriveItem[] = [];
        for (const page of pages) contents = addItems(contents, page, sort);
        expect(contents).toEqual(sortItems([...newest.values()], sort));
      }),
    );
  });

  it('lose what is removed and nothing else', () => {
    fc.assert(
      fc.property(anyItems, fc.array(fc.nat(24)), (items, places) => {
        const gone = places.flatMap((place) => items[place]?.id ?? []);
        expect(removeItems(items, gone)).toEqual(items.filter((item) => !gone.includes(item.id)));
      }),
    );
  });

  it('are filtered by part of the name, ignoring case, spaces around and the form of accents', () => {
    const items = [buildFile({ name: 'Café.txt' }), buildFile({ name: 'Report.docx' })];
    expect(filterItems(items, ' CAFE\u0301 ')).toEqual([items[0]]);
    expect(filterItems(items, '  ')).toBe(items);
    expect(filterItems(items, '.*')).toEqual([]);
  });
});

describe('a selection', () => {
  const rows = Array.from({ length: 8 }, (_, index) => ({ id: String(index) }));
  const anyId = fc.constantFrom(...rows.map((row) => row.id), 'gone');
  const step = fc.oneof(
    anyId.map((id) => () => selectOnly(id)),
    anyId.map((id) => (selection: Selection) => toggleSelected(selection, id)),
    fc.tuple(anyId, fc.boolean()).map(
      ([id, keep]) =>
        (selection: Selection) =>
          selectRange(selection, rows, id, keep),
    ),
    fc.constant((selection: Selection) => selectAll(selection)),
  );
  const anySelection = fc
    .array(step, { maxLength: 6 })
    .map((steps) => steps.reduce<Selection>((selection, change) => change(selection), EMPTY_SELECTION))
    .map((selection) => pruneSelection(selection, rows));
  const selected = (selection: Selection) => selectedItems(selection, rows).map((row) => row.id);

  it('counts what it holds', () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        expect(selectedCount(selection, rows.length)).toBe(selected(selection).length);
      }),
    );
  });

  it('toggled twice is what it was', () => {
    fc.assert(
      fc.property(anySelection, anyId, (selection, id) => {
        const once = toggleSelected(selection, id);
        expect(isSelected(once, id)).toBe(!isSelected(selection, id));
        expect(selected(toggleSelected(once, id))).toEqual(selected(selection));
      }),
    );
  });

  it('by a range holds the row aimed at, reaches without a gap, and with Ctrl loses nothing', () => {
    fc.assert(
      fc.property(anySelection, fc.constantFrom(...rows), (selection, { id }) => {
        const range = selected(selectRange(selection, rows, id)).map(Number);
        expect(range).toContain(Number(id));
        expect(range.at(-1)).toBe((range[0] ?? 0) + range.length - 1);
        const kept = selected(selectRange(selection, rows, id, true));
        expect(kept).toEqual(expect.arrayContaining([...selected(selection), id]));
      }),
    );
  });

  it('of all is the rows themselves, however many there are', () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({ id: String(n) }));
    expect(selectedItems(selectAll(EMPTY_SELECTION), many)).toBe(many);
    expect(selectedItems(EMPTY_SELECTION, many)).toEqual([]);
  });

  it('of all holds every row; a range with a row that is gone changes nothing', () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        expect(selected(selectAll(selection))).toEqual(rows.map((row) => row.id));
        expect(selectRange(selection, rows, 'gone')).toBe(selection);
      }),
    );
  });

  it('speaks of no row that is gone, and keeps those that stay', () => {
    fc.assert(
      fc.property(anySelection, fc.subarray(rows), (selection, left) => {
        const pruned = pruneSelection(selection, left);
        expect(selectedItems(pruned, left)).toEqual(selectedItems(selection, left));
        expect(selectedCount(pruned, left.length)).toBe(selectedItems(selection, left).length);
      }),
    );
  });

  it('pinned holds the same rows, and none of those that come later', () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        const pinned = pinSelection(selection, rows);
        expect(selected(pinned)).toEqual(selected(selection));
        expect(isSelected(pinned, 'later')).toBe(false);
      }),
    );
  });
});

describe('references', () => {
  it('are one item though the service changes case and zeros of a personal drive', () => {
    const key = itemKey({ driveId: '0f097864e0cfea42', id: 'A!1' });
    expect(itemKey({ driveId: 'F097864E0CFEA42', id: 'A!1' })).toBe(key);
    expect(itemKey({ driveId: 'F097864E0CFEA42', id: 'a!1' })).not.toBe(key);
    expect(itemKey({ driveId: 'b!A', id: '1' })).not.toBe(itemKey({ driveId: 'b!a', id: '1' }));
  });
});

describe('the cache of listings', () => {
  it('forgets the folder not seen for longest', () => {
    const cache = createListingCache();
    const folder = (n: number) => ({ driveId: 'd', id: String(n), name: '' });
    for (let n = 0; n < 40; n += 1) cache.set(folder(n), []);
    expect(cache.get(folder(0))).toBeUndefined();
    expect(cache.get(folder(39))).toEqual([]);
    cache.clear();
    expect(cache.get(folder(39))).toBeUndefined();
  });
});
