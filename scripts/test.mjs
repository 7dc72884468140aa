// `npm test`: the gates, with the time each took; `npm run test:all`: the long ones, too. Stops at nothing, so that one
// run tells all.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';

const GATES = [
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'documents', command: process.execPath, args: ['scripts/docs.mjs', '--check'] },
  { name: 'unit and contract', command: 'vitest', args: ['run', '--project', 'node*'] },
  {
    name: 'contract over HTTP',
    command: process.execPath,
    args: ['scripts/contract-over-http.mjs'],
    isLong: true,
  },
  { name: 'components', command: 'vitest', args: ['run', '--project', 'components*'] },
  { name: 'build', command: process.execPath, args: ['scripts/build.mjs'] },
  { name: 'package', command: process.execPath, args: ['scripts/check-package.mjs'] },
  {
    name: 'installed package',
    command: 'playwright',
    args: ['test', '--config', 'test/package/playwright.config.ts'],
    isLong: true,
  },
  { name: 'tabs', command: 'playwright', args: ['test', '--config', 'test/tabs/playwright.config.ts'] },
  { name: 'demo', command: 'playwright', args: ['test', '--config', 'test/demo/playwright.config.ts'] },
  {
    name: 'situations',
    command: 'playwright',
    args: ['test', '--config', 'test/situations/playwright.config.ts'],
    isLong: true,
  },
  {
    name: 'self-test',
    command: 'playwright',
    args: ['test', '--config', 'test/self-test/playwright.config.ts'],
    isLong: true,
  },
  { name: 'portals', command: 'playwright', args: ['test', '--config', 'test/portals/playwright.config.ts'] },
  { name: 'browser', command: 'playwright', args: ['test'] },
  { name: 'features', command: process.execPath, args: ['scripts/check-features.mjs'] },
];

/** Gates that leave a core to others: each of these groups runs side by side, its outputs one after the other. */
const SIDE_BY_SIDE = [
  ['format', 'lint', 'types', 'unused code', 'documents'],
  ['components', 'installed package'],
  ['demo', 'portals'],
];

const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } },
});
const isShort = only.length === 0 && !values.all;
const gates = GATES.filter(({ name, isLong = false }) =>
  only.length > 0 ? only.includes(name) : !(isShort && isLong),
);
// The browser gate has long journeys of its own, and the feature table names some (scripts/long-journeys.mjs).
if (isShort) process.env.LEAVE_OUT_LONG = '1';

try {
  process.env.CHROMIUM = ensureChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// What an earlier run has proved says nothing of this one.
if (only.length === 0) await rm('test-reports', { recursive: true, force: true });

const start = performance.now();
const results = [];
for (const group of groupsOf(gates)) {
  // oxlint-disable-next-line no-await-in-loop -- one group after the other
  results.push(...(await Promise.all(group.map((gate) => run(gate, group)))));
}

console.log(`\n${'gate'.padEnd(22)}${'result'.padEnd(10)}minutes`);
for (const { name, passed, minutes } of results) {
  console.log(`${name.padEnd(22)}${(passed ? 'passed' : 'FAILED').padEnd(10)}${minutes.toFixed(2)}`);
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${'all'.padEnd(32)}${minutesSince(start).toFixed(2)}\n`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** In the order of the gates; a group stands where its last gate does. */
function groupsOf(all) {
  return all.flatMap((gate) => {
    const names = SIDE_BY_SIDE.find((group) => group.includes(gate.name)) ?? [gate.name];
    const group = all.filter(({ name }) => names.includes(name));
    return gate === group.at(-1) ? [group] : [];
  });
}

async function run({ name, command, args }, group) {
  const isAlone = group.length === 1;
  const title = `\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}\n`;
  if (isAlone) console.log(title.trimEnd());
  const begun = performance.now();
  const child = spawn(command, args, {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  const status = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(1)));
  if (!isAlone) process.stdout.write(`${title}${Buffer.concat(output).toString()}`);
  return { name, passed: status === 0, minutes: minutesSince(begun) };
}

function minutesSince(begun) {
  return (performance.now() - begun) / 60_000;
}
