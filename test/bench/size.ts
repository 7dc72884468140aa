import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { openBrowser } from './chromium-run';
import type { Contestant } from './contestants';
import { PATIENCE } from './open-list';
import { watchFirstRows, watchSkeleton } from './probe';

interface SizedFile {
  readonly name: string;
  readonly kind: 'js' | 'css';
  /** Bytes, compressed as far as gzip goes. */
  readonly gzip: number;
}

export interface SizeResult {
  readonly files: readonly SizedFile[];
  /** Bytes. */
  readonly js: number;
  readonly css: number;
}

/** What a browser that was never here loads until the first rows are painted. */
export async function measureSize(
  { rowPath }: Contestant,
  address: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<SizeResult> {
  return inFreshBrowser(address, async (page, loaded) => {
    await page.addInitScript(watchFirstRows, rowPath);
    await page.goto(address, { waitUntil: 'commit' });
    await prepare?.(page);
    await page.waitForFunction(() => globalThis.benchProbe?.firstRows, undefined, { timeout: PATIENCE });
    return loaded();
  });
}

/** What of it had come when our element drew its skeleton. */
export async function measureSkeleton(address: string): Promise<SizeResult> {
  return inFreshBrowser(address, async (page, loaded) => {
    await page.addInitScript(watchSkeleton, 'onedrive-control');
    await page.goto(address, { waitUntil: 'load' });
    const before = await page.waitForFunction(() => globalThis.benchProbe?.beforeSkeleton);
    const paths = (await before.jsonValue())?.map(nameOf) ?? [];
    return sumUp((await loaded()).files.filter(({ name }) => paths.includes(name)));
  });
}

async function inFreshBrowser(
  address: string,
  run: (page: Page, loaded: () => Promise<SizeResult>) => Promise<SizeResult>,
): Promise<SizeResult> {
  const { context, page, close } = await openBrowser();
  const files: Promise<SizedFile | undefined>[] = [];
  context.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    const kind = /javascript/.test(type) ? 'js' : /css/.test(type) ? 'css' : undefined;
    // The pages of the sign-in are the service's.
    if (!kind || new URL(response.url()).origin !== new URL(address).origin) return;
    const name = nameOf(response.url());
    files.push(
      response.body().then(
        (body) => ({ name, kind, gzip: gzipSync(body, { level: 9 }).length }),
        // Its window was closed before the answer could be read.
        () => undefined,
      ),
    );
  });
  try {
    return await run(page, async () =>
      sumUp((await Promise.all(files)).filter((file) => file !== undefined)),
    );
  } finally {
    await close();
  }
}

/** The path in the contestant's own folder. */
function nameOf(address: string): string {
  return new URL(address).pathname.split('/').slice(2).join('/');
}

function sumUp(files: readonly SizedFile[]): SizeResult {
  const sum = (kind: SizedFile['kind']) =>
    files.filter((file) => file.kind === kind).reduce((total, { gzip }) => total + gzip, 0);
  return { files, js: sum('js'), css: sum('css') };
}
