import { actsPart } from './acts-part';
import { buildPeers } from './build-peers';
import { PEERS } from './contestants';
import { startDrive } from './drive';
import type { BenchOptions } from './options';
import { startPageServer } from './page-server';
import type { PartReport, Surroundings } from './report';
import { requestsPart } from './requests-part';
import { rowsPart } from './rows-part';
import { scrollPart } from './scroll-part';
import { sizePart } from './size-part';

const PAGE_PARTS = ['size', 'rows', 'scroll', 'acts', 'requests'] as const;
type PagePart = (typeof PAGE_PARTS)[number];

/** What the guide tells of together. */
export const PAGE_GROUPS = {
  components: ['size', 'rows', 'scroll'],
  acts: ['acts', 'requests'],
} as const satisfies Record<string, readonly PagePart[]>;

const RUN: Readonly<Record<PagePart, (surroundings: Surroundings) => Promise<Omit<PartReport, 'leftOut'>>>> =
  {
    size: sizePart,
    rows: rowsPart,
    scroll: scrollPart,
    acts: actsPart,
    requests: requestsPart,
  };

interface PageBench extends BenchOptions {
  readonly tell: (line: string) => void;
  readonly buildElement: () => Promise<void>;
}

/** The parts that show a list in a browser, beside the published components. */
export async function pageParts(bench: PageBench): Promise<Partial<Record<PagePart, PartReport>>> {
  const { tell } = bench;
  const wanted = PEERS.filter(({ name }) => bench.peers?.includes(name) ?? true);
  tell('Building dist/element …');
  await bench.buildElement();
  const { folders, missing } = await buildPeers(wanted, tell);
  tell('Starting the emulator …');
  const drive = await startDrive(bench.counts);
  const server = await startPageServer({
    drive,
    folders: { ...folders, element: 'dist/element' },
    counts: bench.counts,
  });
  drive.registerRedirect(`${server.origin}/element/oauth2callback.html`);
  const peers = wanted.filter(({ name }) => !(name in missing));
  const hopeless = new Map<string, string>();
  const leftOut = Object.entries(missing).map(([name, reason]) => `${name} (${reason})`);
  const reports: Partial<Record<PagePart, PartReport>> = {};
  try {
    for (const part of PAGE_PARTS.filter((name) => bench.parts.includes(name))) {
      const report = await RUN[part]({ ...bench, origin: server.origin, peers, hopeless });
      reports[part] = { ...report, leftOut };
    }
  } finally {
    await server.close();
    await drive.close();
  }
  return reports;
}
