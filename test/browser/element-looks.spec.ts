import { expect, test } from '../support/element-page';

test('F124 custom properties of the page colour the skeleton and the control, and parts take its rules', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open('<onedrive-control folder="Documents"></onedrive-control>');
  await oneDrive.expectFolder('Documents');
  // The bar comes after the rows, and its first button is then the first of all.
  await expect(oneDrive.button('Upload')).toBeVisible();
  const look = () =>
    element.evaluate((drive) => {
      const view = drive.shadowRoot?.querySelector('section');
      const bar = drive.shadowRoot?.querySelector('[part="command-bar"]');
      if (!view || !bar) throw new Error('Not there.');
      const { backgroundColor, fontFamily } = getComputedStyle(view.querySelector('button') ?? view);
      return {
        view: getComputedStyle(view).backgroundColor,
        bar: getComputedStyle(bar).backgroundColor,
        button: [backgroundColor, fontFamily],
      };
    });
  const before = await look();
  expect(before.view).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      body { --onedrive-control-background: rgb(255, 250, 240); --onedrive-control-font-family: Courier }
      onedrive-control::part(command-bar) { background-color: rgb(1, 2, 3) }`);
    document.adoptedStyleSheets = [sheet];
  });
  const after = await look();
  expect([after.view, after.bar, after.button[1]]).toEqual(['rgb(255, 250, 240)', 'rgb(1, 2, 3)', 'Courier']);
  const skeleton = await element.evaluate((drive) => {
    const other = document.createElement('onedrive-control');
    drive.after(other);
    const outline = other.shadowRoot?.querySelector('.skeleton');
    const color = outline && getComputedStyle(outline).backgroundColor;
    other.remove();
    return color;
  });
  expect(skeleton).toBe('rgb(255, 250, 240)');
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  expect(await look()).toEqual(before);
});

test('F024 F026 F032 the page says how folders are looked at that nobody has arranged', async ({
  page,
  oneDrive,
  open,
}) => {
  const CONTROL =
    '<onedrive-control folder="Pictures" view="tiles" columns="size modified-by nonsense"></onedrive-control>';
  await open(CONTROL);
  const tile = (name: string) => page.getByRole('option', { name });
  await expect(tile('Dunes.jpg')).toBeVisible();
  await oneDrive.button('View').click();
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await page.keyboard.press('Escape');
  const headers = oneDrive.files.getByRole('columnheader');
  await expect(headers).toHaveText(['', /Name/, /Size/, /Modified by/]);
  // What users have said counts, from then on.
  await open(CONTROL);
  await oneDrive.expectFolder('Pictures');
  await expect(headers).toHaveText(['', /Name/, /Size/, /Modified by/]);
  await oneDrive.button('My files').click();
  await expect(tile('Documents')).toBeVisible();
});
