import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriveClient } from './drive-client';
import { runCommand } from './run-command';

/** A package of npm, and where it is installed beside the client.mjs that makes commands of it. */
export interface NpmPackage {
  readonly name: string;
  readonly installed: string;
}

/** `client.mjs list|upload|download|copy|remove|rename|link`, with the token that the sign-in has given. */
export function createNpmClient(
  { name, installed }: NpmPackage,
  signIn: (account: string) => Promise<string>,
): DriveClient {
  let token = '';
  const run = (...args: readonly string[]) =>
    runCommand(process.execPath, [join(installed, 'client.mjs'), ...args], {
      cwd: installed,
      env: { GRAPH_TOKEN: token },
    });
  const quietly = async (...args: readonly string[]): Promise<void> => void (await run(...args));
  return {
    name,
    version: async () => {
      const manifest = join(installed, 'node_modules', name, 'package.json');
      return JSON.parse(await readFile(manifest, 'utf8')).version;
    },
    connect: async (account) => {
      token = await signIn(account);
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
