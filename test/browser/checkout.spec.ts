import type { APIRequestContext, Page } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';
import type { Site } from '../support/sites';

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

const changes = (page: Page) => page.getByRole('region', { name: 'Changes' });
const pane = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const FILE = 'Read me first.md';
const COLLEAGUE = 'mfa@contoso.example';

interface Server {
  readonly request: APIRequestContext;
  readonly emulator: EmulatorAdmin;
  readonly site: Site;
}

/** Somebody, somewhere else, calls Graph. */
async function call(
  { request, emulator, site }: Server,
  user: string,
  [method, path]: readonly [string, string],
  data?: unknown,
) {
  const token = await emulator.token(user, 'Files.ReadWrite.All');
  const answer = await request.fetch(`${site.emulator}/v1.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(data !== undefined && { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return answer.status() === 204 ? undefined : answer.json();
}

const work = 'work@contoso.example';
const fileUrl = `/me/drive/root:/${encodeURIComponent(FILE)}`;

async function choose(page: Page, oneDrive: OneDrivePage, name: string, action: string): Promise<void> {
  await oneDrive.row(name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('F089 checks files out, says so on the row and in the pane, checks one in with a word and discards the other', async ({
  page,
  oneDrive,
  request,
  emulator,
  site,
}) => {
  const server = { request, emulator, site };
  await oneDrive.row(FILE).click();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await choose(page, oneDrive, FILE, 'Check out');
  await oneDrive.allowChanges();
  await expect(changes(page).getByText('2 files are checked out: nobody else can change them')).toBeVisible();
  for (const name of [FILE, 'Getting started.pdf']) {
    await expect(oneDrive.row(name)).toHaveAttribute('aria-description', /^Checked out by you, /);
    await expect(oneDrive.row(name).getByText('Checked out by you')).toBeVisible();
  }
  // The page is no place to lose it from.
  await expect(changes(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await call(server, work, ['PUT', `${fileUrl}:/content`], 'a draft');
  await oneDrive.button('Refresh').click();
  await expect(oneDrive.row(FILE)).toHaveAttribute('aria-description', /^Checked out by you, .*, 7 bytes$/);
  await oneDrive.row(FILE).click();
  await page.keyboard.press('Alt+Enter');
  await expect(pane(page).getByText('By you. Others see what it was before')).toBeVisible();
  await expectAccessible(page);

  await choose(page, oneDrive, FILE, 'Discard check-out');
  const discard = page.getByRole('dialog', { name: 'Discard this check-out?' });
  await expect(discard.getByText('All changes since the check-out are lost.')).toBeVisible();
  await expect(discard.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  await discard.getByRole('button', { name: 'Discard check-out' }).click();
  await expect(changes(page).getByText(`${FILE} is again what it was before the check-out`)).toBeVisible();
  await expect(oneDrive.row(FILE)).not.toHaveAttribute('aria-description', /Checked out|7 bytes/);
  await expect(pane(page).getByText('By you.')).toHaveCount(0);

  await choose(page, oneDrive, 'Getting started.pdf', 'Check in');
  const checkIn = page.getByRole('dialog', { name: 'Check in this file?' });
  await expect(checkIn.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Ready to be read');
  await expectAccessible(page);
  const sent = page.waitForRequest((request) => request.url().endsWith('/checkin'));
  await checkIn.getByRole('button', { name: 'Check in' }).click();
  expect((await sent).postDataJSON()).toEqual({ comment: 'Ready to be read' });
  await expect(changes(page).getByText('Getting started.pdf is checked in')).toBeVisible();
  await expect(oneDrive.row('Getting started.pdf')).not.toHaveAttribute('aria-description', /Checked out/);
});

test('F089 what somebody else has checked out says who, and refuses every change with that sentence', async ({
  page,
  oneDrive,
  request,
  emulator,
  site,
}) => {
  const server = { request, emulator, site };
  const recipients = [{ email: COLLEAGUE }];
  const item = await call(server, work, ['GET', fileUrl]);
  await call(server, work, ['POST', `${fileUrl}:/invite`], { recipients, roles: ['write'] });
  const path = `/drives/${item.parentReference.driveId}/items/${item.id}`;
  await call(server, COLLEAGUE, ['POST', `${path}/checkout`]);

  // The list does not know of it yet: the refusal does.
  await oneDrive.row(FILE).click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await dialog.getByRole('textbox').fill('Mine.md');
  await page.keyboard.press('Enter');
  await oneDrive.allowChanges();
  const sentence =
    'Miriam Graham has checked it out. Nobody else can change it until Miriam Graham checks it in';
  await expect(dialog.getByText(sentence)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(oneDrive.row(FILE)).toHaveAttribute('aria-description', /^Checked out by Miriam Graham, /);
  await expect(oneDrive.row(FILE).getByText('Checked out by Miriam Graham')).toBeVisible();

  await oneDrive.row(FILE).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(changes(page).getByRole('listitem')).toContainText(sentence);
  await expect(oneDrive.row(FILE)).toBeVisible();
  await expectAccessible(page);

  await oneDrive.row(FILE).click({ button: 'right' });
  const action = page.getByRole('menuitem', { name: 'Check out' });
  await expect(action).toHaveAttribute('aria-disabled', 'true');
  await expect(action).toContainText('Checked out by Miriam Graham');
  await page.keyboard.press('Escape');
  await call(server, COLLEAGUE, ['POST', `${path}/checkin`], { comment: '' });
  await oneDrive.button('Refresh').click();
  await expect(oneDrive.row(FILE)).not.toHaveAttribute('aria-description', /Checked out/);
});
