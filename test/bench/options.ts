import { parseArgs } from 'node:util';

const PARTS = ['size', 'rows', 'scroll', 'acts', 'requests', 'emulator', 'transfers'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly Part[];
  /** Where the results go as JSON too. */
  readonly json: string | undefined;
  /** Puts the tables into docs/benchmarks.md. */
  readonly write: boolean;
  readonly counts: readonly number[];
  /** In the emulator's large drive. */
  readonly items: number;
  /** Of the emulator's large upload. */
  readonly megabytes: number;
  readonly runs: number;
  /** Of each upload; they take long. */
  readonly uploadRuns: number;
  /** Only these kinds of uploads. */
  readonly uploads: readonly string[] | undefined;
  /** Small uploads, for who works on them. */
  readonly quick: boolean;
  /** Only these of the others. */
  readonly peers: readonly string[] | undefined;
}

const USAGE = `npm run bench -- [parts] [options]
  size, rows, scroll, acts, requests, emulator, transfers
                        only these parts
  --items 1000,10000    other numbers of items (default 1000,10000,100000; in the emulator the
                        largest of them, by default 1000000)
  --megabytes N         size of the emulator's large upload (default 4096)
  --uploads large,many,tree
                        of the transfers only these
  --quick               small transfers
  --runs N              how often everything is measured (default 5; transfers 2)
  --peers svar,mgt      only these peers
  --json FILE           the results also as JSON
  --write               the tables also into docs/benchmarks.md`;

/** @throws Error with one sentence. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      write: { type: 'boolean' },
      items: { type: 'string' },
      megabytes: { type: 'string' },
      runs: { type: 'string' },
      uploads: { type: 'string' },
      quick: { type: 'boolean' },
      peers: { type: 'string' },
    },
  });
  const unknown = positionals.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`“${unknown}” is no part of the bench.\n${USAGE}`);
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
  return {
    parts,
    json: values.json,
    write: values.write ?? false,
    counts: (values.items ?? '1000,10000,100000').split(',').map(Number),
    items: Math.max(...(values.items ?? '1000000').split(',').map(Number)),
    megabytes: Number(values.megabytes ?? 4096),
    runs: Number(values.runs ?? 5),
    uploadRuns: Number(values.runs ?? 2),
    uploads: values.uploads?.split(','),
    quick: values.quick ?? false,
    peers: values.peers?.split(','),
  };
}
