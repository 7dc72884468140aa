import type { Browser } from '@playwright/test';
import { openChromium } from './chromium-browser';
import { openFirefox } from './firefox-browser';

/** Which browser, and how its user has set it. */
export interface BrowserSettings {
  readonly realBrowser: 'chromium' | 'firefox';
  readonly thirdPartyCookies: 'blocked' | 'allowed';
}

export interface OpenBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** A browser as people have it, with nothing switched off that makes a sign-in fail. */
export function openRealBrowser({ realBrowser, thirdPartyCookies }: BrowserSettings): Promise<OpenBrowser> {
  const block = thirdPartyCookies === 'blocked';
  return realBrowser === 'chromium' ? openChromium(block) : openFirefox(block);
}
