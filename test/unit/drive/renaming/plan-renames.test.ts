import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, planRenames, type DriveItem, type RenameRule } from '../../../../src/drive';
import { orderRenames } from '../../../../src/drive/operations/order-renames';
import { buildFile, buildFolder } from '../../../support/drive-items';

const swap: RenameRule = { kind: 'number', base: '', start: 1, digits: 1 };
const to = (find: string, by: string): RenameRule => ({
  kind: 'replace',
  find,
  by,
  matchesCase: true,
  withExtension: true,
});
const file = (name: string, folder = 'root') =>
  buildFile({ id: `${folder}/${name}`, name, parentReference: { driveId: 'drive', id: folder } });
const verdicts = (items: readonly DriveItem[], rule: RenameRule, listed: readonly DriveItem[] = []) =>
  planRenames(items, rule, listed).map(({ verdict }) => verdict);

describe('the plan', () => {
  it('leaves out what OneDrive refuses in that kind of drive', () => {
    const at = (driveType: string) =>
      buildFolder({ name: 'forms-', parentReference: { driveType, id: 'r', path: '/drive/root:' } });
    expect(verdicts([at('personal')], to('-', ''))).toEqual([{ kind: 'renamed' }]);
    const problem = { kind: 'reserved' };
    expect(verdicts([at('documentLibrary')], to('-', ''))).toEqual([{ kind: 'refused', problem }]);
    expect(verdicts([file('a')], to('a', 'b?'))).toEqual([
      { kind: 'refused', problem: { kind: 'characters', characters: ['?'] } },
    ]);
  });

  it('leaves out what would get the name of an item that stays, and names that one', () => {
    expect(verdicts([file('a1')], to('1', '2'), [file('a1'), file('A2')])).toEqual([
      { kind: 'taken', by: 'A2' },
    ]);
    expect(verdicts([file('a1'), file('a2')], to('1', '2'))).toEqual([
      { kind: 'taken', by: 'a2' },
      { kind: 'same' },
    ]);
  });

  it('leaves out all that would be called the same', () => {
    expect(verdicts([file('a-'), file('A--'), file('b-')], to('-', ''))).toEqual([
      { kind: 'twice' },
      { kind: 'twice' },
      { kind: 'renamed' },
    ]);
  });

  it('leaves out whoever waits for a name that is not left', () => {
    const items = [file('a'), file('aa'), file('aaa')];
    // aaa would be aaaaaa, which is taken: it stays, and keeps its name from nobody but whoever wants that.
    expect(verdicts([file('x1'), file('x12')], to('1', '12'), [file('x122')])).toEqual([
      { kind: 'taken', by: 'x12' },
      { kind: 'taken', by: 'x122' },
    ]);
    expect(verdicts(items, to('a', 'aa'))).toEqual([
      { kind: 'renamed' },
      { kind: 'renamed' },
      { kind: 'renamed' },
    ]);
  });

  it('lets names go round, and another case of the own name', () => {
    expect(verdicts([file('2'), file('1')], swap)).toEqual([{ kind: 'renamed' }, { kind: 'renamed' }]);
    expect(verdicts([file('a')], { kind: 'case', to: 'upper', withExtension: true }, [file('a')])).toEqual([
      { kind: 'renamed' },
    ]);
  });

  it('compares within one folder alone', () => {
    expect(verdicts([file('1', 'x'), file('1', 'y')], to('1', '2'), [file('2', 'z')])).toEqual([
      { kind: 'renamed' },
      { kind: 'renamed' },
    ]);
  });
});

/** The service: a folder in which every name is there once. */
function rename(folder: Map<string, string>, id: string, name: string): void {
  const holder = [...folder].find(([other, taken]) => other !== id && nameKey(taken) === nameKey(name));
  if (holder) throw new Error(`${name} is taken by ${holder[0]}.`);
  folder.set(id, name);
}

const NAMES = ['1', '2', '3', '4', 'a', 'A', 'aa', 'aA', 'b', 'ab', '1~', 'a~', '02'];
const anyRule: fc.Arbitrary<RenameRule> = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    find: fc.constantFrom('a', '1', 'b', ''),
    by: fc.constantFrom('', 'b', 'aa', '2', '?'),
    matchesCase: fc.boolean(),
    withExtension: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    base: fc.constantFrom('', 'a'),
    start: fc.nat(4),
    digits: fc.constantFrom(1, 2),
  }),
  fc.record({
    kind: fc.constant('case' as const),
    to: fc.constantFrom('lower' as const, 'upper' as const),
    withExtension: fc.boolean(),
  }),
);

describe('any plan', () => {
  it('can be carried out to the end, one name after the other', () => {
    const unique = fc.uniqueArray(fc.constantFrom(...NAMES), { selector: nameKey, minLength: 1 });
    fc.assert(
      fc.property(unique, fc.nat(12), anyRule, (all, count, rule) => {
        const listed = all.map((name) => file(name));
        const plan = planRenames(listed.slice(0, count), rule, listed);
        const folder = new Map(listed.map(({ id, name }) => [id, name]));
        const renamed = plan.filter(({ verdict }) => verdict.kind === 'renamed');
        const ordered = orderRenames(renamed);
        for (const { item, name, via } of ordered) {
          // The service finds a free one where this is taken.
          if (via === undefined) rename(folder, item.id, name);
          else folder.set(item.id, `${via} of ${item.id}`);
        }
        for (const { item, name, via } of ordered) if (via !== undefined) rename(folder, item.id, name);
        const expected = listed.map((item) => renamed.find((one) => one.item === item)?.name ?? item.name);
        expect([...folder.values()]).toEqual(expected);
        // And back again, which has no other names than those.
        const back = orderRenames(
          renamed.map(({ item, name }) => ({ item: { ...item, name }, name: item.name })),
        );
        expect(back.map(({ name }) => name).toSorted()).toEqual(
          renamed.map(({ item }) => item.name).toSorted(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out nothing without a reason', () => {
    const unique = fc.uniqueArray(fc.constantFrom(...NAMES), { selector: nameKey, minLength: 1 });
    fc.assert(
      fc.property(unique, anyRule, (all, rule) => {
        const items = all.map((name) => file(name));
        const plan = planRenames(items, rule, items);
        for (const { name, verdict } of plan) {
          if (verdict.kind !== 'taken') continue;
          const holder = plan.find(({ item }) => nameKey(item.name) === nameKey(name));
          expect(holder?.verdict.kind).not.toBe('renamed');
        }
      }),
    );
  });
});
