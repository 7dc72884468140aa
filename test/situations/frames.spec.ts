import { OneDrivePage } from '../support/one-drive-page';
import { SCRIPT } from '../support/host-pages';
import { expect, test } from './support/situation';
import { openWindow, press, WORK } from './support/sign-in-steps';

const FRAME = '<!doctype html><title>Around</title><style>iframe { width: 900px; height: 600px }</style>';

test('#58 in a frame of the same site', async ({ page, serve, control }) => {
  const [around, inside] = [await serve(), await serve()];
  inside.setPage(SCRIPT + control());
  around.setFile('/around.html', `${FRAME}<iframe src="${inside.origin}/"></iframe>`);
  await page.goto(`${around.origin}/around.html`);
  const oneDrive = new OneDrivePage(page, page.frameLocator('iframe').locator('body'));
  const window = await openWindow(page, () => oneDrive.connectButton.click());
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
});

/** What the framed page does: the page around it signs in, and is asked for every token. */
const ASKS_PARENT = `
const ask = (request) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  parent.postMessage({ scopes: request.scopes }, AROUND, [port2]);
});
const control = Object.assign(document.createElement('onedrive-control'), { getAccessToken: ask, graph: GRAPH });
document.body.append(control);
`;

test('#59 in a frame of another site, given tokens by the page around it', async ({
  page,
  serve,
  portal,
  running,
  emulator,
}) => {
  const around = await serve();
  const token = await emulator.token(WORK, 'User.Read Files.Read Files.ReadWrite');
  const values = `const AROUND = '${around.origin}'; const GRAPH = '${running.loginOrigin}/v1.0';`;
  portal.setFile('/asks.js', values + ASKS_PARENT);
  portal.setPage(`${SCRIPT}<script type="module" src="/asks.js"></script>`);
  around.setFile(
    '/around.html',
    `${FRAME}<iframe src="${portal.origin}/"></iframe><script src="/gives.js"></script>`,
  );
  around.setFile(
    '/gives.js',
    `addEventListener('message', ({ origin, ports }) => {
      if (origin === '${portal.origin}') ports[0].postMessage('${token}');
    });`,
  );
  await page.goto(`${around.origin}/around.html`);
  const oneDrive = new OneDrivePage(page, page.frameLocator('iframe').locator('body'));
  await expect(oneDrive.row('Documents')).toBeVisible();
});

test('#78 in a frame of another site, signing in by itself: never locked', async ({
  page,
  serve,
  portal,
  control,
}) => {
  const around = await serve();
  portal.setPage(SCRIPT + control());
  around.setFile('/around.html', `${FRAME}<iframe src="${portal.origin}/"></iframe>`);
  await page.goto(`${around.origin}/around.html`);
  const oneDrive = new OneDrivePage(page, page.frameLocator('iframe').locator('body'));
  const window = await openWindow(page, () => oneDrive.connectButton.click());
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.place.getByText('another site')).toBeVisible();
  await oneDrive.button('Cancel').click();
  await expect(oneDrive.connectButton).toBeVisible();
});
