import type { Page } from '@playwright/test';
import { CLIENT_ID, expect, test } from './support/situation';
import { expectClosed, PERSONAL, press, startConnect, WORK } from './support/sign-in-steps';

const OTHER_CLIENT = '33333333-3333-4333-8333-333333333333';

/** A control of another registration or another directory. */
function registered(authority: string, client = CLIENT_ID, more = ''): string {
  return `<onedrive-control client-id="${client}" authority="${authority}" ${more}></onedrive-control>`;
}

/** Some mistakes Microsoft shows in its window and never comes back from. */
async function expectToldInWindow(window: Page, number: string): Promise<void> {
  await expect(window.getByText(new RegExp(`AADSTS${number}`))).toBeVisible();
}

test('#20 nobody knows the directory: the window is closed and the page says it', async ({
  page,
  running,
  open,
}) => {
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/nowhere.example`) });
  const window = await startConnect(oneDrive);
  await expect(page.getByText('Microsoft does not know this organisation')).toBeVisible();
  await expectClosed(window);
});

test('#21 nobody knows the application: Microsoft’s window says so, and Cancel gives Connect back', async ({
  running,
  open,
}) => {
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/common`, OTHER_CLIENT) });
  await expectToldInWindow(await startConnect(oneDrive), '700016');
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('#22 the redirect address is not registered', async ({ portal, open, control }) => {
  portal.setFile('/elsewhere.html', '<!doctype html><title>Not registered</title>');
  const oneDrive = await open({ body: control('redirect-uri="/elsewhere.html"') });
  await expectToldInWindow(await startConnect(oneDrive), '50011');
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('#23 the redirect address is registered for the platform Web', async ({
  page,
  portal,
  running,
  emulator,
  open,
}) => {
  const web = [`${portal.origin}/onedrive/oauth2callback.html`];
  await emulator.registerApp({ clientId: OTHER_CLIENT, web, secret: 'of the server' });
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/common`, OTHER_CLIENT) });
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(page.getByText('The sign-in address of this page is not registered')).toBeVisible();
});

test('#24 a personal account at a page for organisations', async ({ running, open }) => {
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/organizations`) });
  const window = await startConnect(oneDrive);
  await press(window, PERSONAL);
  await expect(window.getByRole('alert')).toContainText('AADSTS');
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#25 only those assigned may sign in', async ({ page, portal, running, emulator, open }) => {
  const clientId = '44444444-4444-4444-8444-444444444444';
  const spa = [`${portal.origin}/onedrive/oauth2callback.html`];
  await emulator.registerApp({ clientId, spa, assignedUsers: ['mfa@contoso.example'] });
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/common`, clientId) });
  const window = await startConnect(oneDrive);
  await press(window, WORK, 'Sign in');
  await press(window, 'Return to the application');
  await expect(page.getByText('This account can’t be used here')).toBeVisible();
});

test('#26 the application was disabled by an administrator', async ({ portal, running, emulator, open }) => {
  const clientId = '55555555-5555-4555-8555-555555555555';
  const spa = [`${portal.origin}/onedrive/oauth2callback.html`];
  await emulator.registerApp({ clientId, spa, enabled: false });
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/common`, clientId) });
  await expectToldInWindow(await startConnect(oneDrive), '7000112');
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});

test('#87 an account of another directory, which is no guest of this one', async ({ running, open }) => {
  const oneDrive = await open({ body: registered(`${running.loginOrigin}/contoso.example`) });
  const window = await startConnect(oneDrive);
  await press(window, PERSONAL);
  await expectToldInWindow(window, '50020');
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});
