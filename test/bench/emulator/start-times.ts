import { startEmulator } from '../../../src/emulator';
import type { Comparison, Figure } from '../comparison';
import { percentile } from '../statistics';
import { readJson, send } from './client';
import { createGraphClient } from './graph-client';
import { jsonServerPage, PAGE, startJsonServer, startOurs } from './services';

const FOLDER = '/me/drive/root:/Large%20folder:/children';
const JSON_SERVER_PAGES = 50;

/** Until the first page of children has come. */
interface Start {
  readonly ms: number;
  /** Milliseconds of single pages, one after the other. */
  readonly pages: readonly number[];
}

/** Start and every page of a drive of that many items, beside a server that has them too. */
export async function measureStarts(
  items: number,
  jsonServer: { readonly folder: string; readonly example: object } | undefined,
  tell: (line: string) => void,
): Promise<readonly Comparison[]> {
  tell('  start in this process');
  const inProcess = await startInProcess(items);
  tell('  start by the command line, and every page');
  const byCommand = await startByCommand(items);
  tell('  json-server');
  const other = jsonServer && (await startOther(jsonServer, items));
  const count = items.toLocaleString('en');
  const row = (what: string, ours: number, theirs: (other: Start) => number): Comparison => ({
    what: `${count} items: ${what}`,
    ours,
    peers: other === undefined ? {} : { 'json-server': figureOf(other, theirs) },
    digits: 1,
  });
  const pagesOf = (part: number) => (start: Start) => percentile(start.pages, part);
  return [
    row('start in the same process to the first page, ms', inProcess, ({ ms }) => ms),
    row('start by the command line to the first page, ms', byCommand.ms, ({ ms }) => ms),
    ...([0.5, 0.95, 1] as const).map((part) =>
      row(
        `a page of ${PAGE} children, ${part === 1 ? 'slowest' : `p${part * 100}`}, ms`,
        pagesOf(part)(byCommand),
        pagesOf(part),
      ),
    ),
  ];
}

function figureOf(other: Start | string, theirs: (other: Start) => number): Figure {
  return typeof other === 'string' ? other : theirs(other);
}

async function startInProcess(items: number): Promise<number> {
  const started = performance.now();
  const emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'large', items });
  try {
    await send((await createGraphClient(emulator.loginOrigin)).call(FOLDER));
    return performance.now() - started;
  } finally {
    await emulator.close();
  }
}

async function startByCommand(items: number): Promise<Start> {
  const started = performance.now();
  const { process } = await startOurs(['--drive', 'large', '--items', String(items)]);
  try {
    const { call } = await createGraphClient(process.origin);
    await send(call(FOLDER));
    const ms = performance.now() - started;
    const pages: number[] = [];
    for (let next: string | undefined = `${FOLDER}?$top=${PAGE}`; next !== undefined;) {
      const asked = performance.now();
      const page: { readonly '@odata.nextLink'?: string } = await readJson(call(next));
      pages.push(performance.now() - asked);
      next = page['@odata.nextLink'];
    }
    return { ms, pages };
  } finally {
    await process.close();
  }
}

/** In words, where it can't hold so many. */
async function startOther(
  { folder, example }: { readonly folder: string; readonly example: object },
  items: number,
): Promise<Start | string> {
  const started = performance.now();
  try {
    const { process } = await startJsonServer(folder, items, example);
    try {
      await send({ url: jsonServerPage(process.origin, 1) });
      const ms = performance.now() - started;
      const pages: number[] = [];
      const last = Math.floor(items / PAGE);
      for (let n = 0; n < JSON_SERVER_PAGES; n += 1) {
        const page = 1 + Math.floor((n * (last - 1)) / (JSON_SERVER_PAGES - 1));
        const asked = performance.now();
        await readJson({ url: jsonServerPage(process.origin, page) });
        pages.push(performance.now() - asked);
      }
      return { ms, pages };
    } finally {
      await process.close();
    }
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
