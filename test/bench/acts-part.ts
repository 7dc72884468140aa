import { ACTS, measureActs, type Act, type ActResult, type ActsResult } from './acts';
import { measureAll, type Cells } from './cells';
import type { Comparison, Figure } from './comparison';
import type { PartReport, Surroundings } from './report';
import { comparisonTable } from './tables';

type Results = Cells<ActsResult>;

const WORDS: Readonly<Record<Act, string>> = {
  selectAll: 'select all',
  sort: 'sort by name, the other way round',
  sortBack: 'sort by name, and back',
};

/** What is done to all items at once. */
export async function actsPart(surroundings: Surroundings): Promise<Omit<PartReport, 'leftOut'>> {
  const { peers, counts, runs, tell } = surroundings;
  tell('Select all and sort …');
  const results: Record<number, Results> = {};
  for (const count of counts) {
    results[count] = await measureAll<ActsResult>(surroundings, count, (contestant, address) =>
      measureActs({ contestant, address, items: count, runs }),
    );
  }
  const comparisons = counts.flatMap((count) => compare(count, results[count] ?? {}));
  const title = `Main-thread ms, medians of ${runs} runs`;
  const text = ['### Select all and sort', comparisonTable(title, comparisons, peers)].join('\n\n');
  return { text, comparisons, results };
}

function compare(count: number, results: Results): Comparison[] {
  const measures = [
    ['until it is seen', 'total'],
    ['longest task', 'longest'],
  ] as const;
  return ACTS.flatMap((act) =>
    measures.map(([words, measure]) => ({
      what: `${count.toLocaleString('en')} items: ${WORDS[act]}, ${words}`,
      ours: figureOf(results['ours'], act, measure),
      peers: Object.fromEntries(
        Object.entries(results)
          .filter(([name]) => name !== 'ours')
          .map(([name, result]) => [name, figureOf(result, act, measure)]),
      ),
      digits: 1,
    })),
  );
}

function figureOf(result: ActsResult | string | undefined, act: Act, measure: keyof ActResult): Figure {
  const own = typeof result === 'object' ? result[act] : (result ?? '–');
  return typeof own === 'string' ? own : own[measure];
}
