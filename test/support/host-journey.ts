import { expect, type Locator, type Page } from '@playwright/test';
import { axeFor } from './axe-for';
import { expectFocusTrapped } from './host-focus';
import { shootStyles, type StyleShot } from './host-styles';
import type { OneDrivePage } from './one-drive-page';

export interface Walker {
  readonly page: Page;
  readonly control: Locator;
  readonly oneDrive: OneDrivePage;
  /** Something small to upload. */
  readonly file: string;
  /** Whether what assistive technology gets is looked at, in each state. */
  readonly looksAtAccess: boolean;
}

export type StyleShots = Readonly<
  Record<'connect' | 'list' | 'menu' | 'permission' | 'dialog' | 'tray', StyleShot>
>;

/** What a person does with the control, on whatever page it stands: by mouse and by keyboard. */
export async function walkThrough(walker: Walker): Promise<StyleShots> {
  const { page, control, oneDrive, file } = walker;
  await expect(oneDrive.connectButton).toBeVisible();
  const connect = await shootStyles(control);
  await expectControlAccessible(walker);
  await oneDrive.connect();
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.button('Account')).toBeVisible();
  await expectSaid(control, 'Connected successfully!');
  await expectPlaces(control);
  const list = await shootStyles(control);
  await expectControlAccessible(walker);
  await browse(page, oneDrive);

  await oneDrive.button('Upload').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Files' })).toBeFocused();
  const menu = await shootStyles(control);
  await expectControlAccessible(walker);
  await page.keyboard.press('Escape');
  await expect(oneDrive.button('Upload')).toBeFocused();

  await oneDrive.chooseFiles(file);
  await expect(page.getByRole('dialog', { name: 'Allow changes to your files' })).toBeVisible();
  await expectFocusTrapped(page, control);
  const permission = await shootStyles(control, '.layer');
  await expectControlAccessible(walker);
  await oneDrive.allowChanges();
  await expect(oneDrive.row('Notes.txt')).toBeVisible();
  await expect(oneDrive.transfers).toBeVisible();

  const dialog = await makeFolder(walker);
  const tray = await pick(walker);
  return { connect, list, menu, permission, dialog, tray };
}

async function browse(page: Page, oneDrive: OneDrivePage): Promise<void> {
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Projects').focus();
  await page.keyboard.press('Enter');
  await oneDrive.expectFolder('Projects');
  await page.keyboard.press('Backspace');
  await oneDrive.expectFolder('Documents');
  await oneDrive.breadcrumb.getByRole('button', { name: 'My files' }).click();
  await oneDrive.expectFolder('My files');
}

async function makeFolder(walker: Walker): Promise<StyleShot> {
  const { page, control, oneDrive } = walker;
  await oneDrive.button('New folder').click();
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expectFocusTrapped(page, control);
  const shot = await shootStyles(control, '.layer');
  await expectControlAccessible(walker);
  await dialog.getByRole('textbox').fill('Made here');
  // By the mouse: what lies over it would take the click.
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
  await expect(oneDrive.row('Made here')).toBeVisible();
  return shot;
}

/** Without room for the pane it is hidden, but there; its tree comes last. */
async function expectPlaces(control: Locator): Promise<void> {
  await expect(control.getByRole('button', { name: 'Places', exact: true })).toBeVisible();
  await expect(control.getByRole('treeitem', { name: 'Teams', includeHidden: true })).toBeAttached();
}

/** What is spoken is part of the control as well, and may come when all else is there. */
async function expectSaid(control: Locator, sentence: string | RegExp): Promise<void> {
  await expect(control.getByRole('status').getByText(sentence)).toBeAttached();
}

/** Once by the mouse and once by the keyboard; then Cancel. */
async function pick(walker: Walker): Promise<StyleShot> {
  const { page, control, oneDrive } = walker;
  await oneDrive.transfers.getByRole('button', { name: 'Close' }).click();
  await expect(oneDrive.transfers).toBeHidden();
  await control.evaluate((element) => element.setAttribute('mode', 'pick'));
  await oneDrive.row('Documents').dblclick();
  await oneDrive.expectFolder('Documents');
  await oneDrive.row('Contract.pdf').click();
  await expect(oneDrive.button('Choose')).toBeEnabled();
  await expectSaid(control, /^1 chosen/);
  const shot = await shootStyles(control);
  await expectControlAccessible(walker);
  await oneDrive.button('Choose').click();

  await oneDrive.row('Contract.pdf').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await tabTo(page, oneDrive.button('Choose'));
  await page.keyboard.press('Enter');
  await tabTo(page, oneDrive.button('Cancel'));
  await page.keyboard.press('Enter');
  const heard = () =>
    page.evaluate(() =>
      Reflect.get(globalThis, 'heard')
        .filter(({ type }: { readonly type: string }) => /pick|cancel/.test(type))
        .map(({ type, detail }: { readonly type: string; readonly detail: { items?: { name: string }[] } }) =>
          [type, ...(detail.items ?? []).map(({ name }) => name)].join(' '),
        ),
    );
  await expect
    .poll(heard)
    .toEqual(['od-pick Contract.pdf', expect.stringMatching(/^od-pick (?!Contract)/), 'od-cancel']);
  return shot;
}

/** From element to element, as far as it takes within the control. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 24; tabs += 1) {
    if (
      await target.evaluate(
        (element) => element.getRootNode() instanceof ShadowRoot && element.matches(':focus'),
      )
    )
      return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The page around may be as bad as it is; nothing of the control may be. */
async function expectControlAccessible({ page, looksAtAccess }: Walker): Promise<void> {
  if (!looksAtAccess) return;
  const { violations } = await axeFor(page).include('#drive').analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html).slice(0, 3) })),
  ).toEqual([]);
}
