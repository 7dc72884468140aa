const HEAD = '| id | feature | state | journeys | proved further by |';
const LINE = '| - | - | - | - | - |';
const NOTHING = '–';

/**
 * docs/features.md with its states and journeys as the tests are now. Its rows, and what proves them besides, are
 * written by hand.
 *
 * @param journeys as {@link listJourneys} gives them
 */
export function createFeaturesPage(page, journeys) {
  const rows = readFeatures(page);
  const known = new Set(rows.map(({ id }) => id));
  const stray = journeys.flatMap(({ ids }) => ids).filter((id) => !known.has(id));
  if (stray.length > 0) throw new Error(`Titles of tests name rows that there are not: ${stray.join(', ')}.`);
  const lines = page.split('\n').flatMap((line) => {
    const row = rows.find((other) => other.line === line);
    if (row) return [print(row, journeys)];
    if (/^\| id +\|/.test(line)) return [HEAD];
    return /^\| -+ \|/.test(line) ? [LINE] : [line];
  });
  return lines.join('\n');
}

/** The rows of the table: `{ id, feature, further, line }`. */
function readFeatures(page) {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (!/^F\d{3}$/.test(cells[1] ?? '')) return [];
    return [{ id: cells[1], feature: cells[2], further: cells.at(-2), line }];
  });
}

function print({ id, feature, further }, journeys) {
  const own = journeys.filter(({ ids }) => ids.includes(id));
  const titles = [...new Set(own.map(({ file, title }) => `\`${file}\` “${title.replaceAll('|', '/')}”`))];
  const state = titles.length > 0 ? 'works' : further === NOTHING ? 'not built' : 'no journey yet';
  return `| ${[id, feature, state, titles.join('; ') || NOTHING, further].join(' | ')} |`;
}
