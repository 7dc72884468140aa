import { expect, test } from './support/situation';
import {
  disconnect,
  expectClosed,
  openWindow,
  PERSONAL,
  press,
  startConnect,
  WORK,
} from './support/sign-in-steps';
import { OneDrivePage } from '../support/one-drive-page';

test('#35 another account is chosen: nothing of the first is shown', async ({ page, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await oneDrive.row('Notes').press('Enter');
  await oneDrive.expectFolder('Notes');
  const window = await openWindow(page, async () => {
    await oneDrive.button('Account').click();
    await page.getByRole('menuitem', { name: 'Switch account' }).click();
  });
  await press(window, PERSONAL, 'Sign in', 'Accept');
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Trip to Lisbon')).toBeVisible();
  await expect(oneDrive.row('Empty folder')).toBeHidden();
});

test('#36 Disconnect leaves the session at Microsoft: connecting again asks nothing', async ({ open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await disconnect(oneDrive);
  await expectClosed(startConnect(oneDrive));
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#37 Disconnect leaves nothing of this account, and everything of the page’s other clients', async ({
  page,
  open,
}) => {
  const planted = [
    'msal.3|other.account|login.localhost|accesstoken|99999999-9999-4999-8999-999999999999||files.read||',
    'msal.3.token.keys.99999999-9999-4999-8999-999999999999',
    'portal.settings',
  ];
  const oneDrive = await open();
  await page.evaluate(
    (keys) => keys.forEach((key) => sessionStorage.setItem(key, '{"of":"another"}')),
    planted,
  );
  await oneDrive.connect();
  await disconnect(oneDrive);
  const kept = await page.evaluate(() => Object.entries(sessionStorage));
  const keys = kept.map(([key]) => key);
  expect(keys).toEqual(expect.arrayContaining(planted));
  const ours = kept.filter(([key]) => !planted.includes(key));
  expect(JSON.stringify(ours)).not.toMatch(/accesstoken|refreshtoken|idtoken|contoso|"secret"/i);
});

test('#38 signing out of Microsoft: connecting again asks who it is', async ({ page, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  const window = await openWindow(page, async () => {
    await oneDrive.button('Account').click();
    await page.getByRole('menuitem', { name: 'Sign out of Microsoft' }).click();
  });
  await expectClosed(window);
  await expect((await startConnect(oneDrive)).getByRole('button', { name: WORK })).toBeVisible();
});

test('#39 two controls on a page: one window, one token', async ({ page, emulator, open, control }) => {
  await open({ body: `<div id="first">${control()}</div><div id="second">${control()}</div>` });
  const first = new OneDrivePage(page, page.locator('#first'));
  const second = new OneDrivePage(page, page.locator('#second'));
  await first.connect();
  await expect(second.row('Documents')).toBeVisible();
  const asked = (await emulator.log()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/token'),
  );
  expect(asked).toHaveLength(1);
});

test('#40 several accounts are signed in at Microsoft: the window asks which', async ({ page, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  const window = await openWindow(page, async () => {
    await oneDrive.button('Account').click();
    await page.getByRole('menuitem', { name: 'Switch account' }).click();
  });
  await press(window, PERSONAL, 'Sign in', 'Accept');
  await expect(oneDrive.row('Trip to Lisbon')).toBeVisible();
  await disconnect(oneDrive);
  await press(await startConnect(oneDrive), WORK);
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#81 the page names who it is (login-hint): only the password is asked', async ({ open }) => {
  const oneDrive = await open({ attributes: 'login-hint="work@contoso.example"' });
  await press(await startConnect(oneDrive), 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#88 to and fro between two accounts: each its own files, nothing mixed', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  const switchAccount = () =>
    openWindow(page, async () => {
      await oneDrive.button('Account').click();
      await page.getByRole('menuitem', { name: 'Switch account' }).click();
    });
  await press(await switchAccount(), PERSONAL, 'Sign in', 'Accept');
  await expect(oneDrive.row('Trip to Lisbon')).toBeVisible();
  await expect(oneDrive.row('Empty folder')).toBeHidden();
  await press(await switchAccount(), WORK);
  await expect(oneDrive.row('Empty folder')).toBeVisible();
  await expect(oneDrive.row('Trip to Lisbon')).toBeHidden();
  const failed = (await emulator.log()).filter(
    // Nobody in the emulator has a picture.
    ({ path, status }) => path.startsWith('/v1.0') && status >= 400 && !path.includes('/photos/'),
  );
  expect(failed).toEqual([]);
});
