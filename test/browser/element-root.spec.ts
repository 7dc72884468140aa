import { expect, test, type OneDriveControlElement } from '../support/element-page';

test('F023 nobody leaves the root that the page gives: not by the path, by keys, nor by code', async ({
  page,
  oneDrive,
  open,
  emulator,
}) => {
  const { element } = await open('<onedrive-control root="Documents" folder="Projects"></onedrive-control>');
  await oneDrive.expectFolder('Projects');
  await expect(oneDrive.breadcrumb).not.toContainText('My files');
  await oneDrive.files.getByRole('row').nth(1).click();
  await page.keyboard.press('Backspace');
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Projects').click();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Alt+ArrowUp');
  await oneDrive.expectFolder('Documents');
  await expect(oneDrive.row('Projects')).toBeFocused();
  for (const way of ['../Pictures', '..', 'Pictures']) {
    const refused = element.evaluate(
      (drive: OneDriveControlElement, to) => drive.navigate(to).then(String, () => 'refused'),
      way,
    );
    expect(await refused, way).toBe('refused');
  }
  // What is shown afterwards is said to be missing; nothing above the root was ever listed.
  const listed = (await emulator.log()).filter(
    ({ method, path }) => method === 'GET' && /\/root(:\/Pictures:)?\/children$/.test(path),
  );
  expect(listed).toEqual([]);
});
