import type { Locator, Page } from '@playwright/test';
import { CLIENT_ID } from './element-portal';
import { SCRIPT, type HostPage } from './host-pages';
import { expect, test as base } from './journey';
import { OneDrivePage } from './one-drive-page';
import { startPortal, type Portal } from './portal';

export { expect };

interface OpenHost {
  readonly portal: Portal;
  /** The one that is meant, where there are several. */
  readonly control: Locator;
  readonly oneDrive: OneDrivePage;
}

interface HostFixtures {
  /** Opens the page, with the control in it. */
  readonly openHost: (host: HostPage, script?: string) => Promise<OpenHost>;
  /** The same, and nobody need sign in: the page gives its tokens. */
  readonly openConnected: (host: HostPage) => Promise<OpenHost>;
  readonly element: string;
}

/** A page of somebody else's, which is never breached by the control in it. */
export const test = base.extend<HostFixtures>({
  element: async ({ site }, use) => {
    await use(
      `<onedrive-control id="drive" client-id="${CLIENT_ID}" authority="${site.emulator}/common"></onedrive-control>`,
    );
  },
  openHost: async ({ page, site, emulator, element }, use) => {
    const portal = await startPortal(site);
    const redirect = `${portal.origin}/onedrive/oauth2callback.html`;
    await emulator.registerApp({ clientId: CLIENT_ID, spa: [redirect] });
    await watchPolicy(page);
    await use(async (host, script = SCRIPT) => {
      for (const [path, text] of Object.entries(host.files ?? {})) portal.setFile(path, await text());
      const body = host.body(element);
      portal.setPage(body.includes(SCRIPT) ? body.replace(SCRIPT, script) : body + script, host.around);
      await page.goto(portal.origin);
      const control = page.locator('#drive');
      return { portal, control, oneDrive: new OneDrivePage(page, control) };
    });
    expect(await page.evaluate(() => Reflect.get(globalThis, 'violations'))).toEqual([]);
    await portal.close();
  },
  openConnected: async ({ site, emulator, openHost }, use) => {
    const token = await emulator.token('work@contoso.example', 'Files.Read Files.ReadWrite User.Read');
    const values = `const EMULATOR = ${JSON.stringify(site.emulator)}; const TOKEN = ${JSON.stringify(token)};`;
    await use(async (host) => {
      const files = { ...host.files, '/tokens.js': () => values + TOKENS };
      const script = `<script type="module" src="/tokens.js"></script>${SCRIPT}`;
      return openHost({ ...host, files }, script);
    });
  },
});

/** What a page does that has tokens of its own, for controls of now and of later. */
const TOKENS = `
globalThis.give = (control) =>
  Object.assign(control, { getAccessToken: async () => TOKEN, graph: EMULATOR + '/v1.0' });
document.querySelectorAll('onedrive-control').forEach(give);
`;

/** Every breach of the page's policy, from before the first script on. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      violations.push(`${violatedDirective}: ${blockedURI} by ${sourceFile}`),
    );
  });
}

/** Takes the element away and waits until the application has ended. */
export async function removeControl(page: Page): Promise<void> {
  const removed = await page.locator('#drive').evaluateHandle((element) => {
    element.remove();
    return element;
  });
  await expect
    .poll(() => removed.evaluate((element) => element.shadowRoot?.querySelector('.body')))
    .toBe(null);
}
