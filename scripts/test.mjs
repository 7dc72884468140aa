// `npm test`: every gate, one after the other, with the time each took. Stops at nothing, so that one run tells all.
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';

const GATES = [
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'documents', command: process.execPath, args: ['scripts/docs.mjs', '--check'] },
  { name: 'unit and contract', command: 'vitest', args: ['run', '--project', 'node'] },
  { name: 'contract over HTTP', command: process.execPath, args: ['scripts/contract-over-http.mjs'] },
  { name: 'components', command: 'vitest', args: ['run', '--project', 'components'] },
  { name: 'build', command: process.execPath, args: ['scripts/build.mjs'] },
  { name: 'package', command: process.execPath, args: ['scripts/check-package.mjs'] },
  {
    name: 'installed package',
    command: 'playwright',
    args: ['test', '--config', 'test/package/playwright.config.ts'],
  },
  { name: 'tabs', command: 'playwright', args: ['test', '--config', 'test/tabs/playwright.config.ts'] },
  { name: 'demo', command: 'playwright', args: ['test', '--config', 'test/demo/playwright.config.ts'] },
  {
    name: 'situations',
    command: 'playwright',
    args: ['test', '--config', 'test/situations/playwright.config.ts'],
  },
  {
    name: 'self-test',
    command: 'playwright',
    args: ['test', '--config', 'test/self-test/playwright.config.ts'],
  },
  { name: 'portals', command: 'playwright', args: ['test', '--config', 'test/portals/playwright.config.ts'] },
  { name: 'browser', command: 'playwright', args: ['test'] },
];

const only = process.argv.slice(2);
const gates = only.length > 0 ? GATES.filter(({ name }) => only.includes(name)) : GATES;

try {
  process.env.CHROMIUM = ensureChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const results = gates.map(({ name, command, args }) => {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  return { name, passed: status === 0, minutes: (performance.now() - start) / 60_000 };
});

console.log(`\n${'gate'.padEnd(22)}${'result'.padEnd(10)}minutes`);
for (const { name, passed, minutes } of results) {
  console.log(`${name.padEnd(22)}${(passed ? 'passed' : 'FAILED').padEnd(10)}${minutes.toFixed(2)}`);
}
const total = results.reduce((sum, { minutes }) => sum + minutes, 0);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${'all'.padEnd(32)}${total.toFixed(2)}\n`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
