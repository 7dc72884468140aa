import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { build } from 'vite';

const SOURCE = 'test/support/host-fluent-app.tsx';
const CACHE = 'node_modules/.cache/onedrive-control';

/** The host's own application, as one script; built once for its source and its Fluent UI. */
export async function buildFluentHost(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(SOURCE));
  hash.update(await readFile('node_modules/@fluentui/react-components/package.json'));
  const file = join(CACHE, `host-fluent-${hash.digest('hex').slice(0, 16)}.js`);
  if (!existsSync(file)) {
    const script = await bundle();
    await mkdir(CACHE, { recursive: true });
    await writeFile(file, script);
  }
  return readFile(file, 'utf8');
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      chunkSizeWarningLimit: 2_000,
      lib: { entry: SOURCE, formats: ['iife'], name: 'host' },
    },
  });
  const [first] = Array.isArray(result) ? result : [];
  const [chunk] = first?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('Vite built no script.');
  return chunk.code;
}

/** Every stop of the keyboard in the host's own Fluent UI, in words: the same with the control and without it. */
export async function walkFluentHost(page: Page): Promise<Record<string, readonly string[]>> {
  const press = async (...keys: readonly string[]) => {
    const stops: string[] = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      // Fluent moves the focus in a frame of its own.
      await page.waitForTimeout(60);
      stops.push(await describeFocus(page));
    }
    return stops;
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Cut').focus();
  const toolbar = await press('ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End');
  await button('Host menu').focus();
  const menu = await press('Enter', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Escape');
  await button('Host dialog').focus();
  const dialog = await press('Enter', ...Array(6).fill('Tab'), ...Array(6).fill('Shift+Tab'));
  const behind = [...new Set(await hiddenOfHost(page))].sort();
  await page.keyboard.press('Escape');
  await expect(button('Host dialog')).toBeFocused();
  await expect.poll(() => hiddenOfHost(page)).toEqual([]);
  await button('Cut').focus();
  await page.keyboard.press('ArrowRight');
  const ring = await page.evaluate(() =>
    String(document.activeElement?.hasAttribute('data-fui-focus-visible')),
  );
  return { toolbar, menu, dialog, behind, ring: [ring] };
}

/** What the page's own modality hides while its dialog is open. */
export function hiddenOfHost(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body [aria-hidden="true"]:not(i, svg), body [inert]')].map(
      (element) => element.id || element.localName,
    ),
  );
}

function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active?.textContent || active?.getAttribute('aria-label') || active?.localName || 'nothing';
  });
}
