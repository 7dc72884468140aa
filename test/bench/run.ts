import { writeFile } from 'node:fs/promises';
import { buildPeers } from './build-peers';
import type { Comparison } from './comparison';
import { PEERS } from './contestants';
import { startDrive } from './drive';
import { describeMachine, machineLine } from './machine';
import { readOptions, type Part } from './options';
import { startPageServer } from './page-server';
import type { PartReport, Surroundings } from './report';
import { rowsPart } from './rows-part';
import { scrollPart } from './scroll-part';
import { sizePart } from './size-part';
import { summary } from './tables';
import { writeGuide } from './write-guide';

const RUN: Readonly<Record<Part, (surroundings: Surroundings) => Promise<PartReport>>> = {
  size: sizePart,
  rows: rowsPart,
  scroll: scrollPart,
};

/** `npm run bench`: us beside the published components, measured on the same data in one run. */
export async function runBench(args: readonly string[], buildElement: () => Promise<void>): Promise<void> {
  const options = readOptions(args);
  const started = performance.now();
  const tell = (line: string) => console.error(line);
  const wanted = PEERS.filter(({ name }) => options.peers?.includes(name) ?? true);
  tell('Building dist/element …');
  await buildElement();
  const { folders, missing } = await buildPeers(wanted, tell);
  tell('Starting the emulator …');
  const drive = await startDrive(options.counts);
  const server = await startPageServer({
    drive,
    folders: { ...folders, element: 'dist/element' },
    counts: options.counts,
  });
  drive.registerRedirect(`${server.origin}/element/oauth2callback.html`);
  const peers = wanted.filter(({ name }) => !(name in missing));
  const hopeless = new Map<string, string>();
  const reports: Partial<Record<Part, PartReport>> = {};
  try {
    for (const part of options.parts) {
      reports[part] = await RUN[part]({ ...options, origin: server.origin, peers, hopeless, tell });
    }
  } finally {
    await server.close();
    await drive.close();
  }
  const machine = await describeMachine();
  const all = Object.values(reports);
  const comparisons = all.flatMap((report): readonly Comparison[] => report.comparisons);
  const minutes = (performance.now() - started) / 60_000;
  const text = [
    `Measured on ${new Date().toISOString().slice(0, 10)} in ${minutes.toFixed(1)} minutes. ${machineLine(machine)}`,
    ...Object.entries(missing).map(([name, reason]) => `Left out: ${name} (${reason})`),
    ...all.map((report) => report.text),
    summary(comparisons),
  ].join('\n\n');
  console.log(text);
  if (options.json) {
    const results = Object.fromEntries(Object.entries(reports).map(([part, { results }]) => [part, results]));
    await writeFile(
      options.json,
      `${JSON.stringify({ machine, comparisons, results, missing }, undefined, 2)}\n`,
    );
  }
  if (options.write) await writeGuide(text);
}
