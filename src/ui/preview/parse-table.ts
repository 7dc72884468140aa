/** Rows of a table that are shown: more than anybody reads in a preview. */
export const MOST_ROWS = 500;
const MOST_COLUMNS = 100;

interface ParsedTable {
  readonly rows: readonly (readonly string[])[];
  /** The file has more rows than these. */
  readonly isCut: boolean;
}

/** Cells of a file in which separators part them and quotes hold them together (RFC 4180). */
export function parseTable(text: string): ParsedTable {
  const separator = separatorOf(text);
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"?|([^${separator}\\r\\n"][^${separator}\\r\\n]*)|)(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length && rows.length <= MOST_ROWS) {
    const found = cell.exec(text);
    // What follows a closing quote belongs to no cell.
    if (!found) break;
    const [, quoted, plain = '', end] = found;
    if (row.length < MOST_COLUMNS) row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
}

/** Whichever stands most often in the first line: semicolons are what half of Europe writes. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
