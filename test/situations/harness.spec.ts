import type { Page } from '@playwright/test';
import { collectExposedTexts } from './support/exposed-texts';
import { secretsIn } from './support/marked-secrets';
import { expect, test } from './support/situation';

test('frames of another site have a storage of their own', async ({ page, serve, portal }) => {
  const other = await serve();
  other.setFile('/store.html', '<!doctype html><title>Store</title>');
  portal.setFile('/frame.html', `<iframe src="${other.origin}/store.html"></iframe>`);
  await page.goto(`${other.origin}/store.html`);
  await page.evaluate(() => localStorage.setItem('who', 'top'));
  await page.goto(`${portal.origin}/frame.html`);
  const frame = page.frameLocator('iframe').locator('html');
  expect(await frame.evaluate(() => localStorage.getItem('who'))).toBeNull();
});

test('a window that nobody’s click asked for is blocked', async ({ page, portal }) => {
  // Not by `evaluate`: Playwright has that count as a click.
  portal.setFile('/open.html', `<script>console.log('opened', window.open('about:blank') !== null)</script>`);
  const said = page.waitForEvent('console');
  await page.goto(`${portal.origin}/open.html`);
  expect((await said).text()).toBe('opened false');
});

test('the back button takes pages out of the browser’s memory', async ({ page, portal }) => {
  portal.setFile('/first.html', '<!doctype html><title>First</title><link rel="icon" href="data:,">');
  await page.goto(`${portal.origin}/first.html`);
  await page.evaluate(() => void Reflect.set(globalThis, 'kept', true));
  await page.goto(portal.origin);
  // Deferred: the page that is left answers no question any more.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForURL('**/first.html', { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'kept'))).toBe(true);
});

const TOKEN = ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJub2JvZHkifQ', 'signature'].join('.');
const CODE = `1.${'aB3_'.repeat(10)}xyz`;
const ADDRESS = 'https://bytes.example/content?tempauth=v1.0123456789';

async function plant(page: Page): Promise<void> {
  await page.evaluate(
    async ([token, code, address]) => {
      sessionStorage.setItem('msal.of-the-library', token);
      sessionStorage.setItem('kept', code);
      localStorage.setItem('kept', token);
      history.replaceState({ deep: { token } }, '', `#code=${code}`);
      Reflect.set(globalThis, 'heard', [{ type: 'od-error', detail: new Error(token) }]);
      document.cookie = `kept=${code}`;
      const shadow = document.body.appendChild(document.createElement('p')).attachShadow({ mode: 'open' });
      const link = shadow.appendChild(document.createElement('a'));
      link.setAttribute('data-where', address);
      shadow.append(token);
      await new Promise((resolve) => {
        const request = indexedDB.open('planted');
        request.addEventListener('upgradeneeded', () =>
          request.result.createObjectStore('rows', { autoIncrement: true }),
        );
        request.addEventListener('success', () => {
          request.result.transaction('rows', 'readwrite').objectStore('rows').add({ address });
          request.result.close();
          resolve(undefined);
        });
      });
    },
    [TOKEN, CODE, ADDRESS] as const,
  );
}

test('the search after each situation finds whatever is planted, and leaves the library its keys', async ({
  browser,
  portal,
}) => {
  // A context of its own: what is planted here must not fail this test.
  const page = await browser.newPage();
  portal.setFile('/empty.html', '<!doctype html><title>Empty</title>');
  await page.goto(`${portal.origin}/empty.html`);
  await plant(page);
  const texts = await page.evaluate(collectExposedTexts);
  const places = texts.flatMap(({ place, text }) => (secretsIn(text).length > 0 ? [place] : []));
  expect(places).toEqual([
    '<a data-where>',
    'text',
    'address',
    'history.state',
    'events of the host',
    'sessionStorage kept',
    'localStorage kept',
    'cookies',
    'database planted/rows',
  ]);
  await page.close();
});
