import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DriveItem } from '../../../../src/drive';
import { planChanges } from '../../../../src/drive/live/plan-changes';
import type { DriveChange } from '../../../../src/graph';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { A, B, DOCUMENTS, inside, openFolderBrowser } from '../../../support/folder-browser-bench';

const told = (...items: readonly DriveItem[]): DriveChange[] =>
  items.map((item) => ({ item, isDeleted: false }));
const gone = (id: string): DriveChange => ({
  item: buildFile({ id, name: '', parentReference: { driveId: 'drive', id: 'root' } }),
  isDeleted: true,
});
const byOthers = () => false;

describe('what others have changed', () => {
  it('is counted where a person would see it, and nothing is done where nothing differs', async () => {
    const { get } = await openFolderBrowser(A, B, DOCUMENTS);
    const plan = planChanges(
      get(),
      [
        ...told(A, { ...B, name: 'new name.txt', eTag: '"2"' }, buildFile({ id: 'new', name: 'new.txt' })),
        // A file below it has changed.
        ...told({ ...DOCUMENTS, eTag: '"9"', size: 7 }),
        gone('never seen'),
      ],
      byOthers,
    );
    expect(plan.count).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(plan.apply.changed.map(({ id }) => id)).toEqual(['b', 'new', 'documents']);
  });

  it('keeps who has a file checked out where it is not told', async () => {
    const publication = { level: 'published', checkedOutBy: 'Megan Bowen' };
    const { get } = await openFolderBrowser({ ...A, publication }, { ...B, publication });
    const { apply } = planChanges(
      get(),
      told({ ...A, eTag: '"2"' }, { ...B, eTag: '"2"', publication: { level: 'published' } }),
      byOthers,
    );
    expect(apply.changed.map((item) => item.publication)).toEqual([publication, { level: 'published' }]);
  });

  it('keeps the picture of a file whose content is the same', async () => {
    const thumbnails = {};
    const { get } = await openFolderBrowser(
      { ...A, cTag: 'c1', thumbnails },
      { ...B, cTag: 'c1', thumbnails },
    );
    const { apply } = planChanges(
      get(),
      told({ ...A, name: 'x.txt', cTag: 'c1' }, { ...B, name: 'y.txt', cTag: 'c2' }),
      byOthers,
    );
    expect(apply.changed.map((item) => item.thumbnails)).toEqual([thumbnails, undefined]);
  });

  it('is no new name where the old one comes in percent signs', async () => {
    const { get } = await openFolderBrowser(buildFile({ id: 'a', name: 'a b%.txt' }));
    const { apply, count } = planChanges(
      get(),
      told(buildFile({ id: 'a', name: 'a%20b%25.txt', eTag: '"2"' })),
      byOthers,
    );
    expect(apply.changed[0]?.name).toBe('a b%.txt');
    expect(count.changed).toBe(1);
  });

  it('renames the folders on the way, and tells that the open one is gone', async () => {
    const { browser, get } = await openFolderBrowser(DOCUMENTS);
    browser.open(DOCUMENTS);
    const renamed = planChanges(get(), told({ ...DOCUMENTS, name: 'Papers' }), byOthers);
    expect(renamed.apply.path?.map(({ name }) => name)).toEqual(['', 'Papers']);
    expect(renamed.isFolderGone).toBe(false);
    const without = planChanges(get(), [gone('documents')], byOthers);
    expect([without.apply.path, without.isFolderGone]).toEqual([undefined, true]);
  });

  it('is doubted where this control has just done otherwise, and only there', async () => {
    const { get } = await openFolderBrowser(A, B);
    const moved = { ...B, parentReference: { driveId: 'drive', id: 'documents' } };
    const written = () => true;
    const idsOf = (changes: readonly DriveChange[]) =>
      planChanges(get(), changes, written).doubtful.map(({ item }) => item.id);
    expect(idsOf(told({ ...A, name: 'before.txt' }))).toEqual(['a']);
    expect(idsOf(told(buildFile({ id: 'deleted here', name: 'x' })))).toEqual(['deleted here']);
    expect(idsOf(told(moved))).toEqual(['b']);
    expect(idsOf([gone('a')])).toEqual(['a']);
    expect(idsOf([...told({ ...A, eTag: '"2"' }), gone('deleted here')])).toEqual([]);
  });
});

