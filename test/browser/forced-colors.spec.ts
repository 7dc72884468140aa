import type { Locator } from '@playwright/test';
import { createFilesOnDisk } from '../support/files-on-disk';
import { expect, expectAccessible, test } from '../support/journey';

test.use({ forcedColors: 'active' });

/** What a part is drawn with, in the colours that the system has chosen. */
const drawn = (part: Locator) =>
  part.evaluate((element) => {
    const { backgroundColor, color, outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
    return { backgroundColor, color, outline: `${outlineStyle} ${outlineWidth}`, outlineColor };
  });

/** The contrast between the lightest and the darkest point of what is seen there. */
async function contrastIn(part: Locator): Promise<number> {
  const picture = (await part.screenshot()).toString('base64');
  return part.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (value = 0) => (value / 255) ** 2.2;
    const luminances = Array.from({ length: data.length / 4 }, (_, at) => {
      const [red, green, blue] = data.slice(4 * at, 4 * at + 3);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    });
    return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
  }, picture);
}

test('F136 with forced colours, focus, selection, icons, what can’t be done and progress are still seen', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  const system = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colorOf = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const names = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'GrayText', 'ButtonText'] as const;
    const colors = Object.fromEntries(names.map((name) => [name, colorOf(name)]));
    probe.remove();
    return colors;
  });

  const row = oneDrive.row('Read me first.md');
  const before = await drawn(row);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  expect(before.backgroundColor).not.toBe((await drawn(row)).backgroundColor);
  expect(await drawn(row)).toMatchObject({ backgroundColor: system['Highlight'] });
  expect(await drawn(row.getByText('Read me first.md'))).toMatchObject({ color: system['HighlightText'] });

  await page.keyboard.press('ArrowDown');
  await expect(oneDrive.files.locator('[data-index]:focus')).toHaveCount(1);
  const focused = await drawn(oneDrive.files.locator('[data-index]:focus'));
  expect(focused.outline).toMatch(/^solid [2-9]px$/);
  expect(focused.outlineColor).not.toBe(focused.backgroundColor);

  for (const icon of [
    oneDrive.button('Refresh'),
    row.getByRole('checkbox'),
    page.getByRole('treeitem').first(),
  ])
    expect(await contrastIn(icon.locator('svg').first())).toBeGreaterThan(4.5);

  await page.getByRole('treeitem', { name: 'Recent', exact: true }).click();
  await oneDrive.expectFolder('Recent');
  await expect(oneDrive.button('New folder')).toBeDisabled();
  expect(await drawn(oneDrive.button('New folder'))).toMatchObject({ color: system['GrayText'] });
  await expectAccessible(page);

  await page.getByRole('treeitem', { name: 'My files', exact: true }).click();
  await oneDrive.expectFolder('My files');
  const disk = await createFilesOnDisk();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let fragments = 0;
  await page.route(/uploadSession/, async (route) => {
    fragments += route.request().method() === 'PUT' ? 1 : 0;
    if (fragments > 1) await released;
    await route.continue();
  });
  await oneDrive.chooseFiles(await disk.write('Progress.bin', 24 * 1024 * 1024));
  await oneDrive.allowChanges();
  await expect.poll(() => fragments).toBe(2);
  const bar = oneDrive.transfers.getByRole('progressbar', { name: 'Overall progress' });
  await expect(bar).toBeVisible();
  const [track, done] = [await drawn(bar), await drawn(bar.locator('> *').first())];
  expect(done.backgroundColor).toBe(system['Highlight']);
  // The colour of text, in which Fluent draws what is left, may be next to that of a selection.
  expect(track.backgroundColor).toBe(system['Canvas']);
  release();
  await expect(oneDrive.row('Progress.bin')).toBeVisible({ timeout: 30_000 });
  await disk.end();
});
