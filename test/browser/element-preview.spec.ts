import { expect, test, type OneDriveControlElement } from '../support/element-page';
import { expectAccessible } from '../support/journey';

test('F100 viewers of the page’s own show their files, and one that fails says so', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open('<onedrive-control folder="Notes"></onedrive-control>');
  await oneDrive.expectFolder('Notes');
  await element.evaluate((drive: OneDriveControlElement) => {
    drive.viewers = [
      {
        accepts: () => {
          throw new Error('No file is mine.');
        },
        render: () => undefined,
      },
      {
        accepts: ({ name }) => name === 'Bread.txt',
        render: async (container, item, { read, signal }) => {
          const line = document.createElement('p');
          line.textContent = `${item.name} has ${(await read()).size} bytes`;
          container.append(line);
          signal.addEventListener('abort', () => Reflect.set(window, 'left', item.name));
        },
      },
      {
        accepts: ({ name }) => name === 'empty.txt',
        render: async (_container, _item, { read }) => {
          await read();
          throw new Error('Nothing in it.');
        },
      },
    ];
  });
  await oneDrive.row('Bread.txt').dblclick();
  const view = page.getByRole('dialog', { name: 'Bread.txt' });
  await expect(view.getByText(/^Bread\.txt has \d+ bytes$/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => Reflect.get(window, 'left'))).toBe('Bread.txt');
  const next = page.getByRole('dialog', { name: 'empty.txt' });
  await expect(next.getByRole('alert')).toBeVisible();
  await expect(next.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('empty.txt')).toBeFocused();
});

test('F095 a sound that the policy of the page forbids says so, and whose policy it is', async ({
  page,
  oneDrive,
  open,
  emulator,
  request,
  site,
  quietConsole,
}) => {
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const address = `${site.emulator}/v1.0/me/drive/root:/Empty folder/a tone.wav:/content`;
  expect((await request.put(address, { headers, data: 'RIFF' })).ok()).toBe(true);
  await open('<onedrive-control folder="Empty folder"></onedrive-control>');
  await oneDrive.row('a tone.wav').dblclick();
  const alert = page.getByRole('dialog').getByRole('alert');
  await expect(alert).toContainText('The policy of the page (Content-Security-Policy) forbids it');
  await expectAccessible(page);
  // The browser's own words.
  expect(quietConsole.splice(0).join()).toMatch(/^Loading media from .* violates/);
});
