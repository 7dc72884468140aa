import { expect, test } from './support/situation';
import { openFolder, openWindow, press, startConnect, WORK } from './support/sign-in-steps';

test('#11 the user declines what is asked', async ({ page, open }) => {
  const oneDrive = await open();
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Cancel');
  await expect(page.getByText('Permission was not given')).toBeVisible();
  await press(await startConnect(oneDrive), 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#12 the permission to write is declined: reading goes on', async ({ page, open }) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await oneDrive.button('New folder').click();
  await page.getByRole('dialog').getByRole('textbox').pressSequentially('Plans');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Allow changes to your files' });
  await press(
    await openWindow(page, () => dialog.getByRole('button', { name: 'Continue' }).click()),
    'Cancel',
  );
  await expect(dialog.getByText('Permission was not given')).toBeVisible();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await page.keyboard.press('Escape');
  await openFolder(oneDrive, 'Documents', 'Projects');
});

test('#13 the administrator has to consent', async ({ page, open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, 'adminconsent@contoso.example', 'Sign in', /without granting consent/i);
  await expect(page.getByText('Your administrator has to approve this')).toBeVisible();
});

test('#14 an administrator consents for everybody: nobody else is asked', async ({ page, open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, 'admin@contoso.example', 'Sign in');
  await window.getByRole('checkbox').check();
  await press(window, 'Accept');
  await expect(oneDrive.button('Account')).toBeVisible();
  const next = await openWindow(page, async () => {
    await oneDrive.button('Account').click();
    await page.getByRole('menuitem', { name: 'Switch account' }).click();
  });
  await press(next, 'adminconsent@contoso.example', 'Sign in');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#15 a second factor is part of the window', async ({ open }) => {
  const oneDrive = await open();
  await press(await startConnect(oneDrive), 'mfa@contoso.example', 'Sign in', 'Approve', 'Accept');
  await expect(oneDrive.files).toBeVisible();
});

test('#16 conditional access blocks the account', async ({ page, emulator, open }) => {
  await emulator.changeAccount({ user: WORK, conditionalAccess: 'block' });
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK, 'Sign in');
  await press(window, 'Return to the application');
  await expect(page.getByText('This account can’t be used here')).toBeVisible();
});

test('#17 the account was disabled: the window says so, the page waits without a lock', async ({
  emulator,
  open,
}) => {
  await emulator.changeAccount({ user: WORK, enabled: false });
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK, 'Sign in');
  await expect(window.getByRole('alert')).toContainText('disabled');
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('#18 the account has no drive', async ({ page, open }) => {
  const oneDrive = await open();
  await press(await startConnect(oneDrive), 'nodrive@contoso.example', 'Sign in', 'Accept');
  await expect(page.getByRole('heading', { name: 'This account has no OneDrive' })).toBeVisible();
});

test('#19 a wrong password is a matter of the window', async ({ open }) => {
  const oneDrive = await open();
  const window = await startConnect(oneDrive);
  await press(window, WORK);
  await window.getByLabel('Password').fill('wrong');
  await press(window, 'Sign in');
  await expect(window.getByRole('alert')).toContainText('password');
  await window.getByLabel('Password').fill('demo-password');
  await press(window, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});
