import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedContent } from '../../../src/emulator/graph/model/content';
import { createDrive, type Drive } from '../../../src/emulator/graph/model/drive';
import type { FolderItem, Item } from '../../../src/emulator/graph/model/model';
import { foldName } from '../../../src/emulator/graph/model/names';
import type { Series } from '../../../src/emulator/graph/model/series';
import { createLibrary, personalSite } from '../../../src/emulator/graph/model/site';
import { descendants, sizeOf } from '../../../src/emulator/graph/model/tree';

const ada = { id: 'o', displayName: 'Ada', email: 'ada@contoso.example' };
const plan = {
  owner: { kind: 'user', person: ada },
  library: createLibrary(personalSite(ada.email), 'OneDrive', 'Documents'),
  created: 0,
  by: ada,
} as const;
const collator = new Intl.Collator('en', { sensitivity: 'base' });
const NAMES = ['a', 'B', 'c', 'É', 'e', 'Item 3.txt', 'item 30.txt', 'ß', 'zz', '~', '1'];

const series: Series = {
  length: 40,
  name: (place) => `Item ${String(place).padStart(2, '0')}.txt`,
  size: (place) => place,
  created: () => 0,
  modified: (place) => place,
  make: (place) => new Uint8Array(place),
};

/** Numbers stand for whichever item or folder there is at that place. */
const step = fc.record({
  kind: fc.constantFrom('folder', 'file', 'place', 'remove', 'restore', 'content', 'stamp'),
  item: fc.nat(100),
  into: fc.nat(100),
  name: fc.constantFrom(...NAMES),
  size: fc.nat(50),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function content(size: number) {
  return generatedContent(() => new Uint8Array(size), false);
}

async function act(drive: Drive, { kind, item, into, name, size }: Step): Promise<void> {
  const all = [...drive.items.values()];
  const target = all[item % all.length]!;
  const folders = all.filter((each) => each.kind === 'folder');
  const parent = folders[into % folders.length]!;
  const birth = { name, at: 1, by: ada };
  const free = !parent.children.has(foldName(name));
  switch (kind) {
    case 'folder':
      if (free) drive.addFolder(parent, birth);
      break;
    case 'file':
      if (free) drive.addFile(parent, birth, content(size));
      break;
    case 'place':
      if (free && target !== drive.root && !isWithin(parent, target)) drive.place(target, parent, name);
      break;
    case 'remove':
      if (target !== drive.root) await drive.remove(target);
      break;
    case 'restore': {
      const removed = [...drive.bin.values()].at(item % Math.max(1, drive.bin.size));
      if (removed !== undefined && free) drive.restore(removed, parent, name);
      break;
    }
    case 'content':
      if (target.kind === 'file') await drive.replaceContent(target, content(size));
      break;
    case 'stamp':
      drive.stamp(target);
  }
}

function isWithin(item: Item, folder: Item): boolean {
  for (let at: Item | null = item; at !== null; at = at.parent) if (at === folder) return true;
  return false;
}

function naiveSize(item: Item): number {
  if (item.kind === 'file') return item.content.size;
  if (item.kind === 'remote') return 0;
  return [...item.children.values()].reduce((sum, child) => sum + naiveSize(child), 0);
}

/** Everything the drive keeps up to date, worked out anew from its tree. */
function checkDrive(drive: Drive): void {
  const all = [...descendants(drive.root)];
  expect(new Set(drive.items.values())).toEqual(new Set(all));
  expect(drive.items.size).toBe(all.length);
  for (const item of all) {
    expect(drive.items.get(item.id)).toBe(item);
    expect(sizeOf(item)).toBe(naiveSize(item));
    expect(item.removed).toBe(false);
    if (item.kind === 'folder') checkFolder(item);
  }
  const removed = [...drive.bin.values()].flatMap((item) => [...descendants(item)]);
  for (const item of removed) expect([item.removed, drive.items.has(item.id)]).toEqual([true, false]);
}

function checkFolder(folder: FolderItem): void {
  const { children } = folder;
  const listed = [...children.values()];
  const sorted = listed.toSorted((a, b) => collator.compare(a.name, b.name));
  expect(listed.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name));
  expect(children.size).toBe(listed.length);
  expect([...children.before(null)]).toEqual(listed.toReversed());
  for (const [index, item] of listed.entries()) {
    expect(item.parent).toBe(folder);
    expect(children.get(foldName(item.name))).toBe(item);
    expect([...children.after(item.name)]).toEqual(listed.slice(index + 1));
    expect([...children.before(item.name)]).toEqual(listed.slice(0, index).toReversed());
  }
}

describe.each(['business', 'documentLibrary', 'personal'] as const)('a %s drive', (driveType) => {
  const settings = { numRuns: 40 };
  const steps = fc.array(step, { maxLength: 60, size: 'max' });

  test('is after any changes what its tree says', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const drive = createDrive({ ...plan, driveType });
        drive.addSeries(drive.addFolder(drive.root, { name: 'series', at: 0, by: ada }), series);
        for (const each of all) await act(drive, each);
        checkDrive(drive);
      }),
      settings,
    );
  });

  test('tells who followed its changes from any time on the same as who looks now', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(60), async (all, rest) => {
        const drive = createDrive({ ...plan, driveType });
        drive.addSeries(drive.addFolder(drive.root, { name: 'series', at: 0, by: ada }), series);
        for (const each of all.slice(0, rest)) await act(drive, each);
        const known = new Set([...drive.items.values()].map(({ id }) => id));
        const then = drive.sequence();
        for (const each of all.slice(rest)) await act(drive, each);
        let last = then;
        for (const item of drive.changedSince(then)) {
          expect(item.changed).toBeGreaterThan(last);
          last = item.changed;
          if (item.removed) known.delete(item.id);
          else known.add(item.id);
        }
        expect(known).toEqual(new Set([...drive.items.values()].map(({ id }) => id)));
        const first = [...drive.changedSince(0)].filter((item) => !item.removed);
        expect(new Set(first)).toEqual(new Set(drive.items.values()));
      }),
      settings,
    );
  });
});
