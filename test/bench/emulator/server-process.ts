import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** A server in a process of its own, so that what is measured does not share the client's time. */
export interface ServerProcess {
  /** `http://localhost:1234` */
  readonly origin: string;
  /** MB that are in memory now. */
  resident(): Promise<number>;
  close(): Promise<void>;
}

const PATIENCE = 180_000;

/** @throws Error when it ends, or tells no address in time. */
export async function startServer(
  args: readonly string[],
  options: { readonly cwd?: string; readonly patience?: number } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  let errors = '';
  child.stderr.on('data', (text) => {
    errors = `${errors}${text}`.slice(-2000);
  });
  const origin = await new Promise<string>((resolve, reject) => {
    const give = (why: string): void => reject(new Error(why));
    const timer = setTimeout(() => give('gave up waiting for its start'), options.patience ?? PATIENCE);
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += text;
      const [address] = /https?:\/\/[\w.]+:\d+/.exec(printed) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    void ended.then(() => give(lastLine(errors)));
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { origin, close, resident: () => residentOf(child.pid ?? 0) };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'it ended';
}

async function residentOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}