interface Deed {
  readonly id: number;
  readonly act: 'write' | 'rename' | 'leave' | 'come' | 'delete';
}

const deeds = fc.array(
  fc.record<Deed>({
    id: fc.nat(11),
    act: fc.constantFrom<Deed['act']>('write', 'rename', 'leave', 'come', 'delete'),
  }),
  { maxLength: 40 },
);

/** A drive of two folders, and what delta tells of it: the last of each item, in the order of the changes. */
function createDrive(first: readonly number[]) {
  const items = new Map<string, DriveItem>();
  const changed = new Map<string, DriveChange>();
  let time = 0;
  const put = (item: DriveItem) => {
    items.set(item.id, item);
    changed.delete(item.id);
    changed.set(item.id, { item, isDeleted: false });
  };
  const make = (number: number, parent: string, name: string) => {
    time += 1;
    const build = number % 3 === 0 ? buildFolder : buildFile;
    return build({ id: `${number}`, name, eTag: `"${time}"`, size: time, ...inside(parent) });
  };
  for (const number of first) put(make(number, 'root', `${number}.txt`));
  changed.clear();
  return {
    listed: () => [...items.values()].filter(({ parentReference }) => parentReference.id === 'root'),
    delta: () => {
      const told = [...changed.values()];
      changed.clear();
      return told;
    },
    play: ({ id: number, act }: Deed) => {
      const before = items.get(`${number}`);
      const parent = before?.parentReference.id ?? 'root';
      const name = before?.name ?? `${number}.txt`;
      if (act === 'write') put(make(number, parent, name));
      else if (act === 'rename') put(make(number, parent, `${(number * 7 + time) % 13} ${number}.txt`));
      else if (act !== 'delete') put(make(number, act === 'leave' ? 'documents' : 'root', name));
      else if (items.delete(`${number}`)) {
        changed.delete(`${number}`);
        changed.set(`${number}`, gone(`${number}`));
      }
    },
  };
}

describe('any changes of others, told in any parts', () => {
  it('end in what the drive holds, and never take the user’s place or choice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(11), { maxLength: 12 }),
        fc.array(deeds, { maxLength: 5 }),
        fc.array(fc.nat(11)),
        async (first, rounds, chosen) => {
          const drive = createDrive(first);
          const { browser, get } = await openFolderBrowser(...drive.listed());
          const selected = new Set(
            chosen.map(String).filter((id) => get().rows.some((row) => row.id === id)),
          );
          browser.setSelection(() => ({ all: false, exceptions: selected }));
          browser.setActive([...selected][0]);
          const active = get().activeId;
          for (const round of rounds) {
            const pages: DriveChange[] = [];
            round.forEach((deed, index) => {
              drive.play(deed);
              // Told in the middle of a round, and once more when it has changed again.
              if (index % 3 === 0) pages.push(...drive.delta());
            });
            pages.push(...drive.delta());
            browser.apply(planChanges(get(), pages, byOthers).apply);
            for (const id of selected)
              if (!drive.listed().some((item) => item.id === id)) selected.delete(id);
            expect([...get().selection.exceptions].sort()).toEqual([...selected].sort());
          }
          const flat = (items: readonly DriveItem[]) =>
            items.map(({ id, name, eTag }) => `${id} ${name} ${eTag}`).sort();
          expect(flat(get().rows)).toEqual(flat(drive.listed()));
          expect(get().activeId).toBe(active);
        },
      ),
      { numRuns: 300 },
    );
  });
});
