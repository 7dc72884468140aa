import { installPeer } from '../install-peer';
import type { BenchOptions } from '../options';
import type { PartReport } from '../report';
import { comparisonTable } from '../tables';
import { measureMemory, memoryTable } from './constant-memory';
import { measureRates, pageBytes, rateComparisons, type Rates } from './rates';
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
  const rates = await allRates(folders, runs, tell);
  const starts = await measureStarts(items, folders['json-server'], tell);
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

async function allRates(folders: Folders, runs: number, tell: (line: string) => void) {
  const rate = async (name: string, start: () => Promise<Service>): Promise<Rates> => {
    tell(`  requests a second: ${name}`);
    const service = await start();
    try {
      return await measureRates(service, runs);
    } finally {
      await service.process.close();
    }
  };
  const example = await startOurs(['--drive', 'large']);
  const bytes = await pageBytes(example);
  await example.process.close();
  const ours = await rate('ours', () => startOurs(['--drive', 'large']));
  const plain = await rate(PLAIN, () => startPlain(bytes));
  const { s3rver, 'json-server': jsonServer } = folders;
  const peers: Record<string, Rates> = {};
  if (s3rver !== undefined) peers['s3rver'] = await rate('s3rver', () => startS3rver(s3rver));
  if (jsonServer !== undefined) {
    peers['json-server'] = await rate('json-server', () => startJsonServer(jsonServer, LISTED));
  }
  return rateComparisons(ours, plain, peers);
}
