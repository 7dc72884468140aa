import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Nothing of it is under version control, and `npm ci` takes it away with everything else. */
export const CACHE = 'node_modules/.cache/onedrive-control-bench';

/** Puts a peer's own files into the cache and installs it by its lock file, once for each state of that. */
export async function installPeer(source: string, name: string): Promise<string> {
  const folder = join(CACHE, name);
  await mkdir(folder, { recursive: true });
  await cp(source, folder, { recursive: true });
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.installed-lock.json');
  if ((await readIfThere(stamp)) === lock) return folder;
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await promisify(execFile)('npm', ['ci', ...flags], {
    cwd: folder,
    shell: process.platform === 'win32',
    timeout: 240_000,
  });
  await writeFile(stamp, lock);
  return folder;
}

async function readIfThere(file: string): Promise<string | undefined> {
  return (await stat(file).catch(() => undefined)) && (await readFile(file, 'utf8'));
}
