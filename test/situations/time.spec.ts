import { expect, test, type SituationParts } from './support/situation';
import { HOUR, openFolder, openWindow, press, requests, startConnect, WORK } from './support/sign-in-steps';

test('#45 the computer sleeps for eight hours: the work goes on', async ({ page, emulator, open }) => {
  await page.clock.install();
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.advanceClock(8 * HOUR);
  // Timers are late by as much, as they are after a sleep.
  await page.clock.fastForward(8 * HOUR);
  await openFolder(oneDrive, 'Documents', 'Projects');
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0);
});

/** Signs in, by a clock that is wrong by so much, and looks around. */
async function expectNoLoop({ page, emulator, open }: SituationParts, by: number): Promise<void> {
  await page.clock.setSystemTime(Date.now() + by);
  const oneDrive = await open();
  await oneDrive.connect();
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /\/authorize\b/)).toHaveLength(1);
  expect((await requests(emulator, /\/token\b/)).length).toBeLessThanOrEqual(2);
}

test('#46 the computer’s clock is five hours fast: signed in once, no loop', async ({
  page,
  emulator,
  open,
}) => {
  await expectNoLoop({ page, emulator, open }, 5 * HOUR);
});

test('#47 the computer’s clock is five hours slow: signed in once, no loop', async ({
  page,
  emulator,
  open,
}) => {
  await expectNoLoop({ page, emulator, open }, -5 * HOUR);
});

test('#48 the page comes back out of the browser’s memory (back button): it goes on', async ({
  page,
  portal,
  emulator,
  open,
}) => {
  portal.setFile('/next.html', '<!doctype html><title>Next</title><link rel="icon" href="data:,">');
  const oneDrive = await open();
  await oneDrive.connect();
  await page.goto(`${portal.origin}/next.html`);
  await emulator.advanceClock(2 * HOUR);
  // Deferred: the page that is left answers no question any more.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await openFolder(oneDrive, 'Documents', 'Projects');
});

test('#49 the sign-in ends in the middle of the work, and the window is closed: the work waits', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
  await page.context().clearCookies({ domain: 'localhost' });
  await emulator.advanceClock(25 * HOUR);
  await oneDrive.button('Refresh').click();
  const again = page.getByRole('button', { name: 'Sign in again' }).first();
  await (await openWindow(page, () => again.click())).close();
  await oneDrive.button('Cancel').first().click();
  await press(await openWindow(page, () => again.click()), 'Sign in');
  await openFolder(oneDrive, 'Documents', 'Projects');
});
