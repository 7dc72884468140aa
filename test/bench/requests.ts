import type { Page } from 'playwright';
import { startEmulator } from '../../src/emulator';
import { openBrowser } from './chromium-run';
import { startStaticServer } from './static-server';

/** One request as the emulator heard it; nothing of it opens anything. */
export interface HeardRequest {
  /** During which step of the journey. */
  readonly step: string;
  /** `preflight of` another host's service, or the method. */
  readonly method: string;
  /** The kind of its path: ids are left out. */
  readonly kind: string;
}

export interface JourneyRequests {
  /** Nobody was signed in. */
  readonly first: readonly HeardRequest[];
  /** The same once more after a reload, signed in. */
  readonly again: readonly HeardRequest[];
}

/** The kind of what goes to a host of files, as an address that opens one. */
export const BYTES = 'bytes of a file';

/** Milliseconds without a request after which nothing more comes of a step. */
const QUIET = 2000;
const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const ACCOUNT = 'work@contoso.example';

type Step = readonly [name: string, run: (page: Page) => Promise<void>];

const openFolder = (name: string): Step => [`enter “${name}”`, (page) => rowOf(page, name).dblclick()];
const preview = (name: string): Step => [
  `preview “${name}”`,
  async (page) => {
    await rowOf(page, name).getByText(name).click();
    await page.getByRole('dialog', { name }).waitFor();
  },
];

/** What a person does. They look at what has come before they go on, and the mouse rests nowhere on the way. */
const STEPS: readonly Step[] = [
  openFolder('Documents'),
  openFolder('Projects'),
  openFolder('2026'),
  [
    'come back to “Documents”',
    (page) =>
      page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('Documents', { exact: true }).click(),
  ],
  preview('Contract.pdf'),
  ['close it', (page) => page.keyboard.press('Escape')],
  preview('Invoice 0042.pdf'),
];

/** The requests of “open the control, enter three folders, come back to the first, preview two files”. */
export async function countJourney(tell: (line: string) => void): Promise<JourneyRequests> {
  const emulator = await startEmulator({ port: 0, bytesPort: 0 });
  const server = await startStaticServer({ element: 'dist/element' }, ({ pathname }) =>
    pathname === '/' ? { type: 'text/html', text: pageWith(emulator.loginOrigin) } : undefined,
  );
  emulator.registerApp({ clientId: CLIENT_ID, spa: [`${server.origin}/element/oauth2callback.html`] });
  const { page, close } = await openBrowser();
  const heard = createHearing(emulator.loginOrigin, page);
  try {
    tell('  first visit');
    const first = await heard(['open the control, sign in', (now) => openSigningIn(now, server.origin)]);
    tell('  after a reload');
    const again = await heard([
      'reload',
      (now) => now.reload().then(() => rowOf(now, 'Documents').waitFor()),
    ]);
    return { first, again };
  } finally {
    await close();
    await server.close();
    await emulator.close();
  }
}

async function openSigningIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Connect to OneDrive' }).click();
  const window = await opened;
  await window.getByRole('button', { name: ACCOUNT }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Accept' }).click();
  await rowOf(page, 'Documents').waitFor();
}

function rowOf(page: Page, name: string) {
  return page.getByRole('grid', { name: 'Files' }).getByRole('row', { name, exact: true });
}

interface LogEntry {
  readonly number: number;
  readonly origin: 'login' | 'bytes';
  readonly method: string;
  readonly path: string;
  readonly query: string;
}

/** Plays the journey from a first step on, and gives what the emulator heard in each. */
function createHearing(origin: string, page: Page): (first: Step) => Promise<readonly HeardRequest[]> {
  const readLog = async (): Promise<readonly LogEntry[]> => {
    const answer = await fetch(`${origin}/_emulator/log`);
    return (await answer.json()) as LogEntry[];
  };
  const settle = async (): Promise<readonly LogEntry[]> => {
    for (;;) {
      const before = await readLog();
      await page.waitForTimeout(QUIET);
      const now = await readLog();
      if (now.length === before.length) return now;
    }
  };
  return async (first) => {
    const all: HeardRequest[] = [];
    let known = (await settle()).length;
    for (const [step, run] of [first, ...STEPS]) {
      await run(page);
      await page.mouse.move(1, 1);
      const log = await settle();
      all.push(...log.slice(known).flatMap((entry) => describeRequest(step, entry) ?? []));
      known = log.length;
    }
    return all;
  };
}

/** Of the service itself: what signs in and what tells of the emulator is none of Graph's. */
function describeRequest(step: string, { origin, method, path, query }: LogEntry): HeardRequest | undefined {
  if (origin === 'login' && !path.startsWith('/v1.0/')) return undefined;
  const isPreflight = method === 'OPTIONS';
  const kind = origin === 'bytes' ? BYTES : kindOf(path, isPreflight ? '' : query);
  return { step, method: isPreflight ? 'OPTIONS' : method, kind };
}

function kindOf(path: string, query: string): string {
  const place = path
    .replace('/v1.0', '')
    .replace(/\/drives\/[^/]+/, '/drives/{drive}')
    .replace(/\/items\/[^/:]+/, '/items/{item}')
    .replace(/:\/.*?(:|$)/, ':/{path}$1');
  const names = [...new URLSearchParams(query).keys()].join(', ');
  return names === '' ? place : `${place} (${names})`;
}

function pageWith(loginOrigin: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>ours</title>
<link rel="icon" href="data:,"><style>body { margin: 0 } onedrive-control { height: 100vh }</style></head><body>
<onedrive-control client-id="${CLIENT_ID}" authority="${loginOrigin}/common" graph="${loginOrigin}/v1.0"></onedrive-control>
<script type="module" src="/element/onedrive-control.js"></script></body></html>`;
}
