import type { Page } from '@playwright/test';
import { expectFocusTrapped } from '../support/host-focus';
import { BARE, SCRIPT, TEN, type HostPage } from '../support/host-pages';
import { expect, removeControl, test } from '../support/host-test';

/** The bare page with something else around the control. */
function inside(wrap: (control: string) => string): HostPage {
  return { ...BARE, body: (control) => BARE.body(wrap(control)) };
}

function dialogOf(page: Page) {
  return page.getByRole('dialog', { name: 'New folder' });
}

test('in a modal dialog of the page its own dialogs and menus stand above it, and Escape closes one at a time', async ({
  page,
  openConnected,
}) => {
  const { oneDrive, control } = await openConnected(inside((it) => `<dialog id="modal">${it}</dialog>`));
  const modal = page.locator('#modal');
  await modal.evaluate((dialog: HTMLDialogElement) => {
    dialog.style.width = '700px';
    dialog.showModal();
  });
  await oneDrive.expectFolder('My files');
  await oneDrive.button('New folder').click();
  await expectFocusTrapped(page, control);
  await dialogOf(page).getByRole('textbox').click();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await oneDrive.button('Upload').click();
  await expect(page.getByRole('menuitem', { name: 'Files' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await oneDrive.row('Documents').click();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Documents')).toHaveAttribute('aria-selected', 'false');
  await expect(modal).toHaveAttribute('open');
  await page.keyboard.press('Escape');
  await expect(modal).not.toHaveAttribute('open');
});

const LATER: Readonly<Record<string, readonly [string, string, (page: Page) => Promise<void>]>> = {
  'a <details> that is opened': [
    '<details><summary>More</summary>',
    '</details>',
    (page) => page.getByText('More', { exact: true }).click(),
  ],
  'what was hidden and is shown': [
    '<div id="hidden" hidden>',
    '</div>',
    (page) => page.locator('#hidden').evaluate((element) => element.removeAttribute('hidden')),
  ],
};

for (const [place, [before, after, show]] of Object.entries(LATER)) {
  test(`in ${place} it shows its rows and its dialogs`, async ({ page, openConnected }) => {
    const { oneDrive, control } = await openConnected(inside((it) => before + it + after));
    await expect(oneDrive.files).toBeHidden();
    await show(page);
    await oneDrive.expectFolder('My files');
    await expect(oneDrive.row('Documents')).toBeVisible();
    await oneDrive.button('New folder').click();
    await expectFocusTrapped(page, control);
    await page.keyboard.press('Escape');
    await expect(oneDrive.button('New folder')).toBeFocused();
  });
}

test('what the page makes invisible is invisible, with all that floats above it', async ({
  page,
  openConnected,
}) => {
  const { oneDrive } = await openConnected(BARE);
  await oneDrive.button('New folder').click();
  await expect(dialogOf(page)).toBeVisible();
  await page.locator('#frame').evaluate((frame) => frame.style.setProperty('visibility', 'hidden'));
  await expect(oneDrive.files).toBeHidden();
  await expect(dialogOf(page)).toBeHidden();
});

test('in a shadow root of the page the keyboard works as elsewhere', async ({ page, openConnected }) => {
  await openConnected(BARE);
  const control = await page.locator('#drive').evaluateHandle((element) => {
    const inner = document.createElement('section');
    element.replaceWith(inner);
    const root = inner.attachShadow({ mode: 'open' });
    // Made anew, as the page would: it has never stood elsewhere.
    const made = document.createElement('onedrive-control');
    Reflect.get(globalThis, 'give')(made);
    root.append(made);
    return made;
  });
  const focus = () =>
    control.evaluate((element) => {
      const active = element.shadowRoot?.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? 'nothing';
    });
  await expect
    .poll(() =>
      control.evaluate((element) => element.shadowRoot?.querySelectorAll('[role="row"]').length ?? 0),
    )
    .toBeGreaterThan(3);
  // The bar comes after the rows.
  await expect
    .poll(() =>
      control.evaluate((element) => element.shadowRoot?.querySelectorAll('[role="toolbar"]').length),
    )
    .toBe(1);
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  expect(await focus()).toBe('Upload');
  await page.keyboard.press('ArrowRight');
  expect(await focus()).toBe('New folder');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => control.evaluate((element) => element.shadowRoot?.activeElement?.localName))
    .toBe('input');
  await expectFocusTrapped(page, control);
  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe('New folder');
});

test('a page that is emptied and filled again meets no trace of it', async ({ page, openConnected }) => {
  const { oneDrive } = await openConnected(BARE);
  await oneDrive.button('New folder').click();
  await expect(dialogOf(page)).toBeVisible();
  await page.evaluate(() => {
    const control = document.createElement('onedrive-control');
    control.id = 'drive';
    Reflect.get(globalThis, 'give')(control);
    document.body.replaceChildren();
    document.body.append(control);
  });
  await oneDrive.expectFolder('My files');
  await expect(oneDrive.row('Documents')).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
  await removeControl(page);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe('<body></body>');
});

test('F118 in a frame of the same origin it is at home', async ({ page, openConnected }) => {
  const { portal } = await openConnected(inside((it) => it));
  portal.setFile(
    '/outer.html',
    '<!doctype html><title>Outer</title><iframe src="/" width="900" height="700"></iframe>',
  );
  await page.goto(`${portal.origin}/outer.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('row', { name: 'Documents', exact: true })).toBeVisible();
  await frame.getByRole('button', { name: 'New folder', exact: true }).click();
  await expect(frame.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(frame.getByRole('button', { name: 'New folder', exact: true })).toBeFocused();
});

test('F128 ten on a page share their rules: ten times no more than one', async ({ page, openConnected }) => {
  const { oneDrive } = await openConnected(TEN);
  await oneDrive.expectFolder('My files');
  const counts = () =>
    page.evaluate(() => {
      const roots = [...document.querySelectorAll('onedrive-control')].map(({ shadowRoot }) => shadowRoot);
      const sheets = roots.map((root) => root?.adoptedStyleSheets ?? []);
      const rows = roots.map((root) => root?.querySelectorAll('[role="row"]').length ?? 0);
      const every = new Set(sheets.flat());
      const own = [...every].filter((sheet) => sheets.filter((list) => list.includes(sheet)).length < 10);
      return {
        lengths: new Set(sheets.map(({ length }) => length)).size,
        listed: rows.every((count) => count > 3),
        own: own.length,
      };
    });
  // Of its own, each has its theme.
  await expect.poll(counts).toEqual({ lengths: 1, listed: true, own: 10 });
});

const UNSET: HostPage = {
  name: 'a page that unsets everything',
  body: (control) => `${control}${SCRIPT}`,
  around: { head: '<link rel="stylesheet" href="/unset.css">', styles: "'self'" },
  files: { '/unset.css': () => '* { all: unset } body { display: block } head, script { display: none }' },
};

test('without a height of its own it is no higher than the window', async ({ openConnected }) => {
  const { oneDrive, control } = await openConnected(UNSET);
  await oneDrive.expectFolder('My files');
  const { height } = (await control.boundingBox()) ?? { height: 0 };
  expect(height).toBeGreaterThan(200);
  expect(height).toBeLessThanOrEqual(800);
});
