import type { Browser, JSHandle, Page } from 'playwright';
import { openBrowser } from './chromium-run';
import type { Contestant } from './contestants';
import { frameTimes, TRACE_CATEGORIES } from './frame-times';
import { openList, waitForAll, whyNot } from './open-list';
import { scrollInFrames, showPlainCopy } from './probe';
import { mean, percentile } from './statistics';

/** Milliseconds of the main thread for each frame. */
export interface FrameResult {
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
  /** Fewer than asked for where one run takes very long. */
  readonly runs: number;
}

export interface ScrollResult {
  /** 150 px a frame. */
  readonly slow: FrameResult;
  /** The whole list in the same number of frames. */
  readonly full: FrameResult;
}

export interface ScrollOptions {
  readonly contestant: Contestant;
  readonly address: string;
  readonly items: number;
  readonly runs: number;
  /** Also the plain scroll of an equal DOM. */
  readonly withPlain?: boolean;
}

const SLOW = { frames: 100, step: 150 } as const;
const FULL = { frames: 150, step: 'whole' } as const;
/** Milliseconds; past it a kind of scrolling is not repeated. */
const ENOUGH = 20_000;

/** Or in words why there is nothing to measure. */
export async function measureScroll(
  options: ScrollOptions,
): Promise<{ readonly own: ScrollResult; readonly plain?: ScrollResult } | string> {
  const { contestant, address, items, runs } = options;
  const { browser, page, close } = await openBrowser();
  try {
    await openList(page, contestant, address);
    const { scroller } = await waitForAll(page, contestant, items);
    const own = await bothScrolls(browser, page, scroller, runs);
    if (!options.withPlain) return { own };
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await page.waitForTimeout(200);
    const copy = await scroller.evaluateHandle(showPlainCopy);
    return { own, plain: await bothScrolls(browser, page, copy, runs) };
  } catch (error) {
    return whyNot(error);
  } finally {
    await close();
  }
}

async function bothScrolls(
  browser: Browser,
  page: Page,
  scroller: JSHandle<Element>,
  runs: number,
): Promise<ScrollResult> {
  const scroll = async (way: typeof SLOW | typeof FULL): Promise<FrameResult> => {
    const times: number[] = [];
    const start = performance.now();
    let run = 0;
    while (run < runs && performance.now() - start < ENOUGH) {
      await browser.startTracing(page, { categories: TRACE_CATEGORIES });
      await scroller.evaluate(scrollInFrames, way);
      times.push(...frameTimes(await browser.stopTracing()));
      run += 1;
    }
    return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), mean: mean(times), runs: run };
  };
  return { slow: await scroll(SLOW), full: await scroll(FULL) };
}
