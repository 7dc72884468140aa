import { readFile } from 'node:fs/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { createFilesOnDisk, sha256 } from '../support/files-on-disk';
import { expectAccessible } from '../support/journey';
import { OneDrivePage } from '../support/one-drive-page';
import { serveFolder } from '../support/serve-folder';

interface Fixtures {
  /** Below a folder of its server, as on a host that many projects share. */
  readonly demo: string;
  /** Everything that the browser asked of anybody but this page. */
  readonly elsewhere: readonly string[];
}

const test = base.extend<Fixtures>({
  demo: async ({}, use) => {
    const server = await serveFolder('dist');
    await use(`${server.origin}/demo/`);
    await server.close();
  },
  elsewhere: [
    async ({ context, demo }, use) => {
      const asked: string[] = [];
      context.on('request', (request) => {
        const local = ['data:', 'blob:', demo].some((start) => request.url().startsWith(start));
        if (!local) asked.push(request.url());
      });
      await use(asked);
      expect(asked).toEqual([]);
    },
    { auto: true },
  ],
});

async function download(page: Page, oneDrive: OneDrivePage, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await oneDrive.row(name).click();
  await oneDrive.button('Download').click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(name);
  return file.path();
}

test('F153 F170 a visitor signs in, sees pictures, uploads and gets the same bytes back, until a reload', async ({
  demo,
  page,
}) => {
  const oneDrive = new OneDrivePage(page);
  const disk = await createFilesOnDisk();
  await page.goto(demo);
  await expect(oneDrive.connectButton).toBeVisible();
  await expectAccessible(page);
  await oneDrive.connect();
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  const thumbnail = oneDrive.row('Dunes.jpg').locator('img');
  await expect
    .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const picture = await readFile(await download(page, oneDrive, 'Dunes.jpg'));
  expect(picture.subarray(0, 3).toString('hex')).toBe('ffd8ff');

  await page.keyboard.press('Escape');
  // Above 4 MiB it goes in parts.
  const paths = [await disk.write('large.bin', 9_000_000), await disk.write('small.bin', 40_000)];
  await oneDrive.chooseFiles(paths);
  await oneDrive.allowChanges();
  await expect(oneDrive.transfers.getByText('Uploaded to Pictures')).toHaveCount(2);
  expect(await sha256(await download(page, oneDrive, 'large.bin'))).toBe(await sha256(paths[0] ?? ''));

  await page.getByRole('button', { name: 'Start again' }).click();
  await oneDrive.connect();
  await oneDrive.row('Pictures').dblclick();
  await oneDrive.expectFolder('Pictures');
  await expect(oneDrive.row('Dunes.jpg')).toBeVisible();
  await expect(oneDrive.row('large.bin')).toHaveCount(0);
  await disk.end();
});

test('F170 the app has a OneDrive of its own in each tab', async ({ context, demo }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  const tabs = [new OneDrivePage(first), new OneDrivePage(second)] as const;
  for (const { page } of tabs) await page.goto(`${demo}app.html`);
  await tabs[0].connect();
  await tabs[1].connect('personal@outlook.example');
  await expect(tabs[1].row('Trip to Lisbon')).toBeVisible();
  await expect(tabs[0].row('Shared with the team')).toBeVisible();
  await tabs[0].row('Large folder').dblclick();
  await tabs[0].expectFolder('Large folder');
  await expect(tabs[0].row('Item 00001.txt')).toBeVisible();
});

test('where no service worker runs, the page says what it needs', async ({ demo, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  for (const name of ['', 'app.html']) {
    await page.goto(`${demo}${name}`);
    await expect(page.getByRole('alert')).toContainText('service workers');
  }
});
