import type { APIRequestContext } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, expectAccessible, test } from '../support/journey';
import type { Site } from '../support/sites';

/** Longer than the shortest pause between two questions. */
const WHILE = 31_000;

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

const deltas = async (emulator: EmulatorAdmin) =>
  (await emulator.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/delta')).length;

test('F022 what others add, rename, move and delete appears by itself, and is said once', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const others = await elsewhere({ request, emulator, site });
  await expect.poll(() => deltas(emulator)).toBe(1);
  await others.write('Added elsewhere.txt');
  await others.write('Documents/Below.txt');
  await others.rename('Read me first.md', 'Read me later.md');
  await others.move('Getting started.pdf', 'Empty folder');
  await page.clock.fastForward(WHILE);
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
  // What lies in another folder was told as well: one request for all of it.
  expect(await deltas(emulator)).toBe(3);
});
