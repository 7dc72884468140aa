// The `features` gate: every journey that docs/features.md names has passed in this run, but for those that it left out.
import { readdir, readFile } from 'node:fs/promises';
import { isLong, leavesOutLong } from './long-journeys.mjs';
import { listJourneys, readReport } from './reference/list-journeys.mjs';

const root = process.cwd();
const passed = new Set();
for (const file of await readdir('test-reports')) {
  // oxlint-disable-next-line no-await-in-loop -- a handful of files
  const tests = readReport(JSON.parse(await readFile(`test-reports/${file}`, 'utf8')), root);
  for (const test of tests) if (test.ok) passed.add(nameOf(test));
}
const proofs = (await listJourneys(root)).filter(({ ids }) => ids.length > 0);
const leftOut = proofs.filter(({ file }) => leavesOutLong && isLong(file));
const missing = proofs.filter((journey) => !leftOut.includes(journey) && !passed.has(nameOf(journey)));
const rows = new Set(proofs.flatMap(({ ids }) => ids));

if (missing.length === 0) {
  const but = leftOut.length > 0 ? ` but ${leftOut.length}, which are left to npm run test:all` : '';
  console.log(`${rows.size} rows of the feature table: all of their ${proofs.length} journeys passed${but}.`);
} else {
  for (const journey of missing) console.error(`${journey.ids.join(' ')}: not passed: ${nameOf(journey)}`);
  process.exitCode = 1;
}

function nameOf({ file, title }) {
  return `${file} “${title}”`;
}
