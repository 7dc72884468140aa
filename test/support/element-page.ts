import type { Locator, Page } from '@playwright/test';
import type { OneDriveControlElement, OneDriveEvents } from '../../src/element';
import { expect, test as base } from './journey';
import { startPortal, type PageAround, type Portal } from './portal';

export { expect };
export type { OneDriveControlElement };

const WHO = 'work@contoso.example';

interface ElementFixtures {
  readonly portal: Portal;
  /** Opens a page whose controls are given the tokens of somebody who works; waits for nothing. */
  readonly open: (body: string, around?: PageAround) => Promise<ElementPage>;
}

/** A page with `<onedrive-control>` in it, as its author sees it. */
export interface ElementPage {
  readonly element: Locator;
  readonly choose: Locator;
  readonly cancel: Locator;
  /** The details of the events so far, as far as JSON can tell them. */
  readonly heard: <K extends keyof OneDriveEvents>(type: K) => Promise<OneDriveEvents[K]['detail'][]>;
}

/** Each control signs nobody in: the page has tokens. */
const PORTAL = `
globalThis.give = (control) =>
  Object.assign(control, { getAccessToken: async () => TOKEN, graph: EMULATOR + '/v1.0' });
document.querySelectorAll('onedrive-control').forEach(give);
`;

export const test = base.extend<ElementFixtures>({
  portal: async ({ site }, use) => {
    const portal = await startPortal(site);
    await use(portal);
    await portal.close();
  },
  open: async ({ page, portal, site, emulator }, use) => {
    const token = await emulator.token(WHO, 'Files.Read Files.ReadWrite User.Read');
    const values = `const EMULATOR = ${JSON.stringify(site.emulator)}; const TOKEN = ${JSON.stringify(token)};`;
    portal.setFile('/portal.js', values + PORTAL);
    await use(async (body, around) => {
      const scripts = ['/portal.js', '/onedrive/onedrive-control.js'];
      portal.setPage(
        body + scripts.map((src) => `<script type="module" src="${src}"></script>`).join(''),
        around,
      );
      await page.goto(portal.origin);
      return createElementPage(page);
    });
  },
});

function createElementPage(page: Page): ElementPage {
  return {
    element: page.locator('onedrive-control'),
    choose: page.getByRole('button', { name: 'Choose', exact: true }),
    cancel: page.getByRole('button', { name: 'Cancel', exact: true }),
    heard: (type) =>
      page.evaluate(
        (wanted) =>
          Reflect.get(globalThis, 'heard')
            .filter((event: { readonly type: string }) => event.type === wanted)
            .map(({ detail }: { readonly detail: unknown }) => detail),
        type,
      ),
  };
}

/** The value of the element, as the page reads it. */
export function valueOf(element: Locator): Promise<string> {
  return element.evaluate((drive: OneDriveControlElement) => drive.value);
}

/** Starts `pick()`; what it gives waits for the outcome: names of the items, or the error's code. */
export async function startPick(
  element: Locator,
  options: Parameters<OneDriveControlElement['pick']>[0] = {},
): Promise<() => Promise<string>> {
  const outcome = await element.evaluateHandle((drive: OneDriveControlElement, given) => {
    const settled = drive.pick(given).then(
      (items) => items.map(({ name }) => name).join(),
      ({ code }: { readonly code: string }) => code,
    );
    return { settled };
  }, options);
  return () => outcome.evaluate(({ settled }) => settled);
}

/** Starts `save()` of a file of so many x; what it gives waits for the outcome, as that of `startPick`. */
export async function startSave(
  element: Locator,
  file: { readonly name: string; readonly size: number },
): Promise<() => Promise<string>> {
  const outcome = await element.evaluateHandle((drive: OneDriveControlElement, { name, size }) => {
    const settled = drive.save(new File(['x'.repeat(size)], name)).then(
      (items) => items.map((item) => item.name).join(),
      ({ code }: { readonly code: string }) => code,
    );
    return { settled };
  }, file);
  return () => outcome.evaluate(({ settled }) => settled);
}
