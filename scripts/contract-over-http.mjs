// The rules of test/contract aimed, as at a real tenant, at an emulator over HTTP: once for each kind of account.
// Arguments go to vitest: `node scripts/contract-over-http.mjs -t "upload"`.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createSourceLoader } from './source-loader.mjs';

const FOLDER = 'test/contract';
const ACCOUNTS = ['work@contoso.example', 'personal@outlook.example'];

const files = readdirSync(FOLDER)
  .map((name) => `${FOLDER}/${name}`)
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("/support/target'"));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** Runs the rules against a service; tells the exit code. */
function runRules(root, token) {
  return new Promise((resolve) => {
    // The files share the account's drive: one after the other.
    const alone = '--no-file-parallelism';
    const args = [vitest, 'run', '--project', 'node', alone, ...files, ...process.argv.slice(2)];
    const env = { ...process.env, GRAPH_ROOT: root, GRAPH_TOKEN: token };
    spawn(process.execPath, args, { stdio: 'inherit', env }).once('exit', (code) => resolve(code ?? 1));
  });
}

/** The names in the root: the rules clear away what they make. */
async function leftBehind(root, token) {
  const answer = await fetch(`${root}/me/drive/root/children`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()).value.map(({ name }) => name);
}

const source = await createSourceLoader();
const { startEmulator } = await source.load('/src/emulator/node/start-emulator.ts');
const emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty' });
async function check(account) {
  const root = `${emulator.loginOrigin}/v1.0`;
  console.log(`The rules against ${root} as ${account}`);
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/token?user=${account}`);
  const { access_token: token } = await answer.json();
  const code = await runRules(root, token);
  const left = await leftBehind(root, token);
  if (left.length > 0) console.error(`The rules as ${account} left behind: ${left.join(', ')}`);
  if (code !== 0 || left.length > 0) process.exitCode = 1;
}

try {
  await Promise.all(ACCOUNTS.map(check));
} finally {
  await emulator.close();
  await source.close();
}
