import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriveClient, Workplace } from './drive-client';
import { runCommand } from './run-command';

/** PnPjs, the SharePoint community's client of Graph (npm: @pnp/graph), installed beside client.mjs. */
export function createPnpGraph({ service }: Workplace, installed: string): DriveClient {
  let token = '';
  const run = (...args: readonly string[]) =>
    runCommand(process.execPath, [join(installed, 'client.mjs'), ...args], {
      cwd: installed,
      env: { GRAPH_TOKEN: token },
    });
  const quietly = async (...args: readonly string[]): Promise<void> => void (await run(...args));
  return {
    name: '@pnp/graph',
    version: async () => {
      const manifest = join(installed, 'node_modules/@pnp/graph/package.json');
      return JSON.parse(await readFile(manifest, 'utf8')).version;
    },
    // It leaves the sign-in to its host.
    connect: async (account) => {
      token = await service.token(account);
    },
    list: async (folder) => JSON.parse(await run('list', folder)),
    upload: (file, path) => quietly('upload', file, path),
    download: (path, file) => quietly('download', path, file),
    copy: (from, to) => quietly('copy', from, to),
    remove: (path) => quietly('remove', path),
    rename: (from, to) => quietly('rename', from, to),
    link: async (path) => (await run('link', path)).trim(),
  };
}
