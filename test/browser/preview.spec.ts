import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { OneDrivePage } from '../support/one-drive-page';

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

async function openFolder(oneDrive: OneDrivePage, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await oneDrive.row(name).dblclick();
    await oneDrive.expectFolder(name);
  }
}

const preview = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** The whole image has come in the place of the small one. */
async function expectImage(view: Locator, name: string): Promise<void> {
  const image = view.getByRole('img', { name });
  await expect(image).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

/** Requests of Graph and of bytes since the last time. */
async function requestsSince(emulator: EmulatorAdmin, count: number) {
  return (await emulator.log()).slice(count).filter(({ method }) => method !== 'OPTIONS');
}

test('F095 F097 an image is opened by its name, zoomed, turned, and left for the next one', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openFolder(oneDrive, 'Pictures');
  const before = (await emulator.log()).length;
  await oneDrive.row('Autumn forest.jpg').getByText('Autumn').click();
  const first = preview(page, 'Autumn forest.jpg');
  await expectImage(first, 'Autumn forest.jpg');
  await expect(first.getByText('1 of 14')).toBeVisible();
  await expectAccessible(page);
  await first.getByRole('button', { name: 'Next file' }).click();
  const second = preview(page, 'Dunes.jpg');
  await expectImage(second, 'Dunes.jpg');
  await expect(second.getByText('2 of 14')).toBeVisible();
  const asked = await requestsSince(emulator, before);
  const ofGraph = asked.filter(({ path }) => path.startsWith('/v1.0'));
  // Each file once, and the one that may be next.
  console.log(`Two images looked at: ${ofGraph.length} requests of Graph`);
  expect(ofGraph.length).toBeLessThanOrEqual(3);

  const image = second.getByRole('img', { name: 'Dunes.jpg' });
  const width = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const fitting = await width();
  await second.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(width).toBe(Math.round(fitting * 1.25));
  await image.hover();
  await page.mouse.wheel(0, -700);
  // A wheel's way is not exact to the pixel.
  await expect.poll(async () => Math.abs((await width()) - fitting * 2.5)).toBeLessThan(10);
  await second.getByRole('button', { name: 'Fit to the window' }).click();
  await expect.poll(width).toBe(fitting);
  await second.getByRole('button', { name: 'Rotate' }).click();
  const box = async () => (await image.boundingBox()) ?? { width: 0, height: 0 };
  await expect.poll(async () => (await box()).height > (await box()).width).toBe(true);
  await second.getByRole('button', { name: 'Close the preview' }).click();
  await expect(second).toBeHidden();
  // Back in the list, at the file that was seen last.
  await expect(oneDrive.row('Dunes.jpg')).toBeFocused();
});

test('F095 F097 the keyboard alone opens, turns pages, zooms and comes back; the focus stays inside', async ({
  page,
  oneDrive,
}) => {
  await openFolder(oneDrive, 'Pictures');
  await oneDrive.row('Dunes.jpg').focus();
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog');
  await expect(view).toHaveAccessibleName('Dunes.jpg');
  await expect(view).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(view).toHaveAccessibleName('Autumn forest.jpg');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(view).toHaveAccessibleName('Evening at the lake.jpg');
  await expectImage(view, 'Evening at the lake.jpg');
  const image = view.getByRole('img');
  const width = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const fitting = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBe(Math.round(fitting * 1.25));
  await page.keyboard.press('0');
  await expect.poll(width).toBe(fitting);
  // All the way round, twice.
  for (let press = 0; press < 24; press += 1) {
    await page.keyboard.press('Tab');
    expect(
      await view.evaluate((dialog) => dialog.contains((dialog.getRootNode() as ShadowRoot).activeElement)),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await expect(oneDrive.row('Evening at the lake.jpg')).toBeFocused();
  // Without going anywhere, to where it was.
  await page.keyboard.press('Alt+P');
  await expect(view).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Evening at the lake.jpg')).toBeFocused();
});

test('F096 an Office file stands in the service’s own page, whose address nobody finds', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openFolder(oneDrive, 'Documents', 'Projects', '2026', 'Website');
  const before = (await emulator.log()).length;
  const name = await oneDrive.files
    .getByRole('row', { name: /\.docx$/ })
    .first()
    .getAttribute('aria-label');
  await oneDrive.row(name ?? '').dblclick();
  const view = preview(page, name ?? '');
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/embed.aspx'))).toBe(true);
  const frame = page.frames().find((one) => one.url().includes('/embed.aspx'));
  await expect(frame?.locator('body') ?? page.locator('none')).toContainText('The emulator has no Office');
  expect(frame?.url()).toContain('nb=true');
  await expectAccessible(page);
  const ofGraph = (await requestsSince(emulator, before)).filter(({ path }) => path.startsWith('/v1.0'));
  expect(ofGraph.map(({ method }) => method)).toEqual(['POST']);
  const found = await page.evaluate(() => {
    const walk = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .map((element) => `${element.outerHTML}${element.shadowRoot ? walk(element.shadowRoot) : ''}`)
        .join('');
    return walk(document).includes('tempauth');
  });
  expect(found).toBe(false);
  await expect(view.getByRole('button', { name: 'Open in Word' })).toBeVisible();
});

test('F095 a text is shown as a text, whatever it is made of', async ({ page, oneDrive }) => {
  await openFolder(oneDrive, 'Documents', 'Projects', '2026', 'Website');
  await oneDrive.row('index.html').dblclick();
  const view = preview(page, 'index.html');
  await expect(view.getByText('<h1>Soon</h1>')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Soon' })).toHaveCount(0);
  await expectAccessible(page);
});
