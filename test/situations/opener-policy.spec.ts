import { expect, test } from './support/situation';
import { press, startConnect, WORK } from './support/sign-in-steps';

const ISOLATED = { headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } };

test('#60 the login isolates itself (COOP): connected, and nothing is taken for closed before', async ({
  page,
  emulator,
  open,
}) => {
  await emulator.openerPolicy('always');
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK);
  // To the page the handle of the window says “closed” since the login page came.
  await expect(oneDrive.button('Cancel')).toBeVisible();
  await press(window, 'Sign in');
  await expect(page.getByText('The sign-in window seems to be closed.')).toBeHidden();
  await press(window, 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('#61 page and login isolate themselves', async ({ emulator, open }) => {
  await emulator.openerPolicy('always');
  const oneDrive = await open({ around: ISOLATED });
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#62 given up, and then finished in the window all the same: nobody is signed in behind one’s back', async ({
  page,
  emulator,
  open,
}) => {
  await emulator.openerPolicy('always');
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await expect(window.getByRole('button', { name: WORK })).toBeVisible();
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
  await press(window, WORK, 'Sign in', 'Accept');
  await expect.poll(() => window.isClosed()).toBe(true);
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  await expect.poll(stored).not.toMatch(/accesstoken|refreshtoken/i);
  await expect(oneDrive.connectButton).toBeVisible();
});
