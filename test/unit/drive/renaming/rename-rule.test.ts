import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_CASES, type RenameRule } from '../../../../src/drive';
import { applyRenameRule } from '../../../../src/drive/renaming/rename-rule';
import { buildFile, buildFolder } from '../../../support/drive-items';

const replace = { kind: 'replace', find: 'a', by: 'b', matchesCase: false, withExtension: false } as const;
const add = { kind: 'add', before: '', after: '', withExtension: false } as const;
const names = (rule: RenameRule, ...before: string[]) =>
  before.map((name, position) => applyRenameRule(rule, buildFile({ name }), position));

describe('a rule for names', () => {
  it.each<[string, RenameRule, string, string]>([
    ['finds wherever it stands', replace, 'banana.jar', 'bbnbnb.jar'],
    ['the extension too, where it is wished', { ...replace, withExtension: true }, 'a.jar', 'b.jbr'],
    ['in either case', { ...replace, find: 'IMG' }, 'img_Img.jpg', 'b_b.jpg'],
    ['in one case alone', { ...replace, find: 'IMG', matchesCase: true }, 'img_IMG.jpg', 'img_b.jpg'],
    ['takes signs literally', { ...replace, find: '.(*)', by: '$&' }, 'x.(*).txt', 'x$&.txt'],
    ['finds nothing in nothing', { ...replace, find: '' }, 'a.txt', 'a.txt'],
    [
      'an accent is one letter, however it is stored',
      { ...replace, find: 'é' },
      'cafe\u0301.txt',
      'cafb.txt',
    ],
    [
      'what is not found stays letter by letter',
      { ...replace, find: 'z' },
      'cafe\u0301.txt',
      'cafe\u0301.txt',
    ],
    ['adds on both sides', { ...add, before: '<', after: '>' }, 'a.tar.gz', '<a.tar>.gz'],
    ['adds behind the extension', { ...add, after: '.bak', withExtension: true }, 'a.txt', 'a.txt.bak'],
    ['counts', { kind: 'number', base: 'Trip ', start: 7, digits: 3 }, 'x.jpg', 'Trip 007.jpg'],
    ['counts past its digits', { kind: 'number', base: '', start: 1000, digits: 2 }, 'x.jpg', '1000.jpg'],
    ['lower', { kind: 'case', to: 'lower', withExtension: false }, 'ÄBC Def.TXT', 'äbc def.TXT'],
    ['upper', { kind: 'case', to: 'upper', withExtension: true }, 'straße.txt', 'STRASSE.TXT'],
    [
      'words',
      { kind: 'case', to: 'words', withExtension: false },
      "alex's BIG_plan.md",
      "Alex's Big_Plan.md",
    ],
    [
      'sentence',
      { kind: 'case', to: 'sentence', withExtension: false },
      '2026 THE Plan.md',
      '2026 The plan.md',
    ],
  ])('%s', (_what, rule, before, after) => {
    expect(names(rule, before)).toEqual([after]);
  });

  it('counts items in their order', () => {
    expect(names({ kind: 'number', base: 'P', start: 9, digits: 2 }, 'z.a', 'y.b', 'x')).toEqual([
      'P09.a',
      'P10.b',
      'P11',
    ]);
  });

  it('knows no extension of a folder, and none of a name that begins with its only dot', () => {
    expect(applyRenameRule(replace, buildFolder({ name: 'v1.aa' }), 0)).toBe('v1.bb');
    expect(names({ ...add, after: '!' }, '.gitignore')).toEqual(['.gitignore!']);
  });

  const text = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.string({
      unit: fc.constantFrom('.', 'a', 'A', '$', '&', '\\', '^', '(', '[', 'é', 'e\u0301', '🎉', ' '),
    }),
  );
  const anyRule: fc.Arbitrary<RenameRule> = fc.oneof(
    fc.record({
      kind: fc.constant('replace' as const),
      find: text,
      by: text,
      matchesCase: fc.boolean(),
      withExtension: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('add' as const),
      before: text,
      after: text,
      withExtension: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('number' as const),
      base: text,
      start: fc.nat(99_999),
      digits: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      kind: fc.constant('case' as const),
      to: fc.constantFrom(...LETTER_CASES),
      withExtension: fc.constant(false),
    }),
  );

  it('keeps what stands after the last dot, whatever is typed', () => {
    fc.assert(
      fc.property(anyRule, text, fc.constantFrom('.txt', '.TAR', '.é'), (rule, base, extension) => {
        expect(names(rule, `x${base}${extension}`)[0]?.endsWith(extension)).toBe(true);
      }),
    );
  });

  it('replaces what is found as splitting and joining does', () => {
    fc.assert(
      fc.property(text, text, text, (name, find, by) => {
        fc.pre(find !== '');
        const composed = name.normalize('NFC');
        const expected = composed.split(find.normalize('NFC')).join(by);
        const rule = { ...replace, find, by, matchesCase: true, withExtension: true };
        expect(names(rule, name)).toEqual([expected === composed ? name : expected]);
      }),
    );
  });
});
