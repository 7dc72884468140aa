import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DriveClient, Workplace } from './drive-client';
import { runCommand } from './run-command';
import { signIn } from './sign-in';

const CLIENT_ID = '33333333-3333-4333-8333-333333333333';
const CLIENT_SECRET = 'a-secret-of-the-test';
/** Where rclone waits for the code. */
const REDIRECT_URI = 'http://localhost:53682/';
const REMOTE = 'emulator';

/** The program rclone, with an application of its own as its documentation advises. */
export function createRclone({ folder, service }: Workplace): DriveClient {
  let config = '';
  const run = (...args: readonly string[]) =>
    runCommand('rclone', ['--retries', '1', '--low-level-retries', '2', ...args], {
      env: { RCLONE_CONFIG: config },
    });
  const quietly = async (...args: readonly string[]): Promise<void> => void (await run(...args));
  const at = (path: string): string => `${REMOTE}:${path}`;
  return {
    name: 'rclone',
    version: async () => /v([\d.]+)/.exec(await run('version'))?.[1] ?? 'unknown',
    connect: async (account) => {
      config = join(folder, `${account}.conf`);
      service.registerApp({
        clientId: CLIENT_ID,
        name: 'rclone',
        web: [REDIRECT_URI],
        secret: CLIENT_SECRET,
      });
      const token = await authorize(account);
      const application = [`client_id=${CLIENT_ID}`, `client_secret=${CLIENT_SECRET}`];
      const answers = [...application, `token=${token}`, 'config_refresh_token=false'];
      await run('config', 'create', REMOTE, 'onedrive', ...answers);
    },
    list: async (path) => {
      const names = (await run('lsf', at(path))).split('\n').filter((line) => line !== '');
      return names.map((name) => name.replace(/\/$/, ''));
    },
    upload: (file, path) => quietly('copyto', '--ignore-times', file, at(path)),
    download: (path, file) => quietly('copyto', at(path), file),
    copy: (from, to) => quietly('copyto', at(from), at(to)),
    remove: (path) => quietly('deletefile', at(path)),
    link: async (path) => (await run('link', at(path))).trim(),
    rename: (from, to) => quietly('moveto', at(from), at(to)),
  };
}

/** `rclone authorize` shows an address, waits until a browser has come back from there, and prints the token. */
async function authorize(account: string): Promise<string> {
  const rclone = spawn('rclone', [
    'authorize',
    'onedrive',
    CLIENT_ID,
    CLIENT_SECRET,
    '--auth-no-open-browser',
  ]);
  const ended = new Promise<void>((resolve) => rclone.once('close', () => resolve()));
  const said: string[] = [];
  const listen = async (lines: AsyncIterable<string>): Promise<void> => {
    for await (const line of lines) {
      said.push(line);
      const [link] = /http:\/\/127\.0\.0\.1:\d+\/auth\S+/.exec(line) ?? [];
      if (link !== undefined) await beBrowser(link, account);
    }
  };
  try {
    await Promise.all([
      listen(createInterface(rclone.stdout)),
      listen(createInterface(rclone.stderr)),
      ended,
    ]);
  } finally {
    rclone.kill();
  }
  const token = said.find((line) => line.startsWith('{'));
  if (token === undefined) throw new Error(`rclone gave no token: ${said.slice(-3).join(' ')}`);
  return token;
}

async function beBrowser(link: string, account: string): Promise<void> {
  const first = await fetch(link, { redirect: 'manual' });
  const back = await signIn(first.headers.get('location') ?? '', account);
  await (await fetch(back)).text();
}
