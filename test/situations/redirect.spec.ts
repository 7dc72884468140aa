import { OneDrivePage } from '../support/one-drive-page';
import { SCRIPT } from '../support/host-pages';
import { serveFolder } from '../support/serve-folder';
import { CLIENT_ID, expect, test } from './support/situation';
import { CONNECT_AT_ONCE, HOUR, WORK, createFolder, heard, openFolder, press } from './support/sign-in-steps';

const REDIRECT = 'interaction="redirect"';

test('#71 within this window: it goes to Microsoft and comes back connected', async ({ page, open }) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('#72 the browser blocks the window: “Continue in this window” connects', async ({
  page,
  portal,
  open,
  control,
}) => {
  portal.setFile('/connect.js', CONNECT_AT_ONCE);
  const outcome = page.waitForEvent('console', (message) => message.text().startsWith('connect():'));
  const oneDrive = await open({ body: `${control()}<script type="module" src="/connect.js"></script>` });
  await outcome;
  // The page connects by itself whenever it is loaded, also when it comes back.
  await oneDrive.button('Continue in this window').click();
  await press(page, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

/** Presses Connect without anybody's click, as soon as it is there; says when the browser has blocked the window. */
function pressConnectOnce(): void {
  const buttons = (root: Document | ShadowRoot): HTMLButtonElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLButtonElement ? [element] : []),
      ...(element.shadowRoot ? buttons(element.shadowRoot) : []),
    ]);
  const open = globalThis.open.bind(globalThis);
  globalThis.open = (...given) => {
    const window = open(...given);
    console.log('window:', window === null ? 'blocked' : 'open');
    return window;
  };
  const look = () => {
    if (sessionStorage.getItem('pressed')) return;
    const button = buttons(document).find(({ textContent }) => textContent === 'Connect to OneDrive');
    if (!button) return void requestAnimationFrame(look);
    sessionStorage.setItem('pressed', 'yes');
    button.click();
  };
  look();
}

test('#96 the whole-page application, its window blocked: “Continue in this window” comes back to the same folder', async ({
  page,
  emulator,
  running,
}) => {
  const site = await serveFolder('dist/app');
  await emulator.registerApp({ clientId: CLIENT_ID, spa: [`${site.origin}/oauth2callback.html`] });
  const settings = { clientId: CLIENT_ID, authority: `${running.loginOrigin}/common` };
  await page.route('**/onedrive.config.json', (route) => route.fulfill({ json: settings }));
  await page.addInitScript(pressConnectOnce);
  const outcome = page.waitForEvent('console', (message) => message.text().startsWith('window:'));
  await page.goto(`${site.origin}/?from=portal#/Documents`);
  expect((await outcome).text()).toBe('window: blocked');
  const oneDrive = new OneDrivePage(page);
  await oneDrive.button('Continue in this window').click();
  await press(page, WORK, 'Sign in', 'Accept');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/?from=portal#/Documents`);
  await site.close();
});

test('#73 a day later, within this window: back in the same folder', async ({ page, emulator, open }) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await openFolder(oneDrive, 'Documents', 'Projects');
  await page.context().clearCookies({ domain: 'localhost' });
  await emulator.advanceClock(25 * HOUR);
  await oneDrive.button('Refresh').click();
  await page.getByRole('button', { name: 'Sign in again' }).first().click();
  await press(page, 'Sign in');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
});

test('#86 a change that needs the right to it, within this window: done when the page is back', async ({
  page,
  open,
}) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await openFolder(oneDrive, 'Documents', 'Projects');
  await createFolder(oneDrive, 'Plans');
  await press(page, 'Continue', 'Accept');
  await expect(page.getByText('Done after signing in: create the folder “Plans”')).toBeVisible();
  await expect(oneDrive.row('Plans')).toBeVisible();
  await oneDrive.expectFolder('Documents');
});

test('#103 a file to upload that needs the right to it, within this window: it arrives when the page is back', async ({
  page,
  open,
}) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await openFolder(oneDrive, 'Documents', 'Projects');
  await page.locator('onedrive-control').evaluate((drive) => {
    // Larger than what the journal keeps with its bytes: it comes back as the file that the page had.
    const film = new File([new Uint8Array(5 * 1024 * 1024)], 'Film.mp4');
    void Reflect.get(drive, 'upload').call(drive, [film]);
  });
  await press(page, 'Continue', 'Accept');
  await expect(page.getByText('Done after signing in: upload “Film.mp4”')).toBeVisible();
  await expect(oneDrive.row('Film.mp4')).toBeVisible();
  expect(await heard(page, 'od-upload')).toMatchObject([
    { item: { name: 'Film.mp4', size: 5 * 1024 * 1024 } },
  ]);
});

test('#102 what is to be saved, within this window: offered with folder and name whenever the page is back', async ({
  page,
  open,
}) => {
  const oneDrive = await open({ attributes: REDIRECT });
  const goOn = async () => {
    await expect(page.getByText('Not done yet: save “Scan.pdf”')).toBeVisible();
    await oneDrive.button('Go on').click();
    await oneDrive.expectFolder('Documents');
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Scan.pdf');
    await oneDrive.button('Save here').click();
  };
  await page.locator('onedrive-control').evaluate((drive) => {
    const scan = new File(['pages'], 'Scan.pdf');
    void Reflect.get(drive, 'save').call(drive, scan, { folder: 'Documents' });
  });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await goOn();
  // Now it has begun, and the page goes again: for the right to write.
  await press(page, 'Continue', 'Accept');
  await goOn();
  await expect(oneDrive.row('Scan.pdf')).toBeVisible();
  expect(await heard(page, 'od-save')).toMatchObject([{ name: 'Scan.pdf', folder: { name: 'Documents' } }]);
  await expect(oneDrive.row('Scan 1.pdf')).toHaveCount(0);
});

test('#74 within this window the user declines: back on the page, which says it', async ({ page, open }) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Cancel');
  await expect(page.getByText('Permission was not given')).toBeVisible();
  await oneDrive.connectButton.click();
  await press(page, 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#75 within this window the user goes back by the back button: Connect works', async ({
  page,
  portal,
  open,
}) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await oneDrive.connectButton.click();
  await expect(page.getByRole('button', { name: WORK })).toBeVisible();
  // Deferred: the page that is left answers no question any more.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForURL(`${portal.origin}/`, { waitUntil: 'commit' });
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#100 back from Microsoft, which does not give the token: Cancel and Try again are at hand', async ({
  page,
  emulator,
  open,
}) => {
  const oneDrive = await open({ attributes: REDIRECT });
  await emulator.faults([
    { match: { method: 'POST', path: '/token' }, phase: 'before', effect: { kind: 'stall' } },
  ]);
  await oneDrive.connectButton.click();
  await press(page, WORK, 'Sign in', 'Accept');
  await expect(page.getByText('You are back from Microsoft')).toBeVisible();
  await oneDrive.button('Cancel').click();
  await oneDrive.connectButton.click();
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#76 a page in a frame can’t go to Microsoft: its window is used all the same', async ({
  page,
  serve,
  control,
}) => {
  const [around, inside] = [await serve(), await serve()];
  inside.setPage(SCRIPT + control(REDIRECT));
  around.setFile('/around.html', `<iframe width="900" height="600" src="${inside.origin}/"></iframe>`);
  await page.goto(`${around.origin}/around.html`);
  const oneDrive = new OneDrivePage(page, page.frameLocator('iframe').locator('body'));
  await oneDrive.connect();
});
