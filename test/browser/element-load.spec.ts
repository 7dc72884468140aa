import { SCRIPT, test } from '../support/element-portal';
import { holdChunks } from '../support/held-chunks';
import { expect } from '../support/journey';

/** What is on no first screen of those who are signed in. */
const LATER =
  /^(soon|Menu|reconnect-bar|list-notices|dialogs|transfers|permission-dialog|places|preview|details|sharing|live)/;

/** Chunks of these names are among them, whatever their hash. */
function named(...names: readonly string[]) {
  return expect.arrayContaining(names.map((name) => expect.stringMatching(`^${name}-`)));
}

test('the skeleton is drawn, and all that the application needs is on its way, before any of it has come', async ({
  page,
  portal,
  tag,
}) => {
  const chunks = await holdChunks(page, () => true);
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await expect(page.locator('onedrive-control .skeleton[aria-busy="true"]')).toBeVisible();
  await expect.poll(chunks.asked).toEqual(named('mount-control', 'react', 'msal'));
  // The rest of the same moment: nothing that was asked for is answered yet.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const first = new Set(chunks.asked());

  // What is asked for from here on is not answered: the application runs without it.
  await chunks.release((name) => first.has(name));
  await expect(page.locator('onedrive-control section[aria-label="OneDrive"]')).toBeVisible();
  await expect.poll(chunks.asked).toEqual(named('connect-card'));
  expect([...first]).not.toEqual(named('connect-card'));
  expect(chunks.asked()).not.toEqual(named('soon'));
  await chunks.release();
  await expect(page.getByRole('button', { name: 'Connect to OneDrive' })).toBeVisible();
  // While somebody signs in, the line is free.
  await expect.poll(chunks.asked).toEqual(named('soon'));
});

test('the first rows wait for no command bar; when it comes, nothing moves', async ({
  page,
  oneDrive,
  portal,
  tag,
}) => {
  const bar = await holdChunks(page, (name) => name.startsWith('soon-'));
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expect(oneDrive.button('Upload')).toBeHidden();
  const place = await oneDrive.row('Documents').boundingBox();
  await bar.release();
  await expect(oneDrive.button('Upload')).toBeVisible();
  expect(await oneDrive.row('Documents').boundingBox()).toEqual(place);
});

test('to whoever is signed in already, the rows come first: nothing else is asked for before them', async ({
  page,
  oneDrive,
  portal,
  tag,
}) => {
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect(oneDrive.button('Upload')).toBeVisible();

  // The page that was signed in still asks for what it may need later: it must be gone before anything is counted.
  await page.goto('about:blank');
  const chunks = await holdChunks(page, (name) => LATER.test(name));
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/children?*', async (route) => {
    await mayAnswer;
    await route.fallback();
  });
  await page.goto(portal.origin);
  await expect(page.locator('onedrive-control [role="grid"][aria-busy="true"]')).toBeAttached();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(chunks.asked()).toEqual([]);
  answer();
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expect.poll(chunks.asked).toEqual(named('soon', 'reconnect-bar', 'list-notices'));
  await chunks.release();
  await expect(oneDrive.button('Upload')).toBeVisible();
});

test('where no rows come, the command bar does', async ({ page, oneDrive, portal, tag }) => {
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await page.route('**/children?*', (route) =>
    route.fulfill({
      status: 403,
      headers: { 'Access-Control-Allow-Origin': '*' },
      json: { error: { code: 'accessDenied', message: 'No' } },
    }),
  );
  await page.reload();
  await expect(page.getByText('You can’t do this here')).toBeVisible();
  await expect(oneDrive.button('Refresh')).toBeVisible();
});

test('what opens above the list is loaded when the rows are there, not before', async ({
  page,
  oneDrive,
  portal,
  tag,
}) => {
  const dialogs = await holdChunks(page, (name) => /^(dialogs|transfers)-/.test(name));
  let askedBeforeRows: readonly string[] | undefined;
  await page.route('**/children?*', async (route) => {
    askedBeforeRows ??= dialogs.asked();
    await route.fallback();
  });
  portal.setPage(SCRIPT + tag);
  await page.goto(portal.origin);
  await oneDrive.connect();
  await expect.poll(dialogs.asked).toEqual(named('dialogs', 'transfers'));
  expect(askedBeforeRows).toEqual([]);
  // Asked for before it is there, a dialog opens as soon as it comes, wherever the focus has gone meanwhile.
  await oneDrive.button('New folder').click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog')).toBeHidden();
  await dialogs.release();
  await expect(page.getByRole('dialog', { name: 'New folder' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(oneDrive.button('New folder')).toBeFocused();
});
