import { expect, test } from './support/situation';
import { HOUR, openFolder, requests } from './support/sign-in-steps';

test.use({ thirdPartyCookies: 'allowed' });

test('#63 after a day, login of another site, cookies allowed: a hidden frame renews it', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open();
  await oneDrive.connect();
  await emulator.advanceClock(25 * HOUR);
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /authorize\?.*prompt=none/)).toHaveLength(1);
  expect(page.context().pages()).toHaveLength(1);
});
