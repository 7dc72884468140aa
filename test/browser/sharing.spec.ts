import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

/** Opens the dialog for a file or folder of the list. */
async function share(page: Page, oneDrive: OneDrivePage, name: string): Promise<Locator> {
  await oneDrive.row(name).click();
  await oneDrive.button('Share').click();
  const dialog = page.getByRole('dialog', { name: `Share “${name}”` });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('F090 F093 makes a link, copies it, finds it again, and removes it after saying what that means', async ({
  page,
  oneDrive,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await share(page, oneDrive, 'Read me first.md');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await oneDrive.allowChanges();
  await expect(dialog.getByText('The link is ready. The link is copied.')).toBeVisible();
  const address = await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(address).toMatch(/^https?:/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await expectAccessible(page);
  // The same once more is the same link.
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText(/was there already/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(address);

  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  const list = dialog.getByRole('list', { name: 'Who has access to “Read me first.md”' });
  const link = list
    .getByRole('listitem')
    .filter({ hasText: 'People in the organisation with the link can view' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByText('Owner')).toBeVisible();
  await expectAccessible(page);
  await link.getByRole('button', { name: /^Remove this link/ }).click();
  await expect(link.getByText(/stops working for everybody/)).toBeVisible();
  await expectAccessible(page);
  await link.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByText(/can view: removed/)).toBeVisible();
  await dialog.getByRole('tab', { name: 'Link' }).click();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText(/The link is ready/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(oneDrive.row('Read me first.md')).toHaveAttribute('aria-description', /shared/i);
  expect(await page.content()).not.toContain(address);
});

test('F091 F094 a link for anyone with an end; what the account and the organisation forbid is greyed, with the reason', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await emulator.policy({ anonymousLinks: false });
  const dialog = await share(page, oneDrive, 'Getting started.pdf');
  await expect(dialog.getByLabel('Password')).toBeDisabled();
  await expect(dialog.getByText('Only in a personal OneDrive').first()).toBeVisible();
  await dialog.getByLabel('Ends after').fill('2030-12-31');
  await dialog.getByRole('radio', { name: 'Anyone with the link' }).check();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await oneDrive.allowChanges();
  const anyone = dialog.getByRole('radio', { name: /Anyone with the link.*OneDrive refused this/ });
  await expect(anyone).toBeDisabled();
  await expectAccessible(page);
  // Nothing typed is lost, and what is allowed is made.
  await expect(dialog.getByLabel('Ends after')).toHaveValue('2030-12-31');
  await expect(dialog.getByRole('radio', { name: /People in the organisation/ })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Block download' }).check();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText(/The link is ready/)).toBeVisible();
  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  const link = dialog.getByRole('listitem').filter({ hasText: 'can view, not download' });
  await expect(link.getByText(/Ends Dec 31, 2030/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  // It stays refused for the whole drive.
  await share(page, oneDrive, 'Read me first.md');
  await expect(
    anyone.or(page.getByRole('radio', { name: /Anyone.*OneDrive refused this/ })).first(),
  ).toBeDisabled();
});

test('F092 F093 invites pasted people by keyboard; who is unknown stays with the reason, the others get roles', async ({
  page,
  oneDrive,
}) => {
  await oneDrive.row('Read me first.md').click();
  await oneDrive.button('Share').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share “Read me first.md”' });
  await expect(dialog.getByRole('tab', { name: 'Link' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Invite people' })).toBeFocused();
  const field = dialog.getByRole('combobox', { name: 'People' });
  await field.focus();
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'Ann Lee <ann@fabrikam.example>; nobody@nowhere.invalid,\nno address');
  const chosen = dialog.getByRole('list', { name: 'People to invite' });
  await expect(chosen.getByRole('listitem')).toHaveCount(3);
  await expect(chosen.getByText('No @ in it')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/One entry is no address/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Delete');
  await expect(chosen.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Invite', exact: true }).press('Enter');
  await oneDrive.allowChanges();
  await expect(dialog.getByText(/ann@fabrikam.example was invited/)).toBeVisible();
  await expect(chosen.getByRole('listitem')).toHaveText(/nobody@nowhere.invalid.*knows nobody/);
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  const ann = dialog.getByRole('listitem').filter({ hasText: 'ann@fabrikam.example' });
  await ann.getByRole('combobox').selectOption('Can edit');
  await expect(dialog.getByText('ann@fabrikam.example: Can edit')).toBeVisible();
  await ann.getByRole('button', { name: /^Remove the access/ }).press('Enter');
  await expect(ann.getByRole('button', { name: 'Keep' })).toBeFocused();
  await ann.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(ann).toHaveCount(0);
});

test('F093 a role that could not be changed goes back, with the reason; several items are shared one at a time', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await oneDrive.row('Shared with the team').click();
  await oneDrive.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share “Shared with the team”' });
  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  const layla = dialog.getByRole('listitem').filter({ hasText: 'Layla Haddad' });
  await emulator.faults([
    {
      match: { method: 'PATCH' },
      phase: 'before',
      nth: 1,
      times: 9,
      effect: { kind: 'status', status: 423 },
    },
  ]);
  await layla.getByRole('combobox').selectOption('Can view');
  await oneDrive.allowChanges();
  await dialog.getByRole('tab', { name: 'Who has access' }).click();
  await expect(layla.getByText(/Not changed. The file is in use/)).toBeVisible();
  await expect(layla.getByRole('combobox')).toHaveValue('write');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await oneDrive.row('Read me first.md').click();
  await oneDrive.row('Getting started.pdf').click({ modifiers: ['Control'] });
  await expect(oneDrive.button('Share')).toHaveAttribute('aria-disabled', 'true');
});

test.describe('in a frame that may not copy, at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('F090 the address stands selected where the page may not copy', async ({ page, oneDrive }) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      });
    });
    await oneDrive.row('Read me first.md').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share “Read me first.md”' });
    await dialog.getByRole('button', { name: 'Create link' }).click();
    await oneDrive.allowChanges();
    await expect(dialog.getByText(/may not copy/)).toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Link', exact: true });
    await expect(field).toBeFocused();
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
      (await field.inputValue()).length,
    );
    await expectAccessible(page);
    const wide = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(wide).toBe(false);
  });
});
