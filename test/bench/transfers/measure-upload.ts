import type { ElementHandle, Page } from 'playwright';
import { openBrowser } from '../chromium-run';
import { OURS, type Uploader } from './contestants';
import { watchMemory } from './memory-watch';
import type { Service } from './service';
import type { Work } from './work';

export interface UploadResult {
  /** From the choice of the files until all of them have arrived. */
  readonly seconds: number;
  readonly requests: number;
  /** MB resident of the whole browser at most, above those before. */
  readonly memory: number;
  /** Milliseconds that the page did not answer, at the longest; below 50 none is told. */
  readonly longestTask: number;
}

/** Minutes; whoever is slower has no number. */
const PATIENCE = 15;

/** What the pages leave of a run. */
interface Run {
  readonly started: number;
  arrived: number;
  ended?: number;
  error?: string;
  longestTask?: number;
}

declare global {
  // oxlint-disable-next-line vars-on-top, no-var -- the form that declares a property of globalThis
  var benchRun: Run | undefined;
}

/** One upload in a browser that nobody has used, into a folder that is there for it. Or in words why there is none. */
export async function measureUpload(
  uploader: Uploader,
  work: Work,
  at: { readonly origin: string; readonly folder: string; readonly service: Service },
): Promise<UploadResult | string> {
  const { service, folder } = at;
  await service.makeFolder(folder);
  const { browser, page, close } = await openBrowser(service.resolverRules);
  try {
    const query = new URLSearchParams({ graph: service.graph, token: service.token, folder });
    await page.goto(`${at.origin}/${uploader.name}/?${query}`);
    const input = await openInput(page, uploader, work);
    await page.evaluate(watchTasks);
    const before = await service.requests();
    const memory = await watchMemory(browser);
    await input.setInputFiles([...work.paths]);
    const run = await waitForEnd(page);
    const growth = await memory.growth();
    if (run.error !== undefined) return `failed: ${run.error.replaceAll('|', '/').slice(0, 60)}`;
    if (run.arrived !== work.files) return `failed: ${run.arrived} of ${work.files} arrived`;
    return {
      seconds: ((run.ended ?? Number.NaN) - run.started) / 1000,
      requests: (await service.requests()) - before,
      memory: growth,
      longestTask: run.longestTask ?? 0,
    };
  } catch (error) {
    return `failed: ${String(error).split('\n')[0]?.replaceAll('|', '/').slice(0, 60)}`;
  } finally {
    await close();
  }
}

/** Ours is the element's own button, once a folder is open; the others' pages have one of their own. */
async function openInput(page: Page, uploader: Uploader, work: Work): Promise<ElementHandle> {
  const input = await page.waitForSelector(`[data-upload=${work.input}]`, { state: 'attached' });
  if (uploader.name !== OURS.name) return input;
  await page.waitForSelector('[aria-label=Upload]:not([aria-disabled=true])');
  await input.evaluate(countArrivals, work.files);
  return input;
}

/** The element tells each file that has arrived. Runs in the page. */
function countArrivals(input: Node, files: number): void {
  input.addEventListener(
    'change',
    () => {
      globalThis.benchRun = { started: performance.now(), arrived: 0 };
    },
    { capture: true },
  );
  document.querySelector('onedrive-control')?.addEventListener('od-upload', () => {
    const run = globalThis.benchRun;
    if (!run) return;
    run.arrived += 1;
    if (run.arrived === files) run.ended = performance.now();
  });
}

function watchTasks(): void {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const run = globalThis.benchRun;
      // The task that takes the files begins before their arrival is told.
      if (!run || startTime + duration < run.started) continue;
      longest = Math.max(longest, duration);
      run.longestTask = longest;
    }
  }).observe({ type: 'longtask' });
}

async function waitForEnd(page: Page): Promise<Run> {
  const isOver = () => globalThis.benchRun?.ended !== undefined || globalThis.benchRun?.error !== undefined;
  await page.waitForFunction(isOver, undefined, { timeout: PATIENCE * 60_000, polling: 200 });
  return page.evaluate(() => globalThis.benchRun ?? { started: Number.NaN, arrived: 0 });
}
