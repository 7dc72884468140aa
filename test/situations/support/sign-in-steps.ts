import { expect, type Page } from '@playwright/test';
import type { EmulatorAdmin } from '../../support/emulator-admin';
import type { OneDrivePage } from '../../support/one-drive-page';

export const WORK = 'work@contoso.example';
export const PERSONAL = 'personal@outlook.example';
export const HOUR = 3_600_000;

/**
 * A script of a page that connects without a click. Until it has told its outcome nothing may look at the page:
 * Playwright has that count as a click.
 */
export const CONNECT_AT_ONCE = `
await customElements.whenDefined('onedrive-control');
document.querySelector('onedrive-control').connect().catch(({ code }) => console.log('connect():', code));
`;

/** Presses a button that opens a window of the sign-in. */
export async function openWindow(page: Page, press: () => Promise<void>): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await press();
  return opened;
}

/** A window that asks nothing may be gone before anybody could have begun to wait for its end. */
export async function expectClosed(window: Page | Promise<Page>): Promise<void> {
  const opened = await window;
  await expect.poll(() => opened.isClosed()).toBe(true);
}

/** Presses Connect. */
export function startConnect(oneDrive: OneDrivePage): Promise<Page> {
  return openWindow(oneDrive.page, () => oneDrive.connectButton.click());
}

/** The buttons of the sign-in pages, one page after the other. */
export async function press(window: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await window.getByRole('button', { name }).click();
}

/** Somebody who has consented and is signed in at the login host, and disconnected from the page. */
export async function disconnect(oneDrive: OneDrivePage): Promise<void> {
  await oneDrive.button('Account').click();
  await oneDrive.page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await expect(oneDrive.connectButton).toBeVisible();
}

/** By the keyboard, which every browser's driver presses alike. */
export async function openFolder(oneDrive: OneDrivePage, name: string, content: string): Promise<void> {
  await oneDrive.row(name).press('Enter');
  await expect(oneDrive.row(content)).toBeVisible();
}

/** By typing: what Firefox’s driver fills in, no script hears of. */
export async function createFolder(oneDrive: OneDrivePage, name: string): Promise<void> {
  await oneDrive.button('New folder').click();
  await oneDrive.page.getByRole('dialog').getByRole('textbox').pressSequentially(name);
  await oneDrive.page.keyboard.press('Enter');
}

/** The requests to the emulator whose path with query is so, preflights left out. */
export async function requests(emulator: EmulatorAdmin, wanted: RegExp): Promise<string[]> {
  const entries = (await emulator.log()).filter(({ method }) => method !== 'OPTIONS');
  return entries.map(({ path, query }) => path + query).filter((address) => wanted.test(address));
}

interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the page around has heard of its control. */
export function heard(page: Page, type: string): Promise<Heard['detail'][]> {
  return page.evaluate(
    (wanted) =>
      Reflect.get(globalThis, 'heard')
        .filter((event: Heard) => event.type === wanted)
        .map(({ detail }: Heard) => detail),
    type,
  );
}

/** A script of the page calls a method of the control, without anybody's click. */
export function call(page: Page, method: string, ...parameters: readonly unknown[]): Promise<string> {
  return page.locator('onedrive-control').evaluate(
    async (control, [name, given]) => {
      try {
        await Reflect.get(control, name).apply(control, given);
        return 'done';
      } catch (error) {
        return String(Reflect.get(Object(error), 'code'));
      }
    },
    [method, parameters] as const,
  );
}
