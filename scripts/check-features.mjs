// The `features` gate: every journey that docs/features.md names has passed in this run of `npm test`.
import { readdir, readFile } from 'node:fs/promises';
import { listJourneys, readReport } from './reference/list-journeys.mjs';

const root = process.cwd();
const passed = new Set();
for (const file of await readdir('test-reports')) {
  // oxlint-disable-next-line no-await-in-loop -- a handful of files
  const tests = readReport(JSON.parse(await readFile(`test-reports/${file}`, 'utf8')), root);
  for (const test of tests) if (test.ok) passed.add(nameOf(test));
}
const proofs = (await listJourneys(root)).filter(({ ids }) => ids.length > 0);
const missing = proofs.filter((journey) => !passed.has(nameOf(journey)));
const rows = new Set(proofs.flatMap(({ ids }) => ids));

if (missing.length === 0)
  console.log(`${rows.size} rows of the feature table: all of their journeys passed.`);
else {
  for (const journey of missing) console.error(`${journey.ids.join(' ')}: not passed: ${nameOf(journey)}`);
  process.exitCode = 1;
}

function nameOf({ file, title }) {
  return `${file} “${title}”`;
}
