import { writeFile } from 'node:fs/promises';
import { emulatorPart } from './emulator/emulator-part';
import { describeMachine, machineLine, type Machine } from './machine';
import { readOptions, type Part } from './options';
import { PAGE_GROUPS, pageParts } from './page-parts';
import type { PartReport } from './report';
import { summary } from './tables';
import { transfersPart } from './transfers/transfers-part';
import type { UploadKind } from './transfers/work';
import { writeGuide, type Subject } from './write-guide';

type Reports = Partial<Record<Part | UploadKind, PartReport>>;

/** `npm run bench`: us beside what others published, measured on the same data in one run. */
export async function runBench(args: readonly string[], buildElement: () => Promise<void>): Promise<void> {
  const options = readOptions(args);
  const tell = (line: string) => console.error(line);
  const machine = await describeMachine();
  const texts: Partial<Record<Subject, string>> = {};
  const reports: Reports = {};
  const measure = async (subject: Subject, run: () => Promise<Reports>, parts: readonly Part[]) => {
    if (!options.parts.some((part) => parts.includes(part))) return;
    const started = performance.now();
    const made = await run();
    texts[subject] = describe(made, machine, (performance.now() - started) / 60_000);
    console.log(`${texts[subject]}\n`);
    Object.assign(reports, made);
  };
  for (const group of ['components', 'acts'] as const) {
    const parts = options.parts.filter((part) => PAGE_GROUPS[group].some((one) => one === part));
    await measure(group, () => pageParts({ ...options, parts, tell, buildElement }), PAGE_GROUPS[group]);
  }
  await measure('emulator', async () => ({ emulator: await emulatorPart({ ...options, tell }) }), [
    'emulator',
  ]);
  if (options.parts.includes('transfers')) {
    await transfersPart({ ...options, tell, buildElement }, (kind, run) =>
      measure(kind, async () => ({ [kind]: await run() }), ['transfers']),
    );
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify({ machine, reports }, undefined, 2)}\n`);
  if (options.write) await writeGuide(texts);
}

/** The figures, with where and when they were taken, and what is lost. */
function describe(reports: Reports, machine: Machine, minutes: number): string {
  const all = Object.values(reports);
  const left = new Set(all.flatMap(({ leftOut }) => leftOut));
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} in ${minutes.toFixed(1)} minutes. ${machineLine(machine)}`,
    ...[...left].map((why) => `Left out: ${why}`),
    ...all.map(({ text }) => text),
    summary(all.flatMap(({ comparisons }) => comparisons)),
  ].join('\n\n');
}
