import { installPeer } from '../install-peer';
import type { BenchOptions } from '../options';
import type { PartReport } from '../report';
import { comparisonTable } from '../tables';
import { measureMemory, memoryTable } from './constant-memory';
import { measureRates, rateComparisons, readExample, type Rates } from './rates';
import { startJsonServer, startOurs, startPlain, startS3rver, type Service } from './services';
import { measureStarts } from './start-times';

const PEERS = ['s3rver', 'json-server'] as const;
type Peer = (typeof PEERS)[number];
const SOURCES = 'test/bench/emulator/peers';
/** What json-server pages through; ours has more. */
const LISTED = 10_000;
const PLAIN = 'plain node:http';

/** The emulator beside published servers that stand in for others in tests, and beside Node itself. */
export async function emulatorPart({
  runs,
  items,
  megabytes,
  tell,
}: Pick<BenchOptions, 'runs' | 'items' | 'megabytes'> & {
  readonly tell: (line: string) => void;
}): Promise<PartReport> {
  tell('Emulator …');
  const { folders, leftOut } = await installPeers(tell);
  const peers = PEERS.filter((name) => folders[name] !== undefined).map((name) => ({ name }));
  const example = await exampleOfOurs();
  const rates = await allRates(folders, example, { runs, tell });
  const jsonServer = folders['json-server'];
  const other = jsonServer === undefined ? undefined : { folder: jsonServer, example: example.item };
  const starts = await measureStarts(items, other, tell);
  const memory = await measureMemory(megabytes, tell);
  const text = [
    '### Emulator',
    comparisonTable(`Medians of ${runs} runs, more is better`, rates, peers, PLAIN),
    `${PLAIN} answers with as many bytes, keeps nothing and knows nothing: what the rest costs.`,
    comparisonTable('Less is better', starts, peers, PLAIN),
    memoryTable(memory),
  ].join('\n\n');
  return { text, comparisons: [...rates, ...starts], leftOut, results: { rates, starts, memory } };
}

type Example = Awaited<ReturnType<typeof readExample>>;
type Folders = Partial<Record<Peer, string>>;

/** What can't be had is left out. */
async function installPeers(
  tell: (line: string) => void,
): Promise<{ readonly folders: Folders; readonly leftOut: readonly string[] }> {
  const folders: Folders = {};
  const leftOut: string[] = [];
  for (const name of PEERS) {
    try {
      tell(`  preparing ${name}`);
      folders[name] = await installPeer(`${SOURCES}/${name}`, name);
    } catch (error) {
      leftOut.push(`${name} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return { folders, leftOut };
}

async function exampleOfOurs(): Promise<Example> {
  const service = await startOurs(['--drive', 'large']);
  try {
    return await readExample(service);
  } finally {
    await service.process.close();
  }
}

async function allRates(
  folders: Folders,
  example: Example,
  { runs, tell }: { readonly runs: number; readonly tell: (line: string) => void },
) {
  const rate = async (name: string, start: () => Promise<Service>): Promise<Rates> => {
    tell(`  requests a second: ${name}`);
    const service = await start();
    try {
      return await measureRates(service, runs);
    } finally {
      await service.process.close();
    }
  };
  const ours = await rate('ours', () => startOurs(['--drive', 'large']));
  const plain = await rate(PLAIN, () => startPlain(example.bytes));
  const { s3rver, 'json-server': jsonServer } = folders;
  const peers: Record<string, Rates> = {};
  if (s3rver !== undefined) peers['s3rver'] = await rate('s3rver', () => startS3rver(s3rver));
  if (jsonServer !== undefined) {
    peers['json-server'] = await rate('json-server', () => startJsonServer(jsonServer, LISTED, example.item));
  }
  return rateComparisons(ours, plain, peers);
}
