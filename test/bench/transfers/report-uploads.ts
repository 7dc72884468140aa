import type { Figure } from '../comparison';
import { median } from '../statistics';
import { table } from '../tables';
import { LIMIT, OURS, type Uploader } from './contestants';
import type { UploadResult } from './measure-upload';
import type { Network } from './networks';
import type { UploadKind, Work } from './work';

/** Everybody's runs over one network. */
export interface Measured {
  readonly network: Network;
  readonly results: Readonly<Record<string, readonly (UploadResult | string)[]>>;
}

interface Uploads {
  readonly work: Work;
  readonly uploaders: readonly Uploader[];
  readonly measured: readonly Measured[];
  readonly runs: number;
  /** Our memory with a smaller file. */
  readonly part: { readonly label: string; readonly memory: Figure } | undefined;
}

/** The most that ours may take of the limit's time. */
const AIMS: Readonly<Record<UploadKind, number>> = { large: 1.05, many: 1.25, tree: 1.25 };

/** The median of what has a number; the words of the first where none has. */
export function middleOf(
  results: readonly (UploadResult | string)[] | undefined,
  key: keyof UploadResult,
): Figure {
  const numbers = (results ?? []).flatMap((result) => (typeof result === 'string' ? [] : [result[key]]));
  if (numbers.length > 0) return median(numbers);
  return results?.find((result) => typeof result === 'string') ?? '–';
}

export function describeUploads(uploads: Uploads): string {
  const { work, runs } = uploads;
  const counted = runs === 1 ? 'one run' : `medians of ${runs} runs`;
  return [
    `#### ${work.label}`,
    timesTable(`seconds, ${counted}`, uploads),
    costsTable(counted, uploads),
    ...flatness(uploads),
  ].join('\n\n');
}

function timesTable(title: string, { work, uploaders, measured }: Uploads): string {
  const aim = AIMS[work.name];
  const body = measured.map(({ network, results }) => {
    const seconds = (name: string) => middleOf(results[name], 'seconds');
    const limit = seconds(LIMIT.name);
    const cells = uploaders.map(({ name }) => ratioCell(seconds(name), name === LIMIT.name ? '–' : limit));
    return [network.label, ...cells, aimCell(seconds(OURS.name), limit, aim)];
  });
  return table([title, ...uploaders.map(({ name }) => name), `at most ×${aim}`], body);
}

function ratioCell(value: Figure, limit: Figure): string {
  if (typeof value === 'string') return value;
  return typeof limit === 'string'
    ? value.toFixed(1)
    : `${value.toFixed(1)} (×${(value / limit).toFixed(2)})`;
}

function aimCell(ours: Figure, limit: Figure, aim: number): string {
  if (typeof ours === 'string' || typeof limit === 'string') return 'not measured';
  return ours / limit <= aim ? 'met' : `MISSED (×${(ours / limit).toFixed(2)})`;
}

function costsTable(title: string, { uploaders, measured }: Uploads): string {
  const row = (what: string, { network, results }: Measured, key: keyof UploadResult) => [
    `${what}, ${network.label}`,
    ...uploaders.map(({ name }) => {
      const value = middleOf(results[name], key);
      return typeof value === 'string' ? value : Math.round(value).toLocaleString('en');
    }),
  ];
  const body = measured.flatMap((one) => [
    row('requests, preflights too', one, 'requests'),
    row('memory of the browser, MB more at most', one, 'memory'),
    row('longest task of the page, ms', one, 'longestTask'),
  ]);
  return table([title, ...uploaders.map(({ name }) => name)], body);
}

function flatness({ part }: Uploads): readonly string[] {
  if (!part) return [];
  const memory = typeof part.memory === 'string' ? part.memory : `${Math.round(part.memory)} MB more at most`;
  return [`Ours with ${part.label}, 0 ms, unlimited: ${memory}.`];
}
