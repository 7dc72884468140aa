import { expect, test } from './support/situation';
import {
  CONNECT_AT_ONCE,
  expectClosed,
  heard,
  openWindow,
  press,
  startConnect,
  WORK,
} from './support/sign-in-steps';

test('#1 a window: connected with one click', async ({ page, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('#2 the window is closed at once: another try works', async ({ page, open }) => {
  const oneDrive = await open();
  await (await startConnect(oneDrive)).close();
  const window = await openWindow(page, () => oneDrive.button('Try again').click());
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#3 the window is closed half-way: nothing is left of it', async ({ page, open }) => {
  const oneDrive = await open();
  const first = await startConnect(oneDrive);
  await press(first, WORK, 'Sign in');
  await expect(first.getByRole('button', { name: 'Accept' })).toBeVisible();
  await first.close();
  const second = await openWindow(page, () => oneDrive.button('Try again').click());
  // The session at the login host is there; only what was not answered is asked.
  await press(second, 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#4 Cancel closes the window and gives Connect back', async ({ open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await oneDrive.button('Cancel').click();
  await expectClosed(window);
  await oneDrive.connect();
});

test('#5 a double click opens one window', async ({ page, open }) => {
  const oneDrive = await open();
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.dblclick();
  const window = await opened;
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('#6 a script connects without a click: the browser blocks the window, which is told', async ({
  page,
  portal,
  open,
  control,
}) => {
  portal.setFile('/connect.js', CONNECT_AT_ONCE);
  const outcome = page.waitForEvent('console', (message) => message.text().startsWith('connect():'));
  const oneDrive = await open({ body: `${control()}<script type="module" src="/connect.js"></script>` });
  expect((await outcome).text()).toBe('connect(): popup-blocked');
  await expect(page.getByText('blocked the sign-in window')).toBeVisible();
  expect(await heard(page, 'od-error')).toMatchObject([{ code: 'popup-blocked' }]);
  await oneDrive.connect();
});

test('#7 the page isolates itself (COOP same-origin)', async ({ open }) => {
  const oneDrive = await open({ around: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } } });
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#8 the page is loaded again while the window is open', async ({ page, open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await page.reload();
  await expect(oneDrive.connectButton).toBeVisible();
  await window.close();
  await oneDrive.connect();
});

test('#9 Back in the window leads nowhere wrong', async ({ open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK);
  await expect(window.getByLabel('Password')).toBeVisible();
  await window.goBack().catch(() => null);
  await window.goForward().catch(() => null);
  await press(window, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#10 the redirect page is opened by hand: it says what it is for', async ({ page, portal }) => {
  await page.goto(`${portal.origin}/onedrive/oauth2callback.html`);
  await expect(page.getByRole('status')).toHaveText('This page completes a sign-in. You can close it.');
});

test('#77 a closed window is noticed', async ({ page, open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await expect(window.getByRole('button', { name: WORK })).toBeVisible();
  // As long as a person looks at it: a window that was never seen to behave is not believed (docs/decisions/0012).
  await window.waitForTimeout(700);
  await window.close();
  await expect(page.getByText('The sign-in window seems to be closed.')).toBeVisible();
  const second = await openWindow(page, () => oneDrive.button('Try again').click());
  await press(second, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});
