import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFilesOnDisk, type FilesOnDisk } from '../support/files-on-disk';
import { walkThrough, type StyleShots } from '../support/host-journey';
import {
  BARE,
  BARE_RIGHT_TO_LEFT,
  CLIPPED,
  FLUENT_BEFORE,
  HOSTILE,
  RIGHT_TO_LEFT,
  TEN,
  type HostPage,
} from '../support/host-pages';
import { compareStyles } from '../support/host-styles';
import { expect, test as base } from '../support/host-test';

/** Elsewhere the control is the same to assistive technology: what it looks like is compared there. */
const LOOKED_AT: ReadonlySet<HostPage> = new Set([BARE, BARE_RIGHT_TO_LEFT, HOSTILE]);

type Walk = (host: HostPage) => Promise<StyleShots>;

const test = base.extend<{ readonly walk: Walk }>({
  walk: async ({ page, openHost }, use) => {
    const disk: FilesOnDisk = await createFilesOnDisk();
    const file = await disk.write('Notes.txt', 2_000);
    await use(async (host) => {
      const { control, oneDrive } = await openHost(host);
      return walkThrough({ page, control, oneDrive, file, looksAtAccess: LOOKED_AT.has(host) });
    });
    await disk.end();
  },
});

/** How the control looks where nothing is in its way. A failed test ends its process, so it is kept on disk. */
function referenceOf(bare: HostPage): string {
  return join(test.info().project.outputDir, `${bare.name.replaceAll(/\W+/g, '-')}.json`);
}

function expectSameLook(reference: HostPage, shots: StyleShots): void {
  const expected: StyleShots = JSON.parse(readFileSync(referenceOf(reference), 'utf8'));
  for (const [state, shot] of Object.entries(expected)) {
    const actual = shots[state as keyof StyleShots];
    expect(shot.elements.length, state).toBeGreaterThan(10);
    expect.soft(compareStyles(shot, actual).slice(0, 20), state).toEqual([]);
  }
}

// A whole journey each, with every style of it read six times.
test.describe.configure({ timeout: 180_000 });

for (const bare of [BARE, BARE_RIGHT_TO_LEFT]) {
  test(`the whole journey on ${bare.name}`, async ({ walk }) => {
    const shots = await walk(bare);
    mkdirSync(dirname(referenceOf(bare)), { recursive: true });
    writeFileSync(referenceOf(bare), JSON.stringify(shots));
  });
}

for (const host of [HOSTILE, FLUENT_BEFORE, CLIPPED, TEN]) {
  test(`the whole journey on ${host.name}: it looks as on the bare page`, async ({ walk }) => {
    expectSameLook(BARE, await walk(host));
  });
}

test(`F139 the whole journey on ${RIGHT_TO_LEFT.name}: it looks as told at the element`, async ({ walk }) => {
  expectSameLook(BARE_RIGHT_TO_LEFT, await walk(RIGHT_TO_LEFT));
});
