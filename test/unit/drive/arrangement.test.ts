import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  COLUMN_IDS,
  COLUMN_WIDTH,
  createFolderBrowser,
  DEFAULT_ARRANGEMENT,
  GROUPINGS,
  LAYOUTS,
  moveColumn,
  resizeColumn,
  resizeTiles,
  SORT_COLUMNS,
  TILE_SIZE,
  toggleColumn,
  type Arrangement,
} from '../../../src/drive';
import { createArrangementMemory } from '../../../src/drive/arrangement-memory';
import { parseArrangement } from '../../../src/drive/parse-arrangement';
import { buildFolder } from '../../support/drive-items';
import { createFakeDriveRequests } from '../../support/fake-drive-requests';
import { createManualEnvironment } from '../../support/manual-environment';
import { createMemoryStorage } from '../../support/memory-storage';

const anyColumnId = fc.constantFrom(...COLUMN_IDS);
const anyArrangement: fc.Arbitrary<Arrangement> = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  tileSize: fc.integer({ min: TILE_SIZE.least, max: TILE_SIZE.most }),
  sort: fc.record({
    by: fc.constantFrom(...SORT_COLUMNS),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
  grouping: fc.constantFrom(...GROUPINGS),
  columns: fc.uniqueArray(
    fc.record(
      {
        id: anyColumnId,
        width: fc.integer({ min: COLUMN_WIDTH.least, max: COLUMN_WIDTH.most }),
      },
      { requiredKeys: ['id'] },
    ),
    { selector: ({ id }) => id },
  ),
});
const idsOf = ({ columns }: Arrangement) => columns.map(({ id }) => id);

describe('columns', () => {
  it('are shown behind the others, and no more, by the same act', () => {
    const more = toggleColumn(DEFAULT_ARRANGEMENT, 'type');
    expect(idsOf(more)).toEqual(['modified', 'modifiedBy', 'size', 'type']);
    expect(idsOf(toggleColumn(more, 'modified'))).toEqual(['modifiedBy', 'size', 'type']);
  });

  it('move by places, and never out of the row; none is lost', () => {
    expect(idsOf(moveColumn(DEFAULT_ARRANGEMENT, 'size', -1))).toEqual(['modified', 'size', 'modifiedBy']);
    expect(idsOf(moveColumn(DEFAULT_ARRANGEMENT, 'modified', 9))).toEqual(['modifiedBy', 'size', 'modified']);
    expect(moveColumn(DEFAULT_ARRANGEMENT, 'type', 1)).toEqual(DEFAULT_ARRANGEMENT);
    fc.assert(
      fc.property(anyArrangement, anyColumnId, fc.integer({ min: -9, max: 9 }), (arrangement, id, places) => {
        const moved = moveColumn(arrangement, id, places);
        expect(idsOf(moved).sort()).toEqual(idsOf(arrangement).sort());
      }),
    );
  });

  it('and tiles keep a size that can be used', () => {
    expect(resizeColumn(DEFAULT_ARRANGEMENT, 'size', 5).columns[2]).toEqual({
      id: 'size',
      width: COLUMN_WIDTH.least,
    });
    expect(resizeColumn(DEFAULT_ARRANGEMENT, 'size', 150.4).columns[2]?.width).toBe(150);
    expect(resizeTiles(DEFAULT_ARRANGEMENT, 5000).tileSize).toBe(TILE_SIZE.most);
  });
});

