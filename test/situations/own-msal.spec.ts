import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { SCRIPT } from '../support/host-pages';
import { nominalAuthority } from '../support/nominal-authority';
import { OneDrivePage } from '../support/one-drive-page';
import { CLIENT_ID, expect, test as base } from './support/situation';
import { call, openFolder, openWindow, press, requests, WORK } from './support/sign-in-steps';

/** A page that signs its users in by an MSAL of its own, which it gives to its control. */
const PAGE = `
const application = new msal.PublicClientApplication(CONFIGURATION);
await application.initialize();
application.setActiveAccount(application.getAllAccounts()[0] ?? null);
globalThis.own = application;
const signIn = document.querySelector('#sign-in');
signIn.addEventListener('click', async () => {
  const { account } = await application.loginPopup({ scopes: ['User.Read', 'Files.Read', 'Files.ReadWrite'] });
  application.setActiveAccount(account);
});
const control = Object.assign(document.createElement('onedrive-control'), {
  authority: AUTHORITY,
  publicClientApplication: application,
});
document.body.append(control);
`;

const test = base.extend<{ readonly openPortal: () => Promise<OneDrivePage> }>({
  openPortal: async ({ page, portal, running }, use) => {
    const login = running.loginOrigin;
    const configuration = {
      auth: {
        clientId: CLIENT_ID,
        redirectUri: `${portal.origin}/onedrive/oauth2callback.html`,
        clientCapabilities: ['CP1'],
        ...nominalAuthority(login),
      },
    };
    const values = { CONFIGURATION: configuration, AUTHORITY: `${login}/common` };
    const constants = Object.entries(values).map(
      ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
    );
    portal.setFile(
      '/msal.js',
      await readFile('node_modules/@azure/msal-browser/lib/msal-browser.min.js', 'utf8'),
    );
    portal.setFile('/own-msal.js', constants.join('\n') + PAGE);
    portal.setPage(
      `<button id="sign-in">Sign in to the portal</button><script src="/msal.js"></script>${SCRIPT}<script type="module" src="/own-msal.js"></script>`,
    );
    await use(async () => {
      await page.goto(portal.origin);
      await page.waitForFunction(() => 'own' in globalThis);
      return new OneDrivePage(page);
    });
  },
});

/** The page's own button, not the control's. */
async function signInToPortal(oneDrive: OneDrivePage): Promise<void> {
  const window = await openWindow(oneDrive.page, () => oneDrive.button('Sign in to the portal').click());
  await press(window, WORK, 'Sign in', 'Accept');
  await expect(oneDrive.row('Documents')).toBeVisible();
}

/** Everything that the page's MSAL has. */
function keptByPage(page: Page) {
  return page.evaluate(() => ({
    stored: Object.keys(sessionStorage)
      .filter((key) => key.startsWith('msal.'))
      .toSorted(),
    accounts: Reflect.get(globalThis, 'own')
      .getAllAccounts()
      .map(({ username }: { readonly username: string }) => username),
  }));
}

test('#97 the page signs in by its own MSAL: the control is connected, and asks nobody', async ({
  emulator,
  openPortal,
}) => {
  const oneDrive = await openPortal();
  await signInToPortal(oneDrive);
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /\/authorize\b/)).toHaveLength(1);
  expect(await requests(emulator, /\/token\b/)).toHaveLength(1);
});

test('#98 the same, and Graph asks for more (claims challenge): the page’s MSAL answers it, once', async ({
  page,
  emulator,
  openPortal,
}) => {
  const oneDrive = await openPortal();
  await signInToPortal(oneDrive);
  await emulator.faults([
    { match: { path: '/children' }, phase: 'before', effect: { kind: 'claims-challenge' } },
  ]);
  expect(await call(page, 'refresh')).toBe('done');
  await openFolder(oneDrive, 'Documents', 'Projects');
  expect(await requests(emulator, /\/token\b/)).toHaveLength(2);
});

test('#99 the same, and Disconnect: the page stays signed in, and connects the control again', async ({
  page,
  openPortal,
}) => {
  const oneDrive = await openPortal();
  await signInToPortal(oneDrive);
  const before = await keptByPage(page);
  expect(before.accounts).toEqual([WORK]);
  expect(await call(page, 'disconnect')).toBe('done');
  await expect(oneDrive.files).toBeHidden();
  expect(await keptByPage(page)).toEqual(before);
  await page.reload();
  await expect(oneDrive.row('Documents')).toBeVisible();
});
