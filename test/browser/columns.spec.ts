import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

/** Goes to the library of the team, and gives the right that it asks for. */
async function openLibrary(page: Page, oneDrive: OneDrivePage): Promise<void> {
  await page.getByRole('treeitem', { name: 'Sites', exact: true }).click();
  const window = page.waitForEvent('popup');
  await page
    .getByRole('dialog', { name: 'See your sites' })
    .getByRole('button', { name: 'Continue' })
    .click();
  await (await window).getByRole('button', { name: 'Accept' }).click();
  await oneDrive.row('Marketing').dblclick();
  await oneDrive.row('Documents').dblclick();
  await expect(oneDrive.row('Brief.txt')).toBeVisible();
}

async function inView(page: Page, act: (options: Locator) => Promise<unknown>): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'View options' });
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await act(panel);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
}

const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const namesOf = (oneDrive: OneDrivePage) =>
  oneDrive.files
    .locator('[data-index]')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.getAttribute('aria-label')),
    );

test('F105 columns of a library are switched on, sorted by, kept and told of in the details; nobody else pays', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openLibrary(page, oneDrive);
  const asked = async () =>
    (await emulator.log()).filter(({ path, query }) => /list\/columns|listItem/i.test(`${path} ${query}`))
      .length;
  expect(await asked()).toBe(0);

  await inView(page, async (options) => {
    for (const name of ['Modified by', 'Size', 'Modified'])
      await options.getByRole('checkbox', { name, exact: true }).uncheck();
    for (const name of ['Status', 'Budget', 'Due date', 'Owner'])
      await options.getByRole('checkbox', { name, exact: true }).check();
    await expect(options.getByRole('checkbox', { name: 'Internal' })).toHaveCount(0);
  });
  const brief = oneDrive.row('Brief.txt');
  for (const said of ['Draft', '€900.50', 'Nov 30, 2026', 'Mina Okafor'])
    await expect(brief).toContainText(said);

  await header(page, 'Budget').getByRole('button').click();
  // Folders first; who says nothing before who says something, and 900.5 before 10,000.
  await expect
    .poll(() => namesOf(oneDrive))
    .toEqual(['General', 'Campaign 2026', 'Brief.txt', 'Who does what.txt']);
  // One listing for all of them, whatever was switched on last.
  const readings = (await emulator.log()).filter(({ query }) => /listItem/i.test(decodeURIComponent(query)));
  expect(readings.length).toBeLessThanOrEqual(2 * 4);
  await page.reload();
  await expect(brief).toContainText('€900.50');
  await expect(header(page, 'Budget')).toHaveAttribute('aria-sort', 'ascending');

  await brief.click();
  await oneDrive.button('Details').click();
  const told = page.getByRole('region', { name: 'Columns of the library' });
  for (const said of ['Jonas Lindqvist and Sofía Herrera', '40%', 'North and West'])
    await expect(told).toContainText(said);
  await expect(told.getByRole('link', { name: 'The briefing' })).toHaveAttribute(
    'href',
    /^https:\/\/contoso\.example\/briefing$/,
  );
  await expectAccessible(page);
});
