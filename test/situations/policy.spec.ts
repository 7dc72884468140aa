import { expect, test } from './support/situation';
import { press, startConnect, WORK } from './support/sign-in-steps';

test('#95 the page’s policy allows the login and not Graph: told whose it is, and not tried again and again', async ({
  page,
  running,
  emulator,
  open,
}) => {
  const policy = `connect-src ${running.loginOrigin}/common/`;
  const oneDrive = await open({
    around: { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` },
  });
  await press(await startConnect(oneDrive), WORK, 'Sign in', 'Accept');
  await expect(page.getByText('The settings of this page are not right')).toBeVisible();
  await page.getByText('Details', { exact: true }).first().click();
  await expect(page.getByText('content-security-policy').first()).toBeVisible();
  const asked = (await emulator.log()).filter(({ path }) => path.startsWith('/v1.0'));
  expect(asked).toEqual([]);
});
