import type { Page, Route } from '@playwright/test';

/** Chunks that were asked for, and are answered only when the test says so. */
export interface HeldChunks {
  /** Names in the order of the requests: `react-CBX_CGEZ.js`. */
  readonly asked: () => readonly string[];
  /** Answers what was and will be asked for; with a test of the name, only that. */
  readonly release: (which?: (name: string) => boolean) => Promise<void>;
}

/** @param which tells by its name whether a chunk is held */
export async function holdChunks(page: Page, which: (name: string) => boolean): Promise<HeldChunks> {
  const asked: string[] = [];
  let isHeld = which;
  let held: { readonly name: string; readonly route: Route }[] = [];
  await page.route('**/chunks/*.js', async (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\//, '');
    if (which(name)) asked.push(name);
    if (isHeld(name)) held.push({ name, route });
    else await route.fallback();
  });
  return {
    asked: () => [...asked],
    release: async (released = () => true) => {
      isHeld = (name) => which(name) && !released(name);
      const free = held.filter(({ name }) => !isHeld(name));
      held = held.filter(({ name }) => isHeld(name));
      await Promise.all(free.map(({ route }) => route.fallback()));
    },
  };
}
