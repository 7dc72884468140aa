import { cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DriveClient, Workplace } from './drive-client';
import { runCommand } from './run-command';
import { signIn } from './sign-in';

/** The program's own application: its id is built in. */
const CLIENT_ID = 'd50ca740-c83f-4d1b-b616-12c519384f0c';
const REDIRECT_URI = 'https://login.microsoftonline.com/common/oauth2/nativeclient';
/** Where the program keeps its refresh token. */
const TOKEN_FILE = 'refresh_token';
const SIGN_IN_PATIENCE = 60_000;

interface Home {
  readonly configuration: string;
  readonly files: string;
}

/**
 * The program onedrive (abraunegg's client for Linux). It keeps a folder in step with the drive: what
 * others do by a command is done in the folder and then synchronized.
 */
export function createOneDrive({ folder, service }: Workplace): DriveClient {
  let home: Home = homeIn(folder, 'nobody');
  // The program takes a file for unchanged that was written in the same second: each comes a minute later.
  let written = Date.now() / 1000 - 3600;
  const run = (at: Home, ...args: readonly string[]) =>
    runCommand('onedrive', ['--confdir', at.configuration, '--syncdir', at.files, ...args]);
  const synchronize = async (...args: readonly string[]): Promise<void> =>
    void (await run(home, '--synchronize', ...args));
  const here = (path: string): string => join(home.files, path);
  return {
    name: 'onedrive',
    version: async () => /v([\d.]+)/.exec(await runCommand('onedrive', ['--version']))?.[1] ?? 'unknown',
    connect: async (account) => {
      service.registerApp({ clientId: CLIENT_ID, name: 'onedrive', native: [REDIRECT_URI] });
      home = await makeHome(homeIn(folder, account));
      const [request, response] = [join(folder, account, 'request'), join(folder, account, 'response')];
      await Promise.all([
        synchronize('--auth-files', `${request}:${response}`),
        answerSignIn(request, response, account),
      ]);
    },
    list: async (path) => {
      await synchronize('--download-only');
      return readdir(here(path));
    },
    upload: async (file, path) => {
      await mkdir(dirname(here(path)), { recursive: true });
      await cp(file, here(path));
      written += 60;
      await utimes(here(path), written, written);
      await synchronize();
    },
    // Into a home that knows nothing yet, so that the bytes come from the drive.
    download: async (path, file) => {
      const fresh = await makeHome(homeIn(folder, 'fresh'));
      await cp(join(home.configuration, TOKEN_FILE), join(fresh.configuration, TOKEN_FILE));
      await run(fresh, '--synchronize', '--download-only');
      await cp(join(fresh.files, path), file);
    },
    copy: async (from, to) => {
      await cp(here(from), here(to));
      await synchronize();
    },
    remove: async (path) => {
      await rm(here(path));
      await synchronize();
    },
    rename: async (from, to) =>
      void (await run(home, '--source-directory', from, '--destination-directory', to)),
    link: async (path) => {
      const said = await run(home, '--create-share-link', path);
      return /https:\/\/\S+/.exec(said)?.[0] ?? '';
    },
  };
}

function homeIn(folder: string, name: string): Home {
  return { configuration: join(folder, name, 'configuration'), files: join(folder, name, 'files') };
}

async function makeHome(home: Home): Promise<Home> {
  for (const folder of Object.values(home)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  return home;
}

/** The program writes the address of the sign-in to one file, and waits for where it ended in another. */
async function answerSignIn(request: string, response: string, account: string): Promise<void> {
  const end = Date.now() + SIGN_IN_PATIENCE;
  while (!(await isWritten(request))) {
    if (Date.now() > end) throw new Error('onedrive did not ask for a sign-in.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const back = await signIn((await readFile(request, 'utf8')).trim(), account);
  await writeFile(response, back.href);
}

async function isWritten(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && found.size > 0;
}
