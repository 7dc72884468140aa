import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

/** A browser that nobody has used, with one window. */
export interface FreshBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export const WINDOW = { width: 1100, height: 800 };

/** Fonts and icons of some peers come from servers of their makers: the same for everybody, with a network or not. */
const NO_OTHER_HOSTS = 'MAP * ~NOTFOUND, EXCLUDE localhost';

/** @param resolverRules how hosts are found, as Chromium's option has it */
export async function openBrowser(resolverRules = NO_OTHER_HOSTS): Promise<FreshBrowser> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_FLAGS, `--host-resolver-rules=${resolverRules}`],
  });
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  return { browser, context, page, close: () => closeHard(browser) };
}

/** A page that has not answered for a minute does not answer to its closing either. */
async function closeHard(browser: Browser): Promise<void> {
  await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
}

/** Bytes of JavaScript heap in use after a full collection. */
export async function heapAfterCollection(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
