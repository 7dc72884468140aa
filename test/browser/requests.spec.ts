import type { Page } from '@playwright/test';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, test } from '../support/journey';
import type { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

const LISTING = 'GET /drives/…/items/…/children';

/** What Graph was asked for, by kind; preflights are the browser's. */
async function askedOfGraph(emulator: EmulatorAdmin): Promise<readonly string[]> {
  return (await emulator.log())
    .filter(({ method, path }) => method !== 'OPTIONS' && path.startsWith('/v1.0/'))
    .map(({ method, path }) => `${method} ${path.slice(5).replaceAll(/(drives|items)\/[^/]+/g, '$1/…')}`);
}

/** Of the files that were looked into. */
async function pagesShown(emulator: EmulatorAdmin): Promise<number> {
  return (await askedOfGraph(emulator)).filter((asked) => asked.endsWith('/preview')).length;
}

interface Visit {
  readonly page: Page;
  readonly oneDrive: OneDrivePage;
  readonly emulator: EmulatorAdmin;
}

async function lookAround({ page, oneDrive, emulator }: Visit): Promise<void> {
  for (const name of ['Documents', 'Projects', '2026']) {
    await oneDrive.row(name).dblclick();
    await oneDrive.expectFolder(name);
    await page.mouse.move(1, 1);
  }
  await oneDrive.breadcrumb.getByText('Documents', { exact: true }).click();
  await oneDrive.expectFolder('Documents');
  for (const name of ['Contract.pdf', 'Invoice 0042.pdf']) {
    const before = await pagesShown(emulator);
    await oneDrive.row(name).getByText(name).click();
    const preview = page.getByRole('dialog', { name });
    // Nothing of this page reaches into the frame that shows it.
    await expect.poll(() => pagesShown(emulator)).toBe(before + 1);
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  }
}

test('F146 a short visit asks for no more than docs/decisions/0044 argues for', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  const expected = [
    'GET /me/drive/root',
    LISTING,
    'GET /drives/…/root/delta',
    ...Array.from({ length: 4 }, () => LISTING),
    ...Array.from({ length: 2 }, () => 'POST /drives/…/items/…/preview'),
  ].sort();
  const asked = async () => [...(await askedOfGraph(emulator))].sort();
  // What follows the changes of others begins behind the first rows.
  await expect.poll(asked).toContain('GET /drives/…/root/delta');
  await lookAround({ page, oneDrive, emulator });
  expect(await asked()).toEqual(expected);
});
