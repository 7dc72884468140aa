// `npm run fuzz`: uploads under random faults, many more than in the tests (docs/faults.md). A failure tells its seed and
// path; `npm run fuzz -- --seed SEED --path PATH` plays that one again.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    path: { type: 'string' },
    /** Programs side by side. */
    jobs: { type: 'string', default: '2' },
  },
});
const jobs = values.path === undefined ? Number(values.jobs) : 1;
const runs = values.path === undefined ? Math.ceil(Number(values.runs) / jobs) : 1;
const codes = await Promise.all(Array.from({ length: jobs }, (_, job) => play(Number(values.seed) + job)));
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;

/** @param {number} seed */
function play(seed) {
  console.info(`seed ${seed}: ${runs} scenarios`);
  const env = {
    ...process.env,
    FUZZ_RUNS: String(runs),
    FUZZ_SEED: String(seed),
    ...(values.path !== undefined && { FUZZ_PATH: values.path }),
  };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', 'test/fuzz'];
  return new Promise((resolve) => {
    spawn(process.execPath, args, { env, stdio: 'inherit' }).on('exit', (code) => resolve(code ?? 1));
  });
}
