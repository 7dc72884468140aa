import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';

test.use({ signedInBefore: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the glass. */
class Fingers {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async down(...touchPoints: readonly Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [...touchPoints],
    });
  }

  async up(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Each finger goes straight from its first place to its last. */
  async move(...ways: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
    const steps = 6;
    await this.down(...ways.map(([from]) => from));
    for (let step = 1; step <= steps; step += 1) {
      const touchPoints = ways.map(([from, to]) => ({
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      }));
      await this.#session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await this.up();
  }
}

async function middleOf(place: Locator): Promise<Point> {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

const preview = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

test('F095 F097 by touch alone: folders are opened, pictures pinched and swiped, items pressed long, and deleted', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  const fingers = new Fingers(await page.context().newCDPSession(page));
  const readMe = preview(page, 'Read me first.md');
  await oneDrive.row('Read me first.md').tap();
  await expect(readMe.getByRole('heading').last()).toBeVisible();
  // The file before is meant, and not the page that was open before.
  const { x: inText, y: below } = await middleOf(readMe);
  await fingers.move([
    { x: inText - 80, y: below },
    { x: inText + 80, y: below },
  ]);
  await expect(preview(page, 'Getting started.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Close the preview' }).tap();
  await oneDrive.row('Pictures').tap();
  await oneDrive.expectFolder('Pictures');

  await oneDrive.row('Autumn forest.jpg').tap();
  const image = preview(page, 'Autumn forest.jpg').getByRole('img', { name: 'Autumn forest.jpg' });
  await expect(image).toHaveAttribute('src', /^blob:/);
  const width = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const fitting = await width();
  const { x, y } = await middleOf(image);
  await fingers.move(
    [
      { x: x - 40, y },
      { x: x - 120, y },
    ],
    [
      { x: x + 40, y },
      { x: x + 120, y },
    ],
  );
  await expect.poll(async () => Math.abs((await width()) / fitting - 3)).toBeLessThan(0.2);
  // Zoomed it is the picture that a finger moves.
  const left = async () => (await image.boundingBox())?.x ?? 0;
  const before = await left();
  await fingers.move([
    { x: x + 80, y },
    { x: x - 80, y },
  ]);
  await expect.poll(left).toBeLessThan(before - 60);
  await expect(preview(page, 'Autumn forest.jpg')).toBeVisible();
  // A tap on what still glides only stops it.
  await expect
    .poll(async () => {
      const from = await left();
      await page.waitForTimeout(100);
      return (await left()) - from;
    })
    .toBe(0);
  await page.getByRole('button', { name: 'Fit to the window' }).tap();
  await expect.poll(width).toBe(fitting);

  await fingers.move([
    { x: x + 80, y },
    { x: x - 80, y: y + 10 },
  ]);
  await expect(preview(page, 'Dunes.jpg')).toBeVisible();
  await expectAccessible(page);
  await fingers.move([
    { x: x - 80, y },
    { x: x + 80, y },
  ]);
  await expect(preview(page, 'Autumn forest.jpg')).toBeVisible();
  // Down is no way to another file.
  await fingers.move([
    { x, y: y - 60 },
    { x: x + 30, y: y + 90 },
  ]);
  await expect(preview(page, 'Autumn forest.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Close the preview' }).tap();

  await fingers.down(await middleOf(oneDrive.row('Dunes.jpg').getByText('Dunes')));
  await expect(page.getByText('1 selected')).toBeVisible();
  await fingers.up();
  await oneDrive.row('Autumn forest.jpg').tap();
  await expect(page.getByText('2 selected')).toBeVisible();
  await expectAccessible(page);
  await oneDrive.button('Delete').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).tap();
  await expect(oneDrive.row('Dunes.jpg')).toHaveCount(0);
  await expect(oneDrive.row('Autumn forest.jpg')).toHaveCount(0);
});
