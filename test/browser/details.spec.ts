import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { Site } from '../support/sites';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const pane = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const changes = (page: Page) => page.getByRole('region', { name: 'Changes' });

interface Server {
  readonly request: APIRequestContext;
  readonly emulator: EmulatorAdmin;
  readonly site: Site;
}

/** Somebody, somewhere else, gives the file another content. */
async function write({ request, emulator, site }: Server, name: string, content: string): Promise<void> {
  const token = await emulator.token('work@contoso.example');
  const path = `/v1.0/me/drive/root:/${encodeURIComponent(name)}:/content`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' };
  const answer = await request.put(`${site.emulator}${path}`, { headers, data: content });
  expect(answer.status()).toBe(200);
}

/** How often the service was asked for what the pane tells. */
async function asked(emulator: EmulatorAdmin): Promise<number> {
  return (await emulator.log()).filter(({ method, path }) => method === 'POST' && path.endsWith('/$batch'))
    .length;
}

test('F101 the pane tells of the open folder, then of what is selected, then of all of it', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.button('Details').click();
  await expect(oneDrive.button('Details')).toHaveAttribute('aria-pressed', 'true');
  await expect(pane(page).getByRole('heading', { name: 'My files' })).toBeVisible();
  await oneDrive.row('Pictures').getByText('Pictures').click();
  await oneDrive.expectFolder('Pictures');
  await expect(pane(page).getByRole('heading', { name: 'Pictures' })).toBeVisible();
  await expect(pane(page).getByText('with all that lies in it')).toBeVisible();
  await oneDrive.row('Autumn forest.jpg').click();
  await expect(pane(page).getByText('1,500 × 1,000 pixels')).toBeVisible();
  await expect(pane(page).getByText('My files › Pictures')).toBeVisible();
  await expect(pane(page).getByText(/by Alex Wilber/)).toHaveCount(2);
  await expect(pane(page).locator('img')).toBeVisible();
  await expectAccessible(page);
  // Beside the pane the middle of a row is its menu's button.
  await oneDrive.row('Dunes.jpg').getByRole('checkbox').click();
  await expect(pane(page).getByRole('heading', { name: '2 items' })).toBeVisible();
  await expect(pane(page).getByText('2 files')).toBeVisible();
  await pane(page).getByRole('button', { name: 'Close details' }).click();
  await expect(pane(page)).toHaveCount(0);
});

test('F101 keys alone: open, go along the rows without a request for each, and close', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await oneDrive.row('Pictures').getByText('Pictures').click();
  await oneDrive.expectFolder('Pictures');
  await oneDrive.row('Autumn forest.jpg').click();
  await page.keyboard.press('Alt+Enter');
  await expect(pane(page).getByText('1,500 × 1,000 pixels')).toBeVisible();
  const before = await asked(emulator);
  for (let row = 0; row < 8; row += 1) await page.keyboard.press('ArrowDown');
  await expect(pane(page).getByRole('heading', { name: 'Night above the valley.jpg' })).toBeVisible();
  await expect(pane(page).getByText(/ × .* pixels/)).toBeVisible();
  expect(await asked(emulator)).toBeLessThanOrEqual(before + 2);
  await expect(oneDrive.row('Night above the valley.jpg')).toBeFocused();
  await page.keyboard.press('Control+i');
  await expect(pane(page)).toHaveCount(0);
  await page.keyboard.press('Control+i');
  // Seen a moment ago: nobody is asked again for what has not changed.
  await expect(pane(page).getByText(/ × .* pixels/)).toBeVisible();
  await pane(page).getByRole('button', { name: 'Close details' }).focus();
  await page.keyboard.press('Escape');
  await expect(pane(page)).toHaveCount(0);
  await expect(oneDrive.row('Night above the valley.jpg')).toBeFocused();
});

test('F101 in a narrow control the pane stands over the list, which waits behind it', async ({
  page,
  oneDrive,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await oneDrive.files.getByRole('button', { name: 'More actions for Read me first.md' }).click();
  await page.getByRole('menuitem', { name: 'Details' }).click();
  await expect(pane(page).getByRole('heading', { name: 'Read me first.md' })).toBeVisible();
  await expect(pane(page).getByRole('button', { name: 'Close details' })).toBeFocused();
  expect(await oneDrive.files.evaluate((list) => list.closest('[inert]') !== null)).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Read me first.md')).toBeVisible();
});

test('F101 tells of a row while the second page of a long folder is still to come', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await emulator.faults([
    { match: { path: '/children\\?.*skiptoken' }, phase: 'before', effect: { kind: 'delay', ms: 60_000 } },
  ]);
  await oneDrive.row('Large folder').getByText('Large folder').click();
  await oneDrive.row('Item 00001.txt').click();
  await page.keyboard.press('Alt+Enter');
  await expect(pane(page).getByRole('heading', { name: 'Item 00001.txt' })).toBeVisible();
  await expect(pane(page).getByText(/by Alex Wilber/)).toHaveCount(2);
});

