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

/** The stops of the page's own Fluent UI where no control has ever been. */
const ALONE = {
  toolbar: ['Copy', 'Paste', 'Copy', 'Cut', 'Paste'],
  menu: ['First', 'Second', 'More', 'Deep', 'More', 'Host menu'],
  // Six times Tab after the first, six times Shift+Tab.
  dialog: 'field yes no field yes no field no yes field no yes field'
    .split(' ')
    .map((word) => `Host ${word}`),
};

/** Walks the keyboard through the host's own Fluent UI: the same with the control and without it. */
export async function expectFluentHost(page: Page): Promise<void> {
  const press = async (keys: readonly string[], stops: readonly string[]) => {
    for (const [index, key] of keys.entries()) {
      await page.keyboard.press(key);
      // Fluent moves the focus in a frame of its own.
      await expect.poll(() => describeFocus(page), `after key ${index}, ${key}`).toBe(stops[index]);
    }
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Cut').focus();
  await press(['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End'], ALONE.toolbar);
  await button('Host menu').focus();
  await press(['Enter', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Escape'], ALONE.menu);
  await button('Host dialog').focus();
  await press(['Enter', ...Array(6).fill('Tab'), ...Array(6).fill('Shift+Tab')], ALONE.dialog);
  await page.keyboard.press('Escape');
  await expect(button('Host dialog')).toBeFocused();
  await expect.poll(() => hiddenOfHost(page)).toEqual([]);
  await button('Cut').focus();
  await page.keyboard.press('ArrowRight');
  await expect(button('Copy')).toHaveAttribute('data-fui-focus-visible');
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
