import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.mjs';
import type { OpenBrowser } from './real-browser';

/** Playwright switches these off, which hides failures that real people have (auth.md 2.4). */
const HIDING_SWITCHES = ['--disable-popup-blocking', '--disable-back-forward-cache'];

/**
 * What Playwright 1.65 disables, in a switch whose last mention wins, without `ThirdPartyStoragePartitioning`: a frame of
 * another site has a storage of its own.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** With a profile of its own: only there can its settings be written. */
export async function openChromium(blockThirdPartyCookies: boolean): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'onedrive-situation-'));
  await writePreferences(profile, blockThirdPartyCookies);
  const executablePath = findChromium();
  const first = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_FLAGS, `--disable-features=${DISABLED_FEATURES.join(',')}`],
    ignoreDefaultArgs: HIDING_SWITCHES,
  });
  const browser = first.browser();
  if (!browser) throw new Error('The profile has no browser.');
  return {
    browser,
    close: async () => {
      await first.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function writePreferences(profile: string, block: boolean): Promise<void> {
  await mkdir(join(profile, 'Default'));
  const settings = { profile: { block_third_party_cookies: block, cookie_controls_mode: block ? 1 : 0 } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
}
