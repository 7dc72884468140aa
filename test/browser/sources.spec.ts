import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';
import type { Page } from '@playwright/test';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const tree = (page: Page) => page.getByRole('tree', { name: 'Places' });
const place = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });

/** Goes to a place of the pane, and gives the right that it asks for. */
async function goTo(oneDrive: OneDrivePage, name: string, title?: string): Promise<void> {
  await place(oneDrive.page, name).click();
  if (title !== undefined) await oneDrive.allow(title);
}

const crumbs = (oneDrive: OneDrivePage) => oneDrive.breadcrumb.getByRole('listitem').allTextContents();

test('F018 the tree of folders opens by keyboard, level by level, and leads where it says', async ({
  page,
  oneDrive,
}) => {
  await expect(place(page, 'My files')).toHaveAttribute('aria-selected', 'true');
  await place(page, 'My files').focus();
  await page.keyboard.press('ArrowRight');
  await expect(place(page, 'My files')).toHaveAttribute('aria-expanded', 'true');
  await expect(place(page, 'Documents')).toHaveAttribute('aria-level', '2');
  // Files are in the list alone.
  await expect(place(page, 'Read me first.md')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(place(page, 'Documents')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(place(page, 'Projects')).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Projects');
  expect(await crumbs(oneDrive)).toEqual(['My files', 'Documents', 'Projects']);
  await expect(page).toHaveURL(/#\/Documents\/Projects$/);
  await place(page, 'Projects').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(place(page, 'Documents')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(place(page, 'Projects')).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(place(page, 'My files')).toBeFocused();
  await expectAccessible(page);
});

test('F018 folders that could not be read say so in the tree, and are read again', async ({
  page,
  emulator,
}) => {
  await emulator.faults([
    { match: { method: 'GET', path: '/children' }, phase: 'before', effect: { kind: 'status', status: 403 } },
  ]);
  await place(page, 'My files').focus();
  await page.keyboard.press('ArrowRight');
  const failed = tree(page).getByRole('treeitem', { name: /Try again/ });
  await expect(failed).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Documents')).toBeVisible();
});

test('F109 recent files, of which Microsoft tells no more, are the newest of the own drive, and it says so', async ({
  page,
  oneDrive,
}) => {
  await goTo(oneDrive, 'Recent');
  await oneDrive.expectFolder('Recent');
  await expect(oneDrive.row('Shopping.txt')).toBeVisible();
  await expect(page.getByText(/no longer tells which files you used last/)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Modified', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(oneDrive.button('New folder')).toBeDisabled();
  await page.reload();
  await oneDrive.expectFolder('Recent');
  await expect(oneDrive.row('Shopping.txt')).toBeVisible();
  await expectAccessible(page);
});

test('F110 what others share is asked for with its own right, opens in their drive, and has an address', async ({
  page,
  oneDrive,
}) => {
  await goTo(oneDrive, 'Shared with me', 'Open files of others');
  await oneDrive.expectFolder('Shared with me');
  await oneDrive.row('Notes').dblclick();
  await oneDrive.expectFolder('Notes');
  expect(await crumbs(oneDrive)).toEqual(['Shared with me', 'Notes']);
  await expect(oneDrive.row('Bread.txt')).toBeVisible();
  await page.reload();
  await oneDrive.expectFolder('Notes');
  await expect(oneDrive.row('Bread.txt')).toBeVisible();
  expect(await crumbs(oneDrive)).toEqual(['Shared with me', 'Notes']);
  await page.goBack();
  await oneDrive.expectFolder('Shared with me');
});

test('F110 who does not give the right is told so, and can try again', async ({ page, oneDrive }) => {
  await goTo(oneDrive, 'Shared with me');
  await page
    .getByRole('dialog', { name: 'Open files of others' })
    .getByRole('button', { name: 'Not now' })
    .click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await oneDrive.allow('Open files of others');
  await expect(oneDrive.row('Notes')).toBeVisible();
});

test('F111 favourites are what was followed', async ({ page, oneDrive, emulator, site, request }) => {
  await goTo(oneDrive, 'Favourites');
  await expect(page.getByText('No favourites yet')).toBeVisible();
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const address = `${site.emulator}/v1.0/me/drive/root:/Documents/Contract.pdf:/follow`;
  expect((await request.post(address, { headers })).status()).toBe(200);
  await oneDrive.button('Refresh').click();
  await expect(oneDrive.row('Contract.pdf')).toBeVisible();
});

test('F112 sites lead to their libraries and folders, where files can be added', async ({
  page,
  oneDrive,
}) => {
  await goTo(oneDrive, 'Sites', 'See your sites');
  await oneDrive.expectFolder('Sites');
  // Those that are followed come first, all others behind them.
  await expect(oneDrive.row('All Company')).toBeVisible();
  await oneDrive.row('Marketing').dblclick();
  await oneDrive.expectFolder('Marketing');
  await expect(oneDrive.button('New folder')).toBeDisabled();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  expect(await crumbs(oneDrive)).toEqual(['Sites', 'Marketing', 'Documents']);
  await expect(oneDrive.row('Campaign 2026')).toBeVisible();
  await oneDrive.chooseFiles([{ name: 'for-all.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
  await oneDrive.allow('Allow changes to files of others');
  await expect(oneDrive.row('for-all.txt')).toBeVisible();
  await expectAccessible(page);
});

test('F113 a channel of a team opens the folder of its files', async ({ oneDrive }) => {
  await goTo(oneDrive, 'Teams', 'See your teams');
  await oneDrive.row('Marketing').dblclick();
  await oneDrive.row('General').dblclick();
  await oneDrive.expectFolder('General');
  expect(await crumbs(oneDrive)).toEqual(['Teams', 'Marketing', 'General']);
  await expect(oneDrive.row('Reading list.md')).toBeVisible();
});

test('F018 in a narrow page the places come by a button, and go with a choice or Escape', async ({
  page,
  oneDrive,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(tree(page)).toBeHidden();
  const button = oneDrive.button('Places');
  await button.click();
  await expect(place(page, 'My files')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(tree(page)).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await place(page, 'Recent').click();
  await expect(tree(page)).toBeHidden();
  await oneDrive.expectFolder('Recent');
});

test('F114 a pasted link opens what it leads to; one that can not be opened says why', async ({
  page,
  oneDrive,
  emulator,
  site,
  request,
}) => {
  const token = await emulator.token('mfa@contoso.example', 'Files.ReadWrite');
  const headers = { Authorization: `Bearer ${token}` };
  const address = `${site.emulator}/v1.0/me/drive/root:/Music/Playlist.m3u:/createLink`;
  const answer = await request.post(address, { headers, data: { type: 'view', scope: 'organization' } });
  const { link } = await answer.json();
  await oneDrive.button('Open a link…').click();
  const dialog = page.getByRole('dialog', { name: 'Open a link' });
  const field = dialog.getByRole('textbox', { name: 'Sharing link' });
  await field.fill('Playlist');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/This is no address/)).toBeVisible();
  await field.fill(`${link.webUrl}x`);
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  await expect(dialog.getByText(/Nothing is behind this link/)).toBeVisible();
  await expectAccessible(page);
  await field.fill(link.webUrl);
  await page.keyboard.press('Enter');
  await oneDrive.allow('Open files of others');
  await expect(dialog).toBeHidden();
  await expect(oneDrive.row('Playlist.m3u')).toBeFocused();
  expect(await crumbs(oneDrive)).toEqual(['Shared with me', 'Playlist.m3u']);
});
