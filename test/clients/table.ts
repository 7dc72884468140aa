import type { StepResult } from './run-journey';

/** The results as a table for people. */
export function table(results: readonly StepResult[]): string {
  const rows = results.map(({ client, version, account, step, result, seconds }) => [
    client,
    version,
    account,
    step,
    result,
    seconds.toFixed(1),
  ]);
  const head = ['client', 'version', 'account', 'step', 'result', 'seconds'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map((row) => line(row)).join('\n');
}
