import { firefox, type Browser } from '@playwright/test';
import { findFirefox } from '../../../scripts/firefox.mjs';
import type { OpenBrowser } from './real-browser';

/** Values of `network.cookie.cookieBehavior`: a storage for each site around (Firefox’s own default), or none such. */
const PARTITIONED = 5;
const ACCEPTED = 0;

/** The released Firefox, over WebDriver BiDi: Playwright’s own build is another browser. */
export async function openFirefox(blockThirdPartyCookies: boolean): Promise<OpenBrowser> {
  const executablePath = findFirefox();
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    ...(executablePath && { executablePath }),
    firefoxUserPrefs: {
      'dom.disable_open_during_load': true,
      'network.cookie.cookieBehavior': blockThirdPartyCookies ? PARTITIONED : ACCEPTED,
    },
  });
  leaveOutUnknownCommand(browser);
  return { browser, close: () => browser.close() };
}

type Send = (method: string, parameters: unknown) => Promise<unknown>;

/** Playwright 1.65 sets the colour scheme of each context by a command that Firefox ESR 153 does not know. */
function leaveOutUnknownCommand(browser: Browser): void {
  const connection: object = Reflect.get(browser, '_connection');
  const server: object = Reflect.get(connection, 'toImpl').call(connection, browser);
  const session: { send: Send } = Reflect.get(server, '_browserSession');
  const send = session.send.bind(session);
  session.send = async (method, parameters) =>
    method === 'emulation.setMediaFeaturesOverride' ? undefined : send(method, parameters);
}
