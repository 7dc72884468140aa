import { setTimeout as sleep } from 'node:timers/promises';
import type { JSHandle, Page } from 'playwright';
import type { Contestant } from './contestants';
import { findScroller, watchFirstRows } from './probe';

/** A minute is longer than anybody waits; what takes longer has no number. */
export const PATIENCE = 60_000;

/** A page that showed its rows too late for a number, in the words that stand in its place. */
class GaveUp extends Error {}

/** What stands in a table in place of a number. */
export function whyNot(error: unknown): string {
  if (error instanceof GaveUp) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `failed: ${reason.split('\n')[0]?.replaceAll('|', '/').slice(0, 60)}`;
}

/** Opens the page of a contestant and waits for its first rows. @throws GaveUp */
export async function openList(page: Page, { rowPath }: Contestant, address: string): Promise<void> {
  await page.addInitScript(watchFirstRows, rowPath);
  await page.goto(address, { waitUntil: 'commit' });
  await patiently(page, () =>
    page.waitForFunction(() => globalThis.benchProbe?.firstRows, undefined, {
      timeout: PATIENCE,
      polling: 100,
    }),
  );
}

export interface CompleteList {
  readonly scroller: JSHandle<Element>;
  /** Milliseconds since the start of the navigation. */
  readonly at: number;
}

/** Waits until the list is as high as all its items. @throws GaveUp */
export async function waitForAll(
  page: Page,
  { rowPath, leastRowHeight }: Contestant,
  items: number,
): Promise<CompleteList> {
  const complete = async (): Promise<CompleteList> => {
    for (;;) {
      // Found anew each time: some make the element that scrolls only when they know their height.
      const scroller = await page.evaluateHandle(findScroller, rowPath);
      const { height, at } = await scroller.evaluate((element) => ({
        height: element.scrollHeight,
        at: performance.now(),
      }));
      if (height >= items * leastRowHeight) return { scroller, at };
      await scroller.dispose();
      await page.waitForTimeout(50);
    }
  };
  return patiently(page, complete);
}

/** Waits no longer than anybody would. @throws GaveUp */
export async function patiently<T>(page: Page, wait: () => Promise<T>): Promise<T> {
  const waiting = wait();
  // Ends with an error of its own when the browser is closed; nobody asks for it then.
  waiting.catch(() => undefined);
  const outcome = await Promise.race([
    waiting.then((value) => ({ value })),
    sleep(PATIENCE, undefined, { ref: false }),
  ]);
  if (outcome) return outcome.value;
  // A page that works all the time is slow; one that answers and has no rows may be measured wrongly.
  const answers = page.evaluate(() => true).catch(() => false);
  const idle = await Promise.race([answers, sleep(3000, undefined, { ref: false })]);
  throw new GaveUp(idle ? 'idle, not complete after 60 s' : 'gave up after 60 s');
}
