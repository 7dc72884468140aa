import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';

const PERIOD = 250;

/** Looks at the memory of all processes of a browser: files may be held by any of them. */
export async function watchMemory(browser: Browser): Promise<{ readonly growth: () => Promise<number> }> {
  const session = await browser.newBrowserCDPSession();
  const resident = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const ids = processInfo.map(({ id }) => id).join(',');
    // A process that has just ended makes it say so, and give the others.
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', ids]).catch(
      (error: { readonly stdout: string }) => error,
    );
    return stdout.split('\n').reduce((sum, line) => sum + Number(line.trim()) / 1024, 0);
  };
  const before = await resident();
  let most = before;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      most = Math.max(most, await resident());
    } catch {
      // The browser is gone.
      clearInterval(timer);
    }
  };
  const timer = setInterval(() => {
    looking = look();
  }, PERIOD);
  return {
    /** Ends it. MB at most, above those of the start. */
    growth: async () => {
      clearInterval(timer);
      await looking;
      return most - before;
    },
  };
}
