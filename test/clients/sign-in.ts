import { createTestBrowser, headingOf } from '../support/test-browser';
import type { TestBrowser, TestPage } from '../support/test-browser';

const MOST_PAGES = 10;

/**
 * Follows an authorization request as a person who agrees to everything.
 * @returns the address the browser is sent back to, with the code.
 */
export async function signIn(authorizeUrl: string, account: string): Promise<URL> {
  const redirectUri = new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '';
  const browser = createTestBrowser(new URL(authorizeUrl).origin);
  const first = await browser.open(authorizeUrl);
  const isBack = (page: TestPage): boolean => addressOf(page).href.startsWith(redirectUri);
  return addressOf(await agree(browser, first, account, isBack));
}

/** Types the code that a program shows, and agrees to everything. */
export async function signInOnDevice(verificationUri: string, code: string, account: string): Promise<void> {
  const browser = createTestBrowser(new URL(verificationUri).origin);
  const first = await browser.press(await browser.open(verificationUri), 'Next', { user_code: code });
  await agree(browser, first, account, ({ text }) => text.includes('You have signed in to'));
}

async function agree(
  browser: TestBrowser,
  first: TestPage,
  account: string,
  isEnd: (page: TestPage) => boolean,
): Promise<TestPage> {
  const buttons: Readonly<Record<string, string>> = {
    'Sign in': account,
    'Pick an account': account,
    'Enter password': 'Sign in',
    'Permissions requested': 'Accept',
  };
  let page = first;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    if (isEnd(page)) return page;
    const button = buttons[headingOf(page)];
    if (button === undefined) throw new Error(`Nobody knows what to press at “${headingOf(page)}”.`);
    page = await browser.press(page, button);
  }
  throw new Error(`The sign-in does not end: “${headingOf(page)}”.`);
}

function addressOf({ leftFor, url }: TestPage): URL {
  return leftFor ?? url;
}
