import { judge, type Comparison, type Figure, type Verdict } from './comparison';
import { OURS, type Contestant } from './contestants';

/** A Markdown table that reads as well in a terminal: our number, each peer's with its ratio to ours, the verdict. */
export function comparisonTable(
  title: string,
  comparisons: readonly Comparison[],
  peers: readonly Pick<Contestant, 'name'>[],
  plainName = 'plain scroll',
): string {
  const hasPlain = comparisons.some(({ plain }) => plain !== undefined);
  const plain = (cell: string) => (hasPlain ? [cell] : []);
  const head = [title, OURS.name, ...plain(plainName), ...peers.map(({ name }) => name), 'against the best'];
  const body = comparisons.map((comparison) => [
    comparison.what,
    figure(comparison.ours, comparison),
    ...plain(otherCell(comparison, comparison.plain)),
    ...peers.map(({ name }) => otherCell(comparison, comparison.peers[name])),
    verdictText(judge(comparison)),
  ]);
  return table(head, body);
}

export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((text, column) =>
    Math.max(text.length, ...body.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** Which rows are lost, to whom, and of how many. */
export function summary(comparisons: readonly Comparison[]): string {
  const judged = comparisons
    .map((comparison) => ({ what: comparison.what, verdict: judge(comparison) }))
    .filter(({ verdict }) => verdict.kind !== 'unjudged');
  const lost = judged.filter(({ verdict }) => verdict.kind === 'lost');
  const lines = lost.map(({ what, verdict }) => `- ${what}: ${verdictText(verdict)}`);
  return [
    `Ahead in ${judged.length - lost.length} of ${judged.length} rows, lost ${lost.length}.`,
    ...lines,
  ].join('\n');
}

function verdictText(verdict: Verdict): string {
  if (verdict.kind === 'unjudged') return verdict.why;
  const { kind, ratio, best } = verdict;
  return kind === 'lost' ? `LOST to ${best} (×${ratio.toFixed(2)})` : `×${ratio.toFixed(2)} ahead of ${best}`;
}

function otherCell(comparison: Comparison, value: Figure | undefined): string {
  if (value === undefined) return '–';
  const { ours } = comparison;
  if (typeof value === 'string' || typeof ours !== 'number' || comparison.unjudged !== undefined)
    return figure(value, comparison);
  return `${figure(value, comparison)} (×${(value / ours).toFixed(1)})`;
}

function figure(value: Figure, { digits = 0 }: Pick<Comparison, 'digits'>): string {
  if (typeof value === 'string') return value;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
