import { measureAll, type Cells } from './cells';
import type { Comparison, Figure } from './comparison';
import type { PartReport, Surroundings } from './report';
import { measureRows, type RowsResult } from './rows';
import { comparisonTable } from './tables';

type Results = Cells<RowsResult>;

/** Time until rows are seen, and what the page then holds. */
export async function rowsPart(surroundings: Surroundings): Promise<Omit<PartReport, 'leftOut'>> {
  const { peers, counts, runs, tell } = surroundings;
  tell('First rows …');
  const results: Record<number, Results> = {};
  for (const count of counts) {
    results[count] = await measureAll(surroundings, count, (contestant, address) =>
      measureRows(contestant, address, count, runs),
    );
  }
  const comparisons = counts.flatMap((count) => compare(count, results[count] ?? {}));
  const text = ['### First rows', comparisonTable(`Medians of ${runs} runs`, comparisons, peers)].join(
    '\n\n',
  );
  return { text, comparisons, results };
}

function compare(count: number, results: Results): Comparison[] {
  const items = `${count.toLocaleString('en')} items`;
  const row = (what: string, key: keyof RowsResult): Comparison => ({
    what: `${items}: ${what}`,
    ours: figureOf(results['ours'], key),
    peers: Object.fromEntries(
      Object.entries(results)
        .filter(([name]) => name !== 'ours')
        .map(([name, result]) => [name, figureOf(result, key)]),
    ),
  });
  return [
    row('first rows from navigation, ms', 'firstRows'),
    row('first rows from data in hand, ms', 'fromData'),
    { ...row('heap after collection, MB', 'heap'), digits: 1 },
    row('DOM elements', 'elements'),
    { ...row('all items there, ms', 'complete'), unjudged: 'pages of Graph against one file' },
    { ...row('requests to Graph', 'graphRequests'), unjudged: 'the others are given the items' },
  ];
}

function figureOf(result: RowsResult | string | undefined, key: keyof RowsResult): Figure {
  if (result === undefined) return '–';
  return typeof result === 'string' ? result : result[key];
}