test('F101 what can’t be read says so, is tried again, and leaves the rest', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await emulator.faults([
    {
      match: { method: 'POST', path: '/\\$batch$' },
      phase: 'before',
      effect: { kind: 'status', status: 403 },
    },
  ]);
  await oneDrive.row('Getting started.pdf').click();
  await page.keyboard.press('Alt+Enter');
  await expect(pane(page).getByText('You can’t do this here')).toBeVisible();
  await expect(pane(page).getByText('PDF document (.pdf)')).toBeVisible();
  await expectAccessible(page);
  await emulator.clearFaults();
  await pane(page).getByRole('button', { name: 'Try again' }).click();
  await expect(pane(page).getByText(/by Alex Wilber/)).toHaveCount(2);
});

test('F102 an earlier version is downloaded, restored, and that taken back', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const server = { request, emulator, site };
  await write(server, 'Read me first.md', 'The second version.\n');
  await emulator.advanceClock(600_000);
  await write(server, 'Read me first.md', 'The third version, which is longer.\n');
  await page.keyboard.press('Escape');
  await oneDrive.button('Refresh').click();
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('Alt+Enter');
  await pane(page).getByRole('button', { name: 'Versions' }).click();
  const versions = pane(page).getByRole('region', { name: 'Versions' }).getByRole('listitem');
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toHaveText(/Current version/);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await versions
    .nth(1)
    .getByRole('button', { name: /^Download the version of/ })
    .click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('The second version.\n');
  await versions
    .nth(1)
    .getByRole('button', { name: /^Restore the version of/ })
    .click();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText(/Read me first.md is again what it was/)).toBeVisible();
  await expect(versions).toHaveCount(4);
  await expect(pane(page).getByText('20 bytes').first()).toBeVisible();
  await changes(page).getByRole('button', { name: 'Undo' }).click();
  await expect(changes(page).getByText('Read me first.md is as it was before')).toBeVisible();
  await expect(versions).toHaveCount(5);
});

test('F102 a version is not put over what somebody else has written meanwhile', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  const server = { request, emulator, site };
  await write(server, 'Read me first.md', 'The second version.\n');
  await oneDrive.button('Refresh').click();
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('Alt+Enter');
  await pane(page).getByRole('button', { name: 'Versions' }).click();
  const restore = pane(page).getByRole('button', { name: /^Restore the version of/ });
  await expect(restore).toBeVisible();
  await write(server, 'Read me first.md', 'Written by somebody else.\n');
  await restore.click();
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('The earlier version was not restored')).toBeVisible();
  await expect(
    changes(page)
      .getByText(/changed meanwhile|Somebody|someone/i)
      .first(),
  ).toBeVisible();
  // What is there now is told at once.
  await expect(pane(page).getByText('26 bytes').first()).toBeVisible();
});

test('F103 activity tells how often a file was viewed and who did what, newest first, where somebody unfolds it', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  await emulator.advanceClock(600_000);
  await write({ request, emulator, site }, 'Read me first.md', 'The second version.\n');
  await oneDrive.button('Refresh').click();
  await oneDrive.row('Read me first.md').click();
  await page.keyboard.press('Alt+Enter');
  const activity = pane(page).getByRole('region', { name: 'Activity' });
  await expect(
    pane(page)
      .getByText(/by Alex Wilber/)
      .first(),
  ).toBeVisible();
  await expect.poll(() => asked(emulator)).toBe(1);
  await activity.getByRole('button', { name: 'Activity' }).click();
  await expect(activity.getByText('Nobody has viewed this yet.')).toBeVisible();
  await expect(activity.getByRole('listitem')).toHaveText([
    /^Alex Wilber changed it/,
    /^Alex Wilber changed it/,
    /^Alex Wilber created it/,
  ]);
  expect(await asked(emulator)).toBe(2);
  await expectAccessible(page);
  const token = await emulator.token('work@contoso.example');
  const path = '/v1.0/me/drive/root:/Read%20me%20first.md:/content';
  const headers = { Authorization: `Bearer ${token}` };
  for (let time = 0; time < 2; time += 1) await request.get(`${site.emulator}${path}`, { headers });
  // Looking at a file does not change it: it is asked anew whenever it is unfolded.
  await activity.getByRole('button', { name: 'Activity' }).click();
  await activity.getByRole('button', { name: 'Activity' }).click();
  await expect(activity.getByText('Viewed 2 times by one person, 2 times in the last 7 days.')).toBeVisible();
});

test('F093 F101 who has access is asked only where somebody wants to see it, and can be changed there', async ({
  page,
  oneDrive,
  emulator,
}) => {
  const lists = async () =>
    (await emulator.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/permissions'))
      .length;
  await oneDrive.row('Shared with the team').click();
  await page.keyboard.press('Alt+Enter');
  const access = pane(page).getByRole('region', { name: 'Who has access' });
  await expect(access).toBeVisible();
  expect(await lists()).toBe(0);
  await access.getByRole('button', { name: 'Who has access' }).click();
  const people = access.getByRole('list', { name: 'Who has access to “Shared with the team”' });
  await expect(people.getByRole('listitem')).toHaveCount(3);
  expect(await lists()).toBe(1);
  await expectAccessible(page);
});
