import { expect, expectAccessible, test } from '../support/journey';
import { signIn } from '../support/one-drive-page';

test('F013 the self-test finds nothing wrong, and its report names nobody', async ({
  page,
  context,
  oneDrive,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?self-test');
  await oneDrive.button('Start the test').click();
  const window = page.waitForEvent('popup');
  await oneDrive.button('Sign in to test').click();
  await signIn(await window, 'work@contoso.example');
  const permission = page.waitForEvent('popup');
  await oneDrive.button('Allow changes to test').click();
  await (await permission).getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is wrong.' })).toBeVisible();
  const rows = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Passed' })).toHaveCount(await rows.count());
  await expectAccessible(page);
  await oneDrive.button('Copy report').click();
  await expect(page.getByText('The report was copied.')).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('Passed: The test file was deleted again');
  expect(report).not.toMatch(/work@contoso\.example|Alex Wilber|eyJ/);
});

test('what has failed leads to the self-test', async ({ page, oneDrive, emulator }) => {
  await page.goto('/');
  await emulator.faults([
    {
      match: { path: '^/v1\\.0/me/drive/root' },
      times: 100,
      phase: 'before',
      effect: { kind: 'status', status: 403, body: { error: { code: 'accessDenied' } } },
    },
  ]);
  const window = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  await signIn(await window, 'work@contoso.example');
  await page.locator('summary', { hasText: 'Details' }).click();
  await page.getByRole('link', { name: 'Run the self-test' }).click();
  await expect(oneDrive.button('Start the test')).toBeVisible();
  await page.getByRole('link', { name: 'Back to OneDrive' }).click();
  await expect(page).not.toHaveURL(/self-test/);
});

test('the self-test is given up at once, and can be run again', async ({ page, oneDrive }) => {
  await page.goto('/?self-test');
  await oneDrive.button('Start the test').click();
  await expect(oneDrive.button('Sign in to test')).toBeFocused();
  await expectAccessible(page);
  await oneDrive.button('Cancel').click();
  await expect(page.getByText('The test was cancelled before.').first()).toBeVisible();
  await oneDrive.button('Run again').click();
  await oneDrive.button('Skip this step').click();
  await expect(page.getByText('there was none', { exact: false }).first()).toBeVisible();
});
