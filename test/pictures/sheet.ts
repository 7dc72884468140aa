import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { OneDriveControlElement } from '../support/element-page';

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
  readonly dir: 'ltr' | 'rtl';
}

const LIGHT: Look = { colorScheme: 'light', forcedColors: 'none', dir: 'ltr' };

/** As they stand on a sheet: two beside each other. */
const LOOKS: readonly Look[] = [
  LIGHT,
  { colorScheme: 'dark', forcedColors: 'none', dir: 'ltr' },
  { colorScheme: 'light', forcedColors: 'active', dir: 'ltr' },
  { colorScheme: 'light', forcedColors: 'none', dir: 'rtl' },
];

const FOLDER = new URL('../../docs/screenshots/review/', import.meta.url).pathname;
const GAP = 12;

/** What is on the screen in light, dark, with forced colours and from right to left, on one sheet. */
export async function shootSheet(page: Page, name: string): Promise<void> {
  const shots: Buffer[] = [];
  for (const look of LOOKS) {
    await wear(page, look);
    shots.push(await page.screenshot({ animations: 'disabled' }));
  }
  await wear(page, LIGHT);
  const { width, height } = await sharp(shots[0]).metadata();
  const path = `${FOLDER}${name}.webp`;
  await mkdir(dirname(path), { recursive: true });
  await sharp({
    create: { width: 2 * width + GAP, height: 2 * height + GAP, channels: 3, background: '#808080' },
  })
    .composite(
      shots.map((input, place) => ({
        input,
        left: (place % 2) * (width + GAP),
        top: Math.floor(place / 2) * (height + GAP),
      })),
    )
    .webp({ quality: 72 })
    .toFile(path);
}

async function wear(page: Page, { dir, ...media }: Look): Promise<void> {
  await page.emulateMedia(media);
  await page.locator('onedrive-control').evaluate((drive: OneDriveControlElement, to) => {
    if (drive.dir !== to) drive.dir = to;
  }, dir);
  // What moves on its way to another side has come to rest.
  await page.waitForTimeout(400);
}
