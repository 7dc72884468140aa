import type { Page } from '@playwright/test';
import { signIn } from '../support/one-drive-page';
import { expect, expectAccessible, test } from '../support/journey';

/** As where a browser lets no window open: the driver's clicks would open one (test/situations blocks for real). */
async function blockWindows(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.open = () => null;
  });
}

test('a blocked window is offered in this one, which comes back to the same folder', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/?from=portal#/Documents/Projects');
  await blockWindows(page);
  await oneDrive.connectButton.click();
  await expect(page.getByText('The browser blocked the sign-in window')).toBeVisible();
  await expectAccessible(page);
  await oneDrive.button('Continue in this window').click();
  await signIn(page, 'work@contoso.example');
  await oneDrive.expectFolder('Projects');
  expect(page.url()).toMatch(/\/\?from=portal#\/Documents\/Projects$/);
});

test('declining in this window comes back to a sentence', async ({ page, oneDrive }) => {
  await page.goto('/');
  await blockWindows(page);
  await oneDrive.connectButton.click();
  await oneDrive.button('Continue in this window').click();
  await page.getByRole('button', { name: 'work@contoso.example' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Permission was not given')).toBeVisible();
  await expect(oneDrive.connectButton).toBeVisible();
});
