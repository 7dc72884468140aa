import { OneDrivePage } from '../support/one-drive-page';
import { expect, test } from './support/situation';
import { disconnect, expectClosed, startConnect } from './support/sign-in-steps';

const SHARED = 'cache-location="localStorage"';

test('#41 a second tab, each with its own tokens (sessionStorage): Connect asks nothing', async ({
  page,
  portal,
  open,
}) => {
  const first = await open();
  await first.connect();
  const tab = await page.context().newPage();
  await tab.goto(portal.origin);
  const second = new OneDrivePage(tab);
  await expectClosed(startConnect(second));
  await expect(second.row('Documents')).toBeVisible();
});

test('#42 a second tab with shared tokens (localStorage) is connected at once', async ({
  page,
  portal,
  emulator,
  open,
}) => {
  const first = await open({ attributes: SHARED });
  await first.connect();
  const before = (await emulator.log()).length;
  const tab = await page.context().newPage();
  await tab.goto(portal.origin);
  await expect(new OneDrivePage(tab).row('Documents')).toBeVisible();
  const since = (await emulator.log()).slice(before);
  expect(since.filter(({ path }) => path.includes('oauth2'))).toEqual([]);
});

test('#43 who disconnects in one tab is disconnected in all that share', async ({ page, portal, open }) => {
  const first = await open({ attributes: SHARED });
  await first.connect();
  const tab = await page.context().newPage();
  await tab.goto(portal.origin);
  const second = new OneDrivePage(tab);
  await expect(second.row('Documents')).toBeVisible();
  await disconnect(second);
  await expect(first.connectButton).toBeVisible();
});

test('#44 who connects in one tab is connected in all that share', async ({ page, portal, open }) => {
  const first = await open({ attributes: SHARED });
  const tab = await page.context().newPage();
  await tab.goto(portal.origin);
  const second = new OneDrivePage(tab);
  await expect(second.connectButton).toBeVisible();
  await first.connect();
  await expect(second.row('Documents')).toBeVisible();
});
