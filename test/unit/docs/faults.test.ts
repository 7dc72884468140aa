import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PASSING } from '../../fault/support/effects';
import { tokenCells } from '../../fault/support/row';

/** The matrix of the design: which faults each operation has a promise for. */
const MATRIX: Readonly<Record<string, string>> = {
  'sign in': '1 2 3 4 5 6 7 10 11 12 13',
  'renew token': '1 2 3 4 5 6 7 10 11 12 13',
  'list folder': '1 2 3 4 5 6 7 9 10 11 12',
  'thumbnail / preview': '1 2 3 4 5 6 7 9 10',
  search: '1 2 3 4 5 6 7 9 10 11',
  'create folder': '1 2 3 4 5 6 7 8 10 11 12 14',
  'rename / move': '1 2 3 4 5 6 7 8 10 11 12 14',
  delete: '1 2 3 4 5 6 7 8 10 11 12',
  'copy (monitor)': '1 2 3 4 5 6 7 8 9 10 11 12 14',
  'small upload (≤ 4 MiB)': '1 2 3 4 5 6 7 8 10 11 12 13 14',
  'session create': '1 2 3 4 5 6 7 8 10 11 12 14',
  'upload fragment': '1 2 3 4 5 6 7 8 9 10 11 12 13 14',
  'finish upload': '1 2 3 4 5 7 8 9 10 11 12 14',
  resume: '1 2 3 4 5 7 8 9 10 11 12 13 14',
  'cancel upload': '1 2 3 4 5 7 8 9 10 11 12',
  download: '1 3 4 5 6 7 9 10 11 12 13',
  'refresh (delta)': '1 2 3 4 5 6 7 9 10 11 12',
  'picker hand-off': '3 7 10 11 12',
};

interface Cell {
  readonly operation: string;
  readonly fault: string;
  readonly where: string;
  readonly title: string;
}

const guide = await readFile('docs/faults.md', 'utf8');
const cells = guide
  .split('\n## ')
  .slice(1)
  .flatMap((section): readonly Cell[] => {
    const operation = section.slice(0, section.indexOf('\n'));
    return [...section.matchAll(/^\| (F\d+) +\| .+? +\| (.+?) +\| (.+?) +\|$/gm)].map(
      ([, fault = '', where = '', title = '']) => ({ operation, fault, where, title }),
    );
  });
const proved = cells.filter(({ where }) => where !== 'owed');

/** The part of a file that speaks of the operation, and the tests that it takes from elsewhere. */
async function testsOf({ operation, where }: Cell): Promise<string> {
  const text = await readFile(where, 'utf8');
  if (!where.startsWith('test/fault/')) return text;
  const name = operation.replace(/ [(/].*/, '');
  const blocks = text
    .split(/^ *describe\(/m)
    .filter((block) => block.split('\n', 1)[0]?.includes(`'${name}'`));
  const own = blocks.length > 0 ? blocks.join('\n') : text;
  const shared = [
    ...(/\bpassing\b/.test(own) ? Object.keys(PASSING) : []),
    ...(/\btokens?(Cells)?\b/.test(own) ? [...Object.keys(tokenCells()), 'F6 claims challenge'] : []),
  ];
  // Some tables stand above the block that plays them.
  const tables = /CELLS/.test(own) ? text : own;
  return `${tables}\n${shared.join('\n')}`;
}

describe('docs/faults.md', () => {
  it('has each promise of the matrix once', () => {
    const wanted = Object.entries(MATRIX).flatMap(([operation, faults]) =>
      faults.split(' ').map((fault) => `${operation} F${fault}`),
    );
    expect(wanted).toHaveLength(202);
    expect(cells.map(({ operation, fault }) => `${operation} ${fault}`)).toEqual(wanted);
  });

  it('names tests that are there, by their titles, for the fault that they prove', async () => {
    const found = await Promise.all(proved.map(async (cell) => (await testsOf(cell)).includes(cell.title)));
    expect(proved.filter((_cell, index) => !found[index])).toEqual([]);
    const ownFiles = proved.filter(({ where }) => where.startsWith('test/fault/'));
    expect(ownFiles.filter(({ fault, title }) => !new RegExp(`\\b${fault}\\b`).test(title))).toEqual([]);
  });

  it('says who owes the others, and counts right', () => {
    const owed = cells.filter(({ where }) => where === 'owed');
    expect(owed.filter(({ title }) => !/^issue \d+: /.test(title))).toEqual([]);
    expect(guide).toContain(
      `Of ${cells.length} promises, ${proved.length} are proved and ${owed.length} are owed`,
    );
  });
});
