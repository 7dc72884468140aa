import type { Browser, Page } from 'playwright';
import { actTime, type ActTime } from './act-time';
import { openBrowser } from './chromium-run';
import type { Contestant } from './contestants';
import { TRACE_CATEGORIES } from './frame-times';
import { openList, patiently, PATIENCE, waitForAll, whyNot } from './open-list';
import { watchAct, type Wanted } from './probe';
import { SKILLS, type Deed, type Skills } from './skills';
import { median } from './statistics';

export const ACTS = ['selectAll', 'sort', 'sortBack'] as const;
export type Act = (typeof ACTS)[number];

export interface ActResult extends ActTime {
  /** Fewer than asked for where one takes long. */
  readonly runs: number;
}

/** Of each act the medians, or in words why there are none. */
export type ActsResult = Readonly<Record<Act, ActResult | string>>;

interface ActOptions {
  readonly contestant: Contestant;
  readonly address: string;
  readonly items: number;
  readonly runs: number;
}

/** Milliseconds; past it an act is not repeated. */
const ENOUGH = 20_000;
/** Milliseconds in which whatever begins behind a complete list has come to rest. */
const REST = 3000;

export async function measureActs(options: ActOptions): Promise<ActsResult | string> {
  const { contestant } = options;
  const skills = SKILLS[contestant.name];
  if (!skills) return 'nobody knows how';
  const { selectAll, sort } = skills;
  if (typeof selectAll === 'string' && typeof sort === 'string') return { selectAll, sort, sortBack: sort };
  const { browser, page, close } = await openBrowser();
  const acting: Acting = { ...options, browser, page, skills };
  try {
    await openAnew(acting);
    const selected = typeof selectAll === 'string' ? selectAll : await selectAllOften(acting, selectAll);
    const sorted = typeof sort === 'string' ? { sort, sortBack: sort } : await sortOften(acting, sort);
    return { selectAll: selected, ...sorted };
  } catch (error) {
    return whyNot(error);
  } finally {
    await close();
  }
}

interface Acting extends ActOptions {
  readonly browser: Browser;
  readonly page: Page;
  readonly skills: Skills;
}

async function openAnew({ page, contestant, address, items }: Acting): Promise<void> {
  await openList(page, contestant, address);
  await waitForAll(page, contestant, items);
  await page.waitForTimeout(REST);
}

async function selectAllOften(acting: Acting, deed: Deed): Promise<ActResult | string> {
  const { page, skills } = acting;
  const mark = skills.selectedMark;
  try {
    const times = await often(acting, async () => {
      const time = await measureOne(acting, deed, { kind: 'selected', mark });
      await watched(acting, () => page.keyboard.press('Escape'), { kind: 'unselected', mark });
      return time;
    });
    return medians(times);
  } catch (error) {
    return whyNot(error);
  }
}

async function sortOften(acting: Acting, deed: Deed): Promise<Pick<ActsResult, 'sort' | 'sortBack'>> {
  const { items, skills } = acting;
  const first = (n: number): Wanted => ({
    kind: 'first',
    name: `Item ${String(n).padStart(String(items).length, '0')}`,
  });
  if (skills.oneWay !== undefined) {
    const times = await often(acting, async () => {
      await openAnew(acting);
      return measureOne(acting, deed, first(items));
    });
    return { sort: medians(times), sortBack: skills.oneWay };
  }
  const pairs = await often(acting, async () => ({
    there: await measureOne(acting, deed, first(items)),
    back: await measureOne(acting, deed, first(1)),
  }));
  return {
    sort: medians(pairs.map(({ there }) => there)),
    sortBack: medians(pairs.map(({ back }) => back)),
  };
}

async function often<T>({ runs }: Acting, once: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const start = performance.now();
  while (results.length < runs && performance.now() - start < ENOUGH) results.push(await once());
  return results;
}

async function measureOne(acting: Acting, deed: Deed, wanted: Wanted): Promise<ActTime> {
  const { browser, page } = acting;
  await deed.prepare?.(page);
  // What preparing has set off.
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  let trace: Buffer | undefined;
  try {
    await watched(acting, () => deed.run(page), wanted);
  } finally {
    trace = await browser.stopTracing();
  }
  return actTime(trace);
}

/** Does it, and waits until it can be seen and the page is at rest. @throws GaveUp */
async function watched(
  { page, contestant }: Acting,
  run: () => Promise<void>,
  wanted: Wanted,
): Promise<void> {
  await page.evaluate(watchAct, { rowPath: contestant.rowPath, wanted });
  await patiently(page, async () => {
    await run();
    await page.waitForFunction(() => globalThis.benchProbe.acted, undefined, {
      timeout: PATIENCE,
      polling: 100,
    });
  });
}

function medians(times: readonly ActTime[]): ActResult {
  return {
    total: median(times.map(({ total }) => total)),
    longest: median(times.map(({ longest }) => longest)),
    runs: times.length,
  };
}
