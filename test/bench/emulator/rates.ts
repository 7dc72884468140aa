import type { Comparison, Figure } from '../comparison';
import { median } from '../statistics';
import { perSecond, readText, send } from './client';
import type { Service } from './services';

const WORKERS = 8;
const SECONDS = 1.5;
const LARGE_MB = 256;

/** What a server did in a second, in the order of `ROWS`. */
export type Rates = readonly (Figure | undefined)[];

const ROWS = [
  'pages of 200 children, requests a second',
  'uploads of new files of 16 KiB, requests a second',
  `upload of ${LARGE_MB} MB (ours: a session in ranges of 10 MiB), MB a second`,
  `download of ${LARGE_MB} MB, MB a second`,
] as const;

/** Everything that can be asked of a server, as often as told; medians. */
export async function measureRates(service: Service, runs: number): Promise<Rates> {
  const { page, put, upload } = service;
  return [
    page && (await repeated(runs, () => perSecond(page, { seconds: SECONDS, workers: WORKERS }))),
    put && (await repeated(runs, putting(put))),
    ...(upload ? await transfers(upload, runs) : [undefined, undefined]),
  ];
}

/** Every run goes on with names that are new. */
function putting(put: NonNullable<Service['put']>): () => Promise<number> {
  let names = 0;
  return () => perSecond(() => put((names += 1)), { seconds: SECONDS, workers: WORKERS });
}

async function transfers(upload: NonNullable<Service['upload']>, runs: number): Promise<readonly number[]> {
  let fetched = await upload(1);
  const up = await repeated(runs, async () => {
    const started = performance.now();
    fetched = await upload(LARGE_MB);
    return speed(started);
  });
  const down = await repeated(runs, async () => {
    const started = performance.now();
    await send(fetched);
    return speed(started);
  });
  return [up, down];
}

function speed(started: number): number {
  return LARGE_MB / ((performance.now() - started) / 1000);
}

/** The first time is for warming up. */
async function repeated(runs: number, measure: () => Promise<number>): Promise<number> {
  await measure();
  const results: number[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await measure());
  return median(results);
}

/** A row for each rate; a column for each server. */
export function rateComparisons(
  ours: Rates,
  plain: Rates,
  peers: Readonly<Record<string, Rates>>,
): Comparison[] {
  return ROWS.map((what, row) => {
    const others = Object.entries(peers).flatMap(([name, rates]) => {
      const figure = rates[row];
      return figure === undefined ? [] : [[name, figure] as const];
    });
    const floor = plain[row];
    return {
      what,
      better: 'more',
      ours: ours[row] ?? '–',
      peers: Object.fromEntries(others),
      ...(floor !== undefined && { plain: floor }),
    };
  });
}

/** What others are given so that they do the same: how long a page of ours is, and an item of it. */
export async function readExample({ page }: Service): Promise<{ bytes: number; item: object }> {
  if (page === undefined) throw new Error('The emulator has no page.');
  const text = await readText(page());
  const { value } = JSON.parse(text) as { readonly value: readonly object[] };
  return { bytes: Buffer.byteLength(text), item: value[0] ?? {} };
}
