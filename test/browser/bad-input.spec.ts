import { expect, expectAccessible, test } from '../support/journey';

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

test('a malformed client id is named and explained', async ({ page }) => {
  await page.route('**/onedrive.config.json', (route) => route.fulfill({ json: { clientId: 'my-app' } }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('The client id “my-app” is not a valid id');
  await expectAccessible(page);
});

test('an unknown setting is named', async ({ page }) => {
  await page.route('**/onedrive.config.json', (route) =>
    route.fulfill({ json: { clientId: CLIENT_ID, tennant: 'common' } }),
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('“tennant” is not a setting');
});

test('F012 an unknown tenant ends in a sentence in the page, not in a dead window', async ({
  page,
  oneDrive,
  site,
}) => {
  const authority = `${site.emulator}/99999999-9999-4999-8999-999999999999`;
  await page.route('**/onedrive.config.json', (route) =>
    route.fulfill({ json: { clientId: CLIENT_ID, authority } }),
  );
  await page.goto('/');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const window = await opened;
  await expect(page.getByText('Microsoft does not know this organisation')).toBeVisible();
  await expect.poll(() => window.isClosed()).toBe(true);
  await expectAccessible(page);
});

test('F073 an illegal file name is refused with a repaired one at hand', async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
  // The second click meets the dialog, and takes nothing away from it.
  await oneDrive.button('New folder').dblclick();
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await dialog.getByRole('textbox').fill('abc\u202egpj.exe');
  await expect(dialog.getByText('U+202E')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill('What? A "name"');
  await expect(dialog.getByText(/can’t contain|can’t use|not allowed/i)).toBeVisible();
  await dialog.getByRole('button', { name: /instead/ }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('What- A -name-');
  await expectAccessible(page);
});

test('F019 a folder that is gone says so and leads to the one above', async ({
  page,
  oneDrive,
  emulator,
  request,
  site,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  const token = await emulator.token('work@contoso.example');
  const gone = await request.delete(`${site.emulator}/v1.0/me/drive/root:/Documents/Projects`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(gone.status()).toBe(204);
  await oneDrive.row('Projects').dblclick();
  await expect(page.getByText('This is no longer here')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /folder above/i }).click();
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toHaveCount(0);
});

test('F149 without a network the list stays, says so, and goes on by itself', async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
  await page.context().setOffline(true);
  await oneDrive.row('Documents').dblclick();
  await expect(page.getByText('No connection').first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.context().setOffline(false);
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible({ timeout: 30_000 });
});

test('F019 an address whose folder is gone leads to the nearest folder above it, and says so', async ({
  page,
  oneDrive,
}) => {
  await page.goto('/#/Documents/No%20such%20folder/Deeper');
  const opened = page.waitForEvent('popup');
  await oneDrive.connectButton.click();
  const { signIn } = await import('../support/one-drive-page');
  await signIn(await opened, 'work@contoso.example');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeVisible();
  await expect(page.getByText('“No such folder” is no longer there')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/Documents');
  await expectAccessible(page);
  await oneDrive.row('Projects').dblclick();
  await oneDrive.expectFolder('Projects');
  await expect(page.getByText('is no longer there')).toHaveCount(0);
  await page.reload();
  await oneDrive.expectFolder('Projects');
  await page.goBack();
  await oneDrive.expectFolder('Documents');
});

test('F162 what has failed tells its request-id, for whoever has to ask Microsoft', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await page.goto('/');
  await oneDrive.connect();
  await emulator.faults([
    {
      match: { method: 'GET', path: '/children\\?' },
      phase: 'before',
      effect: { kind: 'status', status: 403 },
    },
  ]);
  const answer = page.waitForResponse((response) => response.status() === 403);
  await oneDrive.row('Documents').dblclick();
  const id = (await answer).headers()['request-id'] ?? 'none';
  await page.locator('summary', { hasText: 'Details' }).click();
  await expect(page.getByText(id)).toBeVisible();
});
