import type { Comparison } from '../comparison';
import type { BenchOptions } from '../options';
import type { PartReport } from '../report';
import { OURS, PEERS, type Uploader } from './contestants';
import { measureUpload, type UploadResult } from './measure-upload';
import { NETWORKS, type Network } from './networks';
import { startPages } from './pages';
import { describeUploads, middleOf, type Measured } from './report-uploads';
import { startService } from './service';
import { makeWorks, QUICK, type UploadKind, type Work } from './work';

interface TransferBench extends Pick<BenchOptions, 'uploadRuns' | 'uploads' | 'quick' | 'peers'> {
  readonly tell: (line: string) => void;
  readonly buildElement: () => Promise<void>;
}

/** What uploads take, beside the network itself and what others published: each kind in turn. */
export async function transfersPart(
  bench: TransferBench,
  done: (kind: UploadKind, run: () => Promise<PartReport>) => Promise<void>,
): Promise<void> {
  const wanted = PEERS.filter(({ name }) => bench.peers?.includes(name) ?? true);
  const { server, uploaders, leftOut } = await startPages(wanted, bench.buildElement, bench.tell);
  const works = await makeWorks(bench.quick ? QUICK : undefined);
  try {
    for (const work of works.all) {
      if (bench.uploads && !bench.uploads.includes(work.name)) continue;
      const able = uploaders.filter(({ does }) => does.includes(work.name));
      await done(work.name, async () => ({
        ...(await measureWork(bench, server.origin, work, able)),
        leftOut,
      }));
    }
  } finally {
    await works.remove();
    await server.close();
  }
}

async function measureWork(
  bench: TransferBench,
  origin: string,
  work: Work,
  uploaders: readonly Uploader[],
): Promise<Omit<PartReport, 'leftOut'>> {
  const measured: Measured[] = [];
  for (const network of NETWORKS) {
    bench.tell(`${work.label}, ${network.label}`);
    const results = await overNetwork(bench, { origin, work, uploaders, network });
    measured.push({ network, results });
  }
  const part = work.part && (await smallerWork(bench, origin, work.part));
  const comparisons = measured.map(({ network, results }): Comparison => {
    const seconds = Object.entries(results).map(([name, result]) => [name, middleOf(result, 'seconds')]);
    const { bare: plain, ours = '–', ...peers } = Object.fromEntries(seconds);
    return { what: `${work.label}, ${network.label}, s`, ours, peers, plain, digits: 1 };
  });
  return {
    text: describeUploads({ work, uploaders, measured, part, runs: bench.uploadRuns }),
    comparisons,
    results: { measured, part },
  };
}

type Results = Record<string, (UploadResult | string)[]>;

/** In turns, so that what else the machine does meets everybody. */
async function overNetwork(
  { uploadRuns, tell }: TransferBench,
  {
    origin,
    work,
    uploaders,
    network,
  }: {
    readonly origin: string;
    readonly work: Work;
    readonly uploaders: readonly Uploader[];
    readonly network: Network;
  },
): Promise<Results> {
  const service = await startService(network);
  const results: Results = {};
  try {
    for (let run = 1; run <= uploadRuns; run += 1) {
      for (const uploader of uploaders) {
        const folder = `${uploader.name} ${run}`;
        const result = await measureUpload(uploader, work, { origin, folder, service });
        const took = typeof result === 'string' ? result : `${result.seconds.toFixed(2)} s`;
        tell(`  ${uploader.name}: ${took}`);
        (results[uploader.name] ??= []).push(result);
      }
    }
  } finally {
    await service.close();
  }
  return results;
}

/** Whether memory grows with the size of a file. */
async function smallerWork(bench: TransferBench, origin: string, work: Work) {
  const [network] = NETWORKS;
  if (!network) return undefined;
  const results = await overNetwork(bench, { origin, work, uploaders: [OURS], network });
  return { label: work.label, memory: middleOf(results[OURS.name], 'memory') };
}
