import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runInPrivateNetwork } from './private-network';

const SOURCES = 'test/clients/npm-client';
/** Nothing of it is under version control, and `npm ci` takes it away with everything else. */
const INSTALLED = 'node_modules/.cache/onedrive-control-clients/npm-client';

/** `npm run test:clients`: makes the surroundings and runs the journeys in them. Gives the exit code. */
export async function runClients(script: string, wanted: readonly string[]): Promise<number> {
  await installNpmClient();
  const folder = await mkdtemp(join(tmpdir(), 'onedrive-control-clients-'));
  try {
    const inside = ['--inside', folder, resolve(INSTALLED), ...wanted];
    return await runInPrivateNetwork(folder, [process.execPath, script, ...inside]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function installNpmClient(): Promise<void> {
  await mkdir(INSTALLED, { recursive: true });
  await cp(SOURCES, INSTALLED, { recursive: true });
  await promisify(execFile)(
    'npm',
    ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    {
      cwd: INSTALLED,
    },
  );
}
