import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNameProblem, nameKey } from '../../../../src/drive';
import { findTaken, firstNames, freeName, lostExtension } from '../../../../src/ui/save/names';
import { buildFile } from '../../../support/drive-items';

/** Names as pages make them up, and the ones that are hard. */
const anyName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.constantFrom(
    'CON',
    'a:b.pdf',
    ' .pdf',
    'Scan.pdf',
    'scan.PDF',
    '~$x.docx',
    'x.',
    '...',
    'a/b',
    'Cafe\u0301.txt',
  ),
);

describe('what files are called at first', () => {
  it('is what OneDrive allows, each name once', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (given) => {
        const names = firstNames(given.map((name) => ({ name })));
        expect(names).toHaveLength(given.length);
        expect(new Set(names.map(nameKey)).size).toBe(given.length);
        // A number at the end can make a name of 255 characters too long: the service says so, and it can be edited.
        for (const name of names) if (name.length <= 255) expect(findNameProblem(name)).toBeUndefined();
      }),
    );
  });

  it('is their own name wherever that will do', () => {
    expect(firstNames([{ name: 'Scan.pdf' }, { name: 'Plan.docx' }])).toEqual(['Scan.pdf', 'Plan.docx']);
    expect(firstNames([{ name: 'Scan.pdf' }, { name: 'scan.PDF' }])).toEqual(['Scan.pdf', 'scan 1.PDF']);
    expect(firstNames([{ name: 'Scan 10:30.pdf' }])).toEqual(['Scan 10-30.pdf']);
    expect(firstNames([{ name: 'blob' }], 'Report.pdf')).toEqual(['Report.pdf']);
  });
});

describe('names of the open folder', () => {
  const items = ['Scan.pdf', 'Scan 1.pdf', 'Plan'].map((name) => buildFile({ name }));

  it('are compared as OneDrive does', () => {
    expect(findTaken(items, 'scan.PDF')?.name).toBe('Scan.pdf');
    expect(findTaken(items, 'Scan')).toBeUndefined();
  });

  it('leave the first number free', () => {
    expect(freeName(items, 'Scan.pdf')).toBe('Scan 2.pdf');
    expect(freeName(items, 'plan')).toBe('plan 1');
    expect(freeName(items, 'New.pdf')).toBe('New.pdf');
  });

  it('never give a name that is taken', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 20 }), anyName, (taken, name) => {
        const listed = taken.map((one) => buildFile({ name: one }));
        expect(findTaken(listed, freeName(listed, name))).toBeUndefined();
      }),
    );
  });
});

describe('an extension', () => {
  it.each([
    ['Scan.pdf', 'Other.PDF', undefined],
    ['Scan.pdf', 'Other', '.pdf'],
    ['Scan.pdf', 'Other.txt', '.pdf'],
    ['README', 'Other.txt', undefined],
    ['.profile', 'Other', undefined],
  ])('%s as %s has lost %s', (original, name, lost) => {
    expect(lostExtension(original, name)).toBe(lost);
  });
});
