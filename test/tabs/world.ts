import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import type { SignInSettings } from '../../src/auth';
import { createEmulatorAdmin, type EmulatorAdmin } from '../support/emulator-admin';
import { CLIENT_ID } from '../support/identity-client';
import { nominalAuthority } from '../support/nominal-authority';
import { createStubGraph } from '../support/stub-graph';
import type { TabPage } from './tab-page';
import { startTabServer, type TabServer } from './tab-server';

export { CLIENT_ID };

export type CacheLocation = NonNullable<SignInSettings['cacheLocation']>;

interface Servers {
  readonly emulator: RunningEmulator;
  readonly pages: TabServer;
}

export interface World {
  readonly admin: EmulatorAdmin;
  readonly settings: (more?: Partial<SignInSettings>) => SignInSettings;
  /** The emulator as MSAL is told of it by a page that configures its own. */
  readonly endpoints: () => ReturnType<typeof nominalAuthority>;
  /** Opens the page in another tab; signs in by these settings unless told `undefined`. */
  readonly open: (settings?: Partial<SignInSettings>) => Promise<Tab>;
  /** Who the sign-in windows are answered for from now on; nobody answers them for `undefined`. */
  readonly be: (address: string | undefined) => void;
  /** Time passes, for the emulator and in all tabs. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Requests for tokens, and for sign-in pages, since the last count. */
  readonly count: () => Promise<{ readonly token: number; readonly authorize: number }>;
}

export interface Tab {
  readonly page: Page;
  /** Runs in the tab, whose `signing` is there. */
  readonly run: Page['evaluate'];
  reload(): Promise<void>;
}

export const test = base.extend<{ world: World }, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      const createGraph = createStubGraph().create;
      const [emulator, pages] = await Promise.all([
        startEmulator({ port: 0, bytesPort: 0, createGraph }),
        startTabServer(),
      ]);
      await use({ emulator, pages });
      await Promise.all([emulator.close(), pages.close()]);
    },
    { scope: 'worker' },
  ],
  world: async ({ context, request, servers }, use) => {
    const admin = createEmulatorAdmin(request, servers.emulator.loginOrigin);
    await admin.reset();
    const redirectUri = `${servers.pages.origin}/oauth2callback.html`;
    await admin.registerApp({ clientId: CLIENT_ID, spa: [redirectUri] });
    await use(
      createWorld(context, { admin, redirectUri, authority: `${servers.emulator.loginOrigin}/common` }),
    );
  },
});

/**
 * Each of these tabs asks for a token before the first of them is answered. One that the machine holds up until another
 * has been answered may ask again: the lock is free, and what was stored not yet here.
 */
export async function askTogether(tabs: readonly Tab[]): Promise<readonly string[]> {
  const context = tabs[0]?.page.context();
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
  const isToken = /\/oauth2\/v2\.0\/token$/;
  await context?.route(isToken, async (route) => {
    await mayAnswer;
    await route.continue();
  });
  const asked = await Promise.all(
    tabs.map(({ page }) => page.evaluateHandle(() => ({ outcome: signing.token() }))),
  );
  answer();
  const outcomes = await Promise.all(asked.map((one) => one.evaluate(({ outcome }) => outcome)));
  await context?.unroute(isToken);
  return outcomes;
}

interface Place {
  readonly admin: EmulatorAdmin;
  readonly redirectUri: string;
  readonly authority: string;
}

function createWorld(context: BrowserContext, { admin, redirectUri, authority }: Place): World {
  let who: string | undefined = 'work@contoso.example';
  let seen = 0;
  let ahead = 0;
  const tabs = new Set<Page>();
  const settings = (more: Partial<SignInSettings> = {}) => ({
    clientId: CLIENT_ID,
    authority,
    redirectUri,
    ...more,
  });
  void context.addInitScript(shiftClock);
  context.on('page', (page) => void page.opener().then((opener) => opener && answer(page, () => who)));
  return {
    admin,
    settings,
    endpoints: () => nominalAuthority(new URL(authority).origin),
    be: (address) => {
      who = address;
    },
    open: async (more) => {
      const page = await context.newPage();
      // All tabs of a computer have one clock, also those that are opened later.
      await page.addInitScript((passed) => void (window.name ||= passed), String(ahead));
      tabs.add(page);
      page.on('close', () => tabs.delete(page));
      const start = async () => {
        await page.goto(new URL('/', redirectUri).href);
        await page.waitForFunction(() => 'signing' in globalThis);
        await page.evaluate((given) => signing.open(given), settings(more));
        await page.waitForFunction(() => signing.show().state !== 'starting');
      };
      await start();
      return {
        page,
        run: page.evaluate.bind(page),
        reload: start,
      };
    },
    pass: async (milliseconds) => {
      ahead += milliseconds;
      await admin.advanceClock(milliseconds);
      const pages = [...tabs].map((page) =>
        page.evaluate((more) => void (window.name = String(Number(window.name) + more)), milliseconds),
      );
      await Promise.all(pages);
    },
    count: async () => {
      const log = await admin.log();
      const fresh = log.slice(seen);
      seen = log.length;
      const of = (end: string) =>
        fresh.filter(({ path, method }) => method !== 'OPTIONS' && path.endsWith(end)).length;
      return { token: of('/oauth2/v2.0/token'), authorize: of('/oauth2/v2.0/authorize') };
    },
  };
}

const STEPS = ['Sign in', 'Approve', 'Accept'];

/** Goes through the sign-in pages, as whoever is meant, until the window closes by itself. */
async function answer(window: Page, who: () => string | undefined): Promise<void> {
  const address = who();
  if (address === undefined) return;
  const next = window.getByRole('button', { name: new RegExp(`^(${[address, ...STEPS].join('|')})`) });
  while (!window.isClosed())
    await next
      .first()
      .click({ timeout: 5_000 })
      .catch(() => undefined);
}

/** How far the tab's clock is ahead stands in its name, which reloads keep. */
function shiftClock(): void {
  const ahead = () => Number(window.name) || 0;
  const RealDate = Date;
  class ShiftedDate extends RealDate {
    constructor(...given: [] | [number | string]) {
      super(given.length === 0 ? RealDate.now() + ahead() : given[0]);
    }
    static override now(): number {
      return RealDate.now() + ahead();
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor;
}

declare global {
  const signing: TabPage;
}
