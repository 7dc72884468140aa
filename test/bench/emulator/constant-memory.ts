import { table } from '../tables';
import { createGraphClient } from './graph-client';
import { BLOCK, startOurs } from './services';

/** How much memory a large upload takes. */
export interface MemoryUse {
  readonly content: string;
  readonly megabytes: number;
  readonly seconds: number;
  /** MB resident: before it, at the most while it ran, after it. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
}

const WAYS = [
  { content: 'kept on disk', args: [] },
  { content: 'kept as size and hashes (`--keep-bytes-below 100MB`)', args: ['--keep-bytes-below', '100MB'] },
] as const;

/** One large upload to a fresh emulator, for each way to keep content. */
export async function measureMemory(
  megabytes: number,
  tell: (line: string) => void,
): Promise<readonly MemoryUse[]> {
  const uses: MemoryUse[] = [];
  for (const { content, args } of WAYS) {
    tell(`  upload of ${megabytes} MB, content ${content}`);
    const { process } = await startOurs(['--drive', 'empty', ...args]);
    try {
      const { upload } = await createGraphClient(process.origin);
      await upload('warm.bin', BLOCK, 100);
      const before = await process.resident();
      let most = before;
      const look = async (): Promise<void> => {
        most = Math.max(most, await process.resident());
      };
      const watch = setInterval(() => void look(), 200);
      const started = performance.now();
      await upload('large.bin', BLOCK, megabytes);
      const seconds = (performance.now() - started) / 1000;
      clearInterval(watch);
      uses.push({ content, megabytes, seconds, before, most, after: await process.resident() });
    } finally {
      await process.close();
    }
  }
  return uses;
}

export function memoryTable(uses: readonly MemoryUse[]): string {
  return table(
    ['upload', 'content', 'seconds', 'MB resident before', 'at most', 'after'],
    uses.map(({ content, megabytes, seconds, before, most, after }) => [
      `${megabytes.toLocaleString('en')} MB`,
      content,
      seconds.toFixed(1),
      ...[before, most, after].map((value) => value.toFixed(0)),
    ]),
  );
}
