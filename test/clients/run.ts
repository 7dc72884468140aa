import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runInPrivateNetwork } from './private-network';

/** A folder for each client from npm: its manifest, its lock file and its client.mjs. */
const SOURCES = 'test/clients/npm';
/** Nothing of it is under version control, and `npm ci` takes it away with everything else. */
const INSTALLED = 'node_modules/.cache/onedrive-control-clients/npm';

/** `npm run test:clients`: makes the surroundings and runs the journeys in them. Gives the exit code. */
export async function runClients(script: string, wanted: readonly string[]): Promise<number> {
  await installNpmClients();
  const folder = await mkdtemp(join(tmpdir(), 'onedrive-control-clients-'));
  try {
    const inside = ['--inside', folder, resolve(INSTALLED), ...wanted];
    return await runInPrivateNetwork(folder, [process.execPath, script, ...inside]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function installNpmClients(): Promise<void> {
  await mkdir(INSTALLED, { recursive: true });
  await cp(SOURCES, INSTALLED, { recursive: true });
  for (const name of await readdir(SOURCES)) {
    await promisify(execFile)(
      'npm',
      ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
      { cwd: join(INSTALLED, name) },
    );
  }
}
