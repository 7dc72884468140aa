import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNameProblem, nameKey, repairName } from '../../../src/graph';

/** Names made of what goes wrong: reserved words, odd endings, surrogates, forbidden letters, great length. */
const piece = fc.oneof(
  fc.constantFrom(
    '.',
    ' ',
    '~',
    '~$',
    'forms',
    '_vti_',
    '_VTI_',
    'con',
    'COM1',
    '.lock',
    'desktop.ini',
    '/',
    '\\',
    ':',
    '-1',
  ),
  fc.constantFrom(
    '🎉',
    '\ud800',
    '\udc00',
    'é',
    'e\u0301',
    '\u00a0',
    '\u3000',
    '\u202e',
    '\ufeff',
    '\u0000',
    'x'.repeat(250),
  ),
  fc.string({ unit: 'binary' }),
);
const anyName = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const anyPlace = fc.record({
  driveType: fc.constantFrom('business', 'personal', 'documentLibrary', undefined),
  isFolder: fc.boolean(),
  isAtRoot: fc.boolean(),
});

describe('a name', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a/b', 'characters'],
    ['a\u0001b', 'characters'],
    ['half\ud83c', 'characters'],
    [' a', 'leading-or-trailing-space'],
    ['a ', 'leading-or-trailing-space'],
    ['a.', 'trailing-dot'],
    ['..', 'trailing-dot'],
    ['CON', 'reserved'],
    ['lpt9', 'reserved'],
    ['.lock', 'reserved'],
    ['Desktop.ini', 'reserved'],
    ['~$doc.docx', 'reserved'],
    ['a_vti_b', 'reserved'],
    ['a_VTI_b', 'reserved'],
    ['x'.repeat(256), 'too-long'],
  ])('%j is refused: %s', (name, kind) => {
    expect(findNameProblem(name)?.kind).toBe(kind);
  });

  it.each([
    'a.txt',
    '.gitignore',
    '100% #1 & (2)+.txt',
    'CON.txt',
    'com',
    '🎉',
    '~a',
    'x'.repeat(255),
    '報告',
  ])('%j is fine and stays what it is', (name) => {
    expect(findNameProblem(name)).toBeUndefined();
    expect(repairName(name)).toBe(name);
  });

  it.each([
    ['~folder', { driveType: 'business', isFolder: true }, 'folder'],
    ['~ ~$x', { driveType: 'documentLibrary', isFolder: true }, 'x'],
    ['Forms', { driveType: 'business', isAtRoot: true }, 'Forms-1'],
  ] as const)('%j is kept by work drives for themselves, %j, and not by others', (name, place, repaired) => {
    expect(findNameProblem(name, place)?.kind).toBe('reserved');
    expect(repairName(name, place)).toBe(repaired);
    for (const elsewhere of [
      {},
      { ...place, driveType: 'personal' },
      { driveType: place.driveType },
    ] as const)
      expect(findNameProblem(name, elsewhere)).toBeUndefined();
  });

  it('names each forbidden character once', () => {
    expect(findNameProblem('a?b*c?')).toEqual({ kind: 'characters', characters: ['?', '*'] });
  });
});

describe('a repaired name', () => {
  it('is always one that may be used, and repairing it again changes nothing', () => {
    fc.assert(
      fc.property(anyName, anyPlace, (name, place) => {
        const repaired = repairName(name, place);
        expect(findNameProblem(repaired, place)).toBeUndefined();
        expect(repairName(repaired, place)).toBe(repaired);
      }),
      { numRuns: 2000 },
    );
  });

  it('can always be sent: no letter is cut in two', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.constantFrom('', '.txt', '.extension'), (shift, extension) => {
        const name = `${'x'.repeat(shift)}${'🎉'.repeat(150)}${extension}`;
        expect(() => encodeURIComponent(repairName(name))).not.toThrow();
        expect(repairName(name).endsWith(extension)).toBe(true);
      }),
    );
  });

  it.each([
    ['a/b:c.txt', 'a-b-c.txt'],
    ['  ~$~$ a.txt ', 'a.txt'],
    ['nul', 'nul-1'],
    ['', 'New item'],
    ['...', 'New item'],
    [`${'.'.repeat(300)}.lock`, '.lock-1'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(251)}.txt`],
  ])('of %j is %j', (name, repaired) => {
    expect(repairName(name)).toBe(repaired);
  });
});

describe('the key of a name', () => {
  it('is the same for names that OneDrive takes for the same', () => {
    expect(nameKey('CAF\u00c9.TXT')).toBe(nameKey('cafe\u0301.txt'));
    expect(nameKey('a')).not.toBe(nameKey('b'));
  });
});
