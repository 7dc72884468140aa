import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { OneDriveControl } from '../../src/core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import type { EmulatorAdmin } from '../support/emulator-admin';
import { expect, test } from '../support/journey';
import type { Site } from '../support/sites';

const WHO = 'work@contoso.example';
const MEBIBYTE = 1024 * 1024;

declare global {
  // oxlint-disable-next-line no-var
  var control: OneDriveControl;
}

/** A document of the site that shows nothing, with a control without a look, which is given tokens. */
async function openPage(
  page: Page,
  { site, emulator }: { site: Site; emulator: EmulatorAdmin },
): Promise<Load> {
  const token = await emulator.token(WHO, 'Files.Read Files.ReadWrite User.Read');
  const content = `import { createOneDriveControl } from '/src/core.ts';
    globalThis.control = createOneDriveControl({
      getAccessToken: async () => ${JSON.stringify(token)}, graphRoot: '${site.emulator}/v1.0' });`;
  const load: Load = async (go) => {
    await go();
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => globalThis.control?.folder.state.get().listing.status === 'complete');
  };
  await load(() => page.goto(`${site.page}/onedrive.config.json`));
  return load;
}

/** Has the page come, and waits until its control has listed the drive. */
type Load = (go: () => Promise<unknown>) => Promise<void>;

/** Bytes that repeat nowhere soon, the same each time, as a file of the origin's own. */
async function upload(page: Page, name: string, size: number, withHandle: boolean): Promise<void> {
  await page.evaluate(
    async ([name, size, withHandle]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(name, { create: true });
      const writing = await handle.createWritable();
      const bytes = new Uint32Array(size / 4);
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.imul(index, 2_654_435_761);
      await writing.write(bytes);
      await writing.close();
      const folder = control.folder.state.get().path[0];
      if (!folder) throw new Error('No folder.');
      const source = { kind: 'file', file: await handle.getFile(), path: [] } as const;
      void control.transfers.upload([withHandle ? { ...source, handle } : source], folder);
    },
    [name, size, withHandle] as const,
  );
}

/** Over a reload as well: whoever asks waits for the page that comes. */
function states(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => control.transfers.tasks.get().map(({ state }) => state.status));
}

async function expectSame(
  page: Page,
  { site, emulator }: { site: Site; emulator: EmulatorAdmin },
  name: string,
) {
  const token = await emulator.token(WHO);
  const address = `${site.emulator}/v1.0/me/drive/root/children`;
  const headers = { Authorization: `Bearer ${token}` };
  const { value } = (await (await fetch(address, { headers })).json()) as { value: Record<string, string>[] };
  const stem = name.replace('.bin', '');
  const found = value.filter((item) => item['name']?.startsWith(stem));
  expect(found.map((item) => item['name'])).toEqual([name]);
  const isSame = await page.evaluate(
    async ([name, address]) => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle(name)).getFile();
      const stored = await (await fetch(address)).arrayBuffer();
      const digest = async (bytes: ArrayBuffer) =>
        new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
      return (await digest(await file.arrayBuffer())) === (await digest(stored));
    },
    [name, found[0]?.['@microsoft.graph.downloadUrl'] ?? ''] as const,
  );
  expect(isSame).toBe(true);
  const ledger = (await (await fetch(`${site.emulator}/_emulator/ledger`)).json()) as { uploadSessions: [] };
  expect(ledger.uploadSessions).toEqual([]);
}

const isFragment = (method: string, url: string, site: Site) =>
  method === 'PUT' && url.startsWith(site.bytes);

test('F064 a reload at every fragment of ten, sent and answered, loses nothing', async ({
  page,
  site,
  emulator,
}) => {
  const load = await openPage(page, { site, emulator });
  let events = 0;
  let reloadAt = 1;
  let hasCome: () => void = () => undefined;
  const count = (method: string, url: string) => {
    if (!isFragment(method, url, site)) return;
    events += 1;
    if (events === reloadAt) hasCome();
  };
  page.on('request', (request) => count(request.method(), request.url()));
  page.on('response', (response) => count(response.request().method(), response.url()));
  const next = () => new Promise<void>((resolve) => (hasCome = resolve));
  let coming = next();
  await upload(page, 'Reloaded.bin', FILE_SIZE, true);
  for (let reloads = 0; reloads < 12; reloads += 1) {
    const isDone = page.waitForFunction(
      () => globalThis.control?.transfers.tasks.get()[0]?.state.status === 'done',
    );
    const ended = await Promise.race([
      coming.then(() => false),
      isDone.then(
        () => true,
        () => false,
      ),
    ]);
    if (ended) break;
    // Once behind a request, once behind an answer.
    [events, reloadAt] = [0, (reloads % 2) + 1];
    coming = next();
    await load(() => page.reload());
  }
  await page.waitForFunction(() => globalThis.control?.transfers.tasks.get()[0]?.state.status === 'done');
  await expectSame(page, { site, emulator }, 'Reloaded.bin');
});

test('F064 a browser that is killed goes on when it is started again', async ({ site, emulator }) => {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'));
  const start = async () => {
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(folder, {
      ...(executablePath && { executablePath }),
      args: [...CHROMIUM_FLAGS],
    });
    const page = await context.newPage();
    await openPage(page, { site, emulator });
    return { context, page };
  };
  try {
    const before = await start();
    const begun = new Set<string>();
    const areUnderWay = before.page.waitForEvent('response', (response) => {
      const url = response.url();
      return isFragment(response.request().method(), url, site) && begun.add(url).size === 2;
    });
    await Promise.all([
      upload(before.page, 'Handle.bin', FILE_SIZE, true),
      upload(before.page, 'Chosen.bin', FILE_SIZE, false),
    ]);
    await areUnderWay;
    await kill(before.context, folder);
    const { context, page } = await start();
    await expect.poll(() => states(page)).toContain('interrupted');
    await page.waitForFunction(() =>
      control.transfers.tasks.get().some(({ state }) => state.status === 'done'),
    );
    expect([...(await states(page))].sort()).toEqual(['done', 'interrupted']);
    const left = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle('Chosen.bin')).getFile();
      const other = new File(['another'], 'Chosen.bin');
      return (await control.transfers.provide([other, file])).map(({ size }) => size);
    });
    expect(left).toEqual([7]);
    await page.waitForFunction(() =>
      control.transfers.tasks.get().every(({ state }) => state.status === 'done'),
    );
    await expectSame(page, { site, emulator }, 'Handle.bin');
    await expectSame(page, { site, emulator }, 'Chosen.bin');
    await context.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The browser's own process, as a crash or the end of the power would end it: found by its folder, which is nobody else's. */
async function kill(context: BrowserContext, folder: string): Promise<void> {
  const closed = context.waitForEvent('close');
  for (const pid of await readdir('/proc')) {
    const line = /^\d+$/.test(pid) ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
    if (line.includes(`--user-data-dir=${folder}`) && !line.includes('--type='))
      process.kill(Number(pid), 'SIGKILL');
  }
  await closed;
}

const FILE_SIZE = 48 * MEBIBYTE;
