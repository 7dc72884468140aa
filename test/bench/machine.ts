import { cpus, totalmem } from 'node:os';
import { openBrowser, WINDOW } from './chromium-run';

/** What the numbers depend on; nothing that names the machine. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly chromium: string;
  readonly node: string;
  readonly window: string;
}

export async function describeMachine(): Promise<Machine> {
  const { browser, close } = await openBrowser();
  const chromium = browser.version();
  await close();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    chromium,
    node: process.version,
    window: `${WINDOW.width} × ${WINDOW.height}`,
  };
}

export function machineLine({ processor, cores, memoryGB, chromium, node, window }: Machine): string {
  return `${cores} cores (${processor}), ${memoryGB} GB, headless Chromium ${chromium} without GPU, Node ${node}, window ${window} px.`;
}