describe('an arrangement', () => {
  it('is read back as it was kept', () => {
    fc.assert(
      fc.property(anyArrangement, (arrangement) => {
        expect(parseArrangement(JSON.parse(JSON.stringify(arrangement)))).toEqual(arrangement);
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['another version’s', { ...DEFAULT_ARRANGEMENT, layout: 'carousel' }],
    ['a column twice', { ...DEFAULT_ARRANGEMENT, columns: [{ id: 'size' }, { id: 'size' }] }],
    ['a width in words', { ...DEFAULT_ARRANGEMENT, columns: [{ id: 'size', width: 'broad' }] }],
    ['tiles without a size', { ...DEFAULT_ARRANGEMENT, tileSize: null }],
    [
      'an order by what is no column',
      { ...DEFAULT_ARRANGEMENT, sort: { by: '__proto__', direction: 'ascending' } },
    ],
  ])('is not taken from what can’t be used: %s', (_, kept) => {
    expect(() => parseArrangement(kept)).toThrow();
  });
});

describe('the memory of arrangements', () => {
  const folder = { driveId: 'b!drive', id: '01SECRETNAME', name: 'Secret' };
  const other = { driveId: 'b!drive', id: '02', name: 'Other' };
  const tiles: Arrangement = { ...DEFAULT_ARRANGEMENT, layout: 'tiles' };

  const numbered = (count: number) => ({ driveId: 'd', id: String(count), name: String(count) });

  it('outlives the page, for one folder and its drive alone', () => {
    const storage = createMemoryStorage();
    createArrangementMemory(() => storage).set(folder, tiles);
    const later = createArrangementMemory(() => storage);
    expect(later.get(folder)).toEqual(tiles);
    expect(later.get(other)).toEqual(DEFAULT_ARRANGEMENT);
    expect(later.get({ ...folder, driveId: 'b!other' })).toEqual(DEFAULT_ARRANGEMENT);
  });

  it('gives all folders one look where that is wished, those with their own included', () => {
    const storage = createMemoryStorage();
    const memory = createArrangementMemory(() => storage);
    memory.set(other, { ...DEFAULT_ARRANGEMENT, grouping: 'type' });
    memory.setForAll(tiles);
    expect([memory.get(folder), memory.get(other)]).toEqual([tiles, tiles]);
  });

  it('names no folder in the storage, and does not grow for ever', () => {
    const storage = createMemoryStorage();
    const memory = createArrangementMemory(() => storage);
    memory.set(folder, tiles);
    const text = () =>
      JSON.stringify([...Array(storage.length).keys()].map((at) => storage.getItem(storage.key(at) ?? '')));
    expect(text()).not.toContain(folder.id);
    expect(text()).not.toContain(folder.driveId);
    for (let count = 0; count < 400; count += 1) memory.set(numbered(count), tiles);
    expect(text().length).toBeLessThan(80_000);
    expect(memory.get(numbered(399))).toEqual(tiles);
    expect(memory.get(folder)).toEqual(DEFAULT_ARRANGEMENT);
  });

  const full = createMemoryStorage();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  it.each([
    ['blocked', undefined],
    ['full', full],
  ])('holds within the page where the storage is %s', (_, storage) => {
    const memory = createArrangementMemory(() => storage);
    memory.set(folder, tiles);
    expect(memory.get(folder)).toEqual(tiles);
  });

  it('begins anew behind what is not its own', () => {
    const storage = createMemoryStorage();
    storage.setItem('onedrive-control.arrangements', '{"folders":');
    const memory = createArrangementMemory(() => storage);
    expect(memory.get(folder)).toEqual(DEFAULT_ARRANGEMENT);
    memory.set(folder, tiles);
    expect(memory.get(folder)).toEqual(tiles);
  });
});

it('a second list of the page begins with what is remembered, without waiting for anything', async () => {
  const root = buildFolder({ id: 'root', name: 'root', root: {}, parentReference: { driveId: 'drive' } });
  const storage = createMemoryStorage();
  const environment = { ...createManualEnvironment(), originStorage: () => storage };
  const requests = createFakeDriveRequests(root, []);
  const commands = { createFolder: () => Promise.reject(new Error('Not asked.')) };
  const first = createFolderBrowser({ requests, commands, environment });
  await first.openPath([]);
  first.arrange({ layout: 'tiles' });
  await vi.waitFor(() => expect(storage.length).toBe(1));
  const second = createFolderBrowser({ requests, commands, environment });
  void second.openPath({ way: first.state.get().path });
  expect(second.state.get().arrangement.layout).toBe('tiles');
});
