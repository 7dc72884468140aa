import type { APIRequestContext, Page } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, expectAccessible, test } from '../support/journey';
import type { Site } from '../support/sites';

/** Longer than the shortest pause between two questions. */
const WHILE = 31_000;

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  // Only the page's own clock is ever turned: nobody waits for it.
  await page.clock.install();
  await page.goto('/');
  await oneDrive.connect();
});

interface Elsewhere {
  readonly request: APIRequestContext;
  readonly emulator: EmulatorAdmin;
  readonly site: Site;
}

/** The same drive from somewhere else: another device, another person. */
async function elsewhere({ request, emulator, site }: Elsewhere) {
  const authorization = `Bearer ${await emulator.token('work@contoso.example')}`;
  const call = async (method: string, path: string, data?: object) => {
    const headers = { authorization };
    const answer = await request.fetch(`${site.emulator}/v1.0/me/drive/root:/${path}`, {
      method,
      headers,
      ...(data && { data }),
    });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.json().catch(() => undefined);
  };
  return {
    write: (path: string) => call('PUT', `${path}:/content`, { written: path }),
    rename: (path: string, name: string) => call('PATCH', `${path}:`, { name }),
    move: async (path: string, folder: string) => {
      const { id } = await call('GET', `${folder}:`);
      await call('PATCH', `${path}:`, { parentReference: { id } });
    },
    remove: (path: string) => call('DELETE', `${path}:`),
  };
}

const deltas = async (emulator: EmulatorAdmin, asked = /./) =>
  (await emulator.log()).filter(
    ({ method, path, query }) => method === 'GET' && path.endsWith('/delta') && asked.test(query),
  ).length;

test('F022 what others add, rename, move and delete appears by itself, and is said once', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const others = await elsewhere({ request, emulator, site });
  await expect.poll(() => deltas(emulator)).toBeGreaterThan(0);
  await page.clock.fastForward(WHILE);
  // A question that goes on where another ended: from here on nothing is missed.
  await expect.poll(() => deltas(emulator, /^(?!.*latest)/)).toBeGreaterThan(0);
  const before = await listings(emulator);
  await others.write('Added elsewhere.txt');
  await others.write('Documents/Below.txt');
  await others.rename('Read me first.md', 'Read me later.md');
  await others.move('Getting started.pdf', 'Empty folder');
  await page.clock.fastForward(2 * WHILE);
  await expect(oneDrive.row('Added elsewhere.txt')).toBeVisible();
  await expect(oneDrive.row('Read me later.md')).toBeVisible();
  await expect(oneDrive.row('Read me first.md')).toHaveCount(0);
  await expect(oneDrive.row('Getting started.pdf')).toHaveCount(0);
  await expect(
    page.getByRole('status').getByText('1 new item. 1 item has changed. 1 item is no longer here.'),
  ).toHaveCount(1);
  await expectAccessible(page);
  await others.remove('Added elsewhere.txt');
  await page.clock.fastForward(WHILE);
  await expect(oneDrive.row('Added elsewhere.txt')).toHaveCount(0);
  expect(await listings(emulator)).toBe(before);
});

const listings = async (emulator: EmulatorAdmin) =>
  (await emulator.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/children')).length;

test('F145 the mouse on a folder reads it ahead, and opening it asks for nothing twice', async ({
  page,
  oneDrive,
  emulator,
}) => {
  // The token of the feed: what reads ahead is there.
  await expect.poll(() => deltas(emulator)).toBeGreaterThan(0);
  const before = await listings(emulator);
  // The first move of a mouse comes from nowhere: it has no length.
  await oneDrive.breadcrumb.hover();
  await oneDrive.row('Documents').hover();
  await page.clock.runFor(200);
  await expect.poll(() => listings(emulator)).toBe(before + 1);
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
  expect(await listings(emulator)).toBe(before + 1);
  // The list has come under a mouse that rests: nobody means that row.
  await page.clock.runFor(1000);
  expect(await listings(emulator)).toBe(before + 1);
});

test('F145 by keyboard the folder that the focus rests on is read ahead, and what is passed by is not', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await expect.poll(() => deltas(emulator)).toBeGreaterThan(0);
  const before = await listings(emulator);
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.clock.runFor(200);
  await expect.poll(() => listings(emulator)).toBe(before + 1);
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
  expect(await listings(emulator)).toBe(before + 1);
});

test('F144 F151 a folder that was seen is there at once; one that is left is asked for no further', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await oneDrive.row('Documents').dblclick();
  await expect(oneDrive.row('Projects')).toBeVisible();
  await emulator.faults([{ match: { path: '/children' }, phase: 'before', effect: { kind: 'stall' } }]);
  await oneDrive.button('My files').click();
  // Its new listing never comes: what was seen stays, and says that it is being looked at again.
  await expect(oneDrive.row('Pictures')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: /Loading/ })).toBeVisible();
  const left = page.waitForEvent('requestfailed', (request) => request.url().includes('/children'));
  await oneDrive.row('Documents').dblclick();
  expect((await left).failure()?.errorText).toContain('ERR_ABORTED');
  await expect(oneDrive.row('Projects')).toBeVisible();
});

test('F150 without a network the last listings are there, marked, and what needs a network is greyed', async ({
  page,
  oneDrive,
  emulator,
}) => {
  // What keeps listings comes after the first rows, with what asks for changes.
  await expect.poll(() => deltas(emulator)).toBeGreaterThan(0);
  await oneDrive.row('Documents').dblclick();
  await expect(oneDrive.row('Projects')).toBeVisible();
  await page.clock.runFor(2500);
  await expect.poll(() => keptListings(page)).toBe(2);
  // Another page in the same tab, which has Graph no more.
  await page.route('**/v1.0/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.clock.runFor(4000);
  await expect(oneDrive.row('Projects')).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/^Offline – as of /)).toBeVisible();
  await oneDrive.row('Projects').click();
  await expect(oneDrive.button('Delete')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
  await oneDrive.button('My files').click();
  await expect(oneDrive.row('Pictures')).toBeVisible();
  await page.unroute('**/v1.0/**');
  await page.context().setOffline(false);
  await expect(page.getByText(/^Offline/)).toHaveCount(0);
  await expect(oneDrive.row('Pictures')).toBeVisible();
});

test('F150 nothing of it stays when somebody disconnects', async ({ page, oneDrive }) => {
  await page.clock.runFor(2500);
  await expect.poll(() => keptListings(page)).toBe(1);
  await page.getByRole('button', { name: /Account/ }).click();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await expect(oneDrive.connectButton).toBeVisible();
  await expect.poll(() => keptListings(page)).toBe(0);
});

/** How many lie in the browser. */
function keptListings(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('onedrive-control-listings');
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => resolve(0));
        opening.addEventListener('success', () => {
          const count = opening.result.transaction('listings').objectStore('listings').count();
          count.addEventListener('success', () => {
            opening.result.close();
            resolve(count.result);
          });
        });
      }),
  );
}
