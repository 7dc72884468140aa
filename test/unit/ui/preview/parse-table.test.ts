import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../../src/ui/preview/parse-table';

describe('a table of text', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs, and no end of the last line',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes around separators, quotes and lines',
      'a,b\n"x, y","say ""hi""\nthere"',
      [
        ['a', 'b'],
        ['x, y', 'say "hi"\nthere'],
      ],
    ],
    [
      'empty cells',
      'a,,c\n,,\n',
      [
        ['a', '', 'c'],
        ['', '', ''],
      ],
    ],
    ['a quote that never closes', 'a,"b\nc', [['a', 'b\nc']]],
    ['nothing', '', []],
  ])('is parted by %s', (_, text, rows) => {
    expect(parseTable(text)).toEqual({ rows, isCut: false });
  });

  it('is cut where it is longer than anybody reads', () => {
    const { rows, isCut } = parseTable('a,b\n'.repeat(600));
    expect([rows.length, isCut]).toEqual([500, true]);
  });
});
