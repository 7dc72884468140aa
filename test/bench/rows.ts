import { heapAfterCollection, openBrowser } from './chromium-run';
import type { Contestant } from './contestants';
import { openList, waitForAll, whyNot } from './open-list';
import { countElements } from './probe';
import { median } from './statistics';

/** One contestant with one number of items. */
export interface RowsResult {
  /** Milliseconds: from the start of the navigation, with an empty cache. */
  readonly firstRows: number;
  /** Milliseconds from when the first items had come, over the network and as JSON. */
  readonly fromData: number;
  /** Milliseconds until the list is as high as all its items. */
  readonly complete: number;
  /** MB after a garbage collection. */
  readonly heap: number;
  readonly elements: number;
  readonly graphRequests: number;
  /** Fewer than asked for where one takes long. */
  readonly runs: number;
}

/** Milliseconds; past it nothing is repeated. */
const ENOUGH = 15_000;

/** The medians of some runs, or in words why there are none. */
export async function measureRows(
  contestant: Contestant,
  address: string,
  items: number,
  runs: number,
): Promise<RowsResult | string> {
  const results: RowsResult[] = [];
  const start = performance.now();
  try {
    while (results.length < runs && performance.now() - start < ENOUGH)
      results.push(await oneRun(contestant, address, items));
  } catch (error) {
    return whyNot(error);
  }
  const middle = (key: keyof RowsResult) => median(results.map((result) => result[key]));
  return {
    firstRows: middle('firstRows'),
    fromData: middle('fromData'),
    complete: middle('complete'),
    heap: middle('heap'),
    elements: middle('elements'),
    graphRequests: middle('graphRequests'),
    runs: results.length,
  };
}

async function oneRun(contestant: Contestant, address: string, items: number): Promise<RowsResult> {
  const { context, page, close } = await openBrowser();
  try {
    let graphRequests = 0;
    page.on('request', (request) => {
      if (request.method() !== 'OPTIONS' && request.url().includes('/v1.0/')) graphRequests += 1;
    });
    await openList(page, contestant, address);
    const { at } = await waitForAll(page, contestant, items);
    const firstRows = await page.evaluate(() => globalThis.benchProbe.firstRows ?? Number.NaN);
    return {
      firstRows,
      fromData: firstRows - (await page.evaluate(dataArrival)),
      complete: Math.max(at, firstRows),
      heap: (await heapAfterCollection(await context.newCDPSession(page))) / 1e6,
      elements: await page.evaluate(countElements),
      graphRequests,
      runs: 1,
    };
  } finally {
    await close();
  }
}

/** When the peers had their file, or we the first page of the folder. Runs in the page. */
function dataArrival(): number {
  const mark = performance.getEntriesByName('bench:data')[0];
  if (mark) return mark.startTime;
  const [first] = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\/children(\?|$)|\/folders\//.test(name));
  return first instanceof PerformanceResourceTiming ? first.responseEnd : Number.NaN;
}
