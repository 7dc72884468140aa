import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { createFilesOnDisk, type FilesOnDisk } from '../support/files-on-disk';
import { walkThrough, type StyleShots } from '../support/host-journey';
import {
  BARE,
  BARE_RIGHT_TO_LEFT,
  CLIPPED,
  FLUENT_BEFORE,
  HOSTILE,
  RIGHT_TO_LEFT,
  SCRIPT,
  TEN,
  type HostPage,
} from '../support/host-pages';
import { compareStyles } from '../support/host-styles';
import { expect, test as base } from '../support/journey';
import { OneDrivePage } from '../support/one-drive-page';
import { startPortal } from '../support/portal';

/** docs/emulator.md */
const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

type Walk = (host: HostPage) => Promise<StyleShots>;

const test = base.extend<{ readonly walk: Walk }>({
  walk: async ({ page, site, emulator }, use) => {
    const disk: FilesOnDisk = await createFilesOnDisk();
    const file = await disk.write('Notes.txt', 2_000);
    const portal = await startPortal(site);
    await emulator.registerApp({
      clientId: CLIENT_ID,
      spa: [`${portal.origin}/onedrive/oauth2callback.html`],
    });
    await watchPolicy(page);
    await use(async (host) => {
      for (const [path, text] of Object.entries(host.files ?? {})) portal.setFile(path, await text());
      const element = `<onedrive-control id="drive" client-id="${CLIENT_ID}" authority="${site.emulator}/common"></onedrive-control>`;
      const body = host.body(element);
      portal.setPage(body.includes(SCRIPT) ? body : body + SCRIPT, host.around);
      await page.goto(portal.origin);
      const control = page.locator('#drive');
      const shots = await walkThrough({ page, control, oneDrive: new OneDrivePage(page, control), file });
      expect(await page.evaluate(() => Reflect.get(globalThis, 'violations'))).toEqual([]);
      return shots;
    });
    await portal.close();
    await disk.end();
  },
});

/** Every breach of the page's policy, from before the first script on. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      violations.push(`${violatedDirective}: ${blockedURI} by ${sourceFile}`),
    );
  });
}

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

test(`the whole journey on ${RIGHT_TO_LEFT.name}: it looks as told at the element`, async ({ walk }) => {
  expectSameLook(BARE_RIGHT_TO_LEFT, await walk(RIGHT_TO_LEFT));
});
