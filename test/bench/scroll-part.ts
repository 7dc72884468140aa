import { measureAll, type Cells } from './cells';
import type { Comparison, Figure } from './comparison';
import { OURS } from './contestants';
import type { PartReport, Surroundings } from './report';
import { measureScroll, type FrameResult, type ScrollResult } from './scroll';
import { comparisonTable } from './tables';

type Results = Cells<ScrollResult>;

/** What a frame of scrolling costs. */
export async function scrollPart(surroundings: Surroundings): Promise<Omit<PartReport, 'leftOut'>> {
  const { peers, counts, runs, tell } = surroundings;
  tell('Scrolling …');
  const results: Record<number, Results> = {};
  const plain: Record<number, ScrollResult> = {};
  for (const count of counts) {
    results[count] = await measureAll<ScrollResult>(surroundings, count, async (contestant, address) => {
      const withPlain = contestant === OURS;
      const result = await measureScroll({ contestant, address, items: count, runs, withPlain });
      if (typeof result === 'string') return result;
      if (result.plain) plain[count] = result.plain;
      return result.own;
    });
  }
  const comparisons = counts.flatMap((count) => compare(count, results[count] ?? {}, plain[count]));
  const title = `Main-thread ms a frame, ${runs} runs`;
  const text = ['### Scrolling', comparisonTable(title, comparisons, peers)].join('\n\n');
  return { text, comparisons, results: { own: results, plain } };
}

function compare(count: number, results: Results, plain: ScrollResult | undefined): Comparison[] {
  const kinds = [
    ['slow (150 px a frame)', 'slow'],
    ['full (whole list in 150 frames)', 'full'],
  ] as const;
  const measures = ['p50', 'p95'] as const;
  return kinds.flatMap(([words, kind]) =>
    measures.map((measure) => ({
      what: `${count.toLocaleString('en')} items: ${words}, ${measure}`,
      ours: figureOf(results['ours'], kind, measure),
      peers: Object.fromEntries(
        Object.entries(results)
          .filter(([name]) => name !== 'ours')
          .map(([name, result]) => [name, figureOf(result, kind, measure)]),
      ),
      ...(plain && { plain: plain[kind][measure] }),
      digits: 1,
    })),
  );
}

function figureOf(
  result: ScrollResult | string | undefined,
  kind: keyof ScrollResult,
  measure: keyof FrameResult,
): Figure {
  if (result === undefined) return '–';
  return typeof result === 'string' ? result : result[kind][measure];
}
