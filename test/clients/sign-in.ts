import { createTestBrowser, headingOf } from '../support/test-browser';
import type { TestPage } from '../support/test-browser';

const MOST_PAGES = 10;

/**
 * Follows an authorization request as a person who agrees to everything.
 * @returns the address the browser is sent back to, with the code.
 */
export async function signIn(authorizeUrl: string, account: string): Promise<URL> {
  const { origin, searchParams } = new URL(authorizeUrl);
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  const steps: Readonly<Record<string, string>> = {
    'Sign in': account,
    'Pick an account': account,
    'Enter password': 'Sign in',
    'Permissions requested': 'Accept',
  };
  const browser = createTestBrowser(origin);
  let page = await browser.open(authorizeUrl);
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const address = addressOf(page);
    if (address.href.startsWith(redirectUri)) return address;
    const button = steps[headingOf(page)];
    if (button === undefined) throw new Error(`Nobody knows what to press at “${headingOf(page)}”.`);
    page = await browser.press(page, button);
  }
  throw new Error(`The sign-in does not end: “${headingOf(page)}”.`);
}

function addressOf({ leftFor, url }: TestPage): URL {
  return leftFor ?? url;
}
