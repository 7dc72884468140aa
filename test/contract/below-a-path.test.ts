import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createEmulator, isCut, type Emulator } from '../../src/emulator/core';
import { createEmulatedGraph } from '../../src/emulator/graph';
import { createMemoryContentStore } from '../../src/emulator/store';
import {
  authorizeUrl,
  CLIENT_ID,
  firstTokens,
  pkce,
  REDIRECT_URI,
  textOf,
  WORK,
} from '../support/identity-client';
import { buttonNames, createTestBrowser, headingOf } from '../support/test-browser';
import { blindThumbnailer, type Json } from './graph-world';

// As a page mounts it: below a folder of a static site, and in the one browser that uses it.
const MOUNT = 'https://pages.example/demo/at/7';
const LOGIN = `${MOUNT}/login`;

let emulator: Emulator;
let token: string;

/** The page's part: it takes the mount off, and knows no other address. */
async function send(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const asked = new Request(address, init);
  const [, origin, path = '/'] = asked.url.startsWith(MOUNT)
    ? (/^\/(login|bytes)(\/.*)?$/s.exec(asked.url.slice(MOUNT.length)) ?? [])
    : [];
  if (origin !== 'login' && origin !== 'bytes') throw new Error(`${asked.url} is not below the mount.`);
  const answer = await emulator.handle(new Request(`https://pages.example${path}`, asked), { origin });
  if (isCut(answer)) throw new Error('Cut.');
  // No script in a browser sees this header, and none can answer with it.
  answer.headers.delete('set-cookie');
  return answer;
}

async function graph(path: string, method = 'GET', body?: object | string): Promise<Json> {
  const response = await send(path.startsWith('/') ? `${LOGIN}/v1.0${path}` : path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': typeof body === 'object' ? 'application/json' : 'text/plain',
    },
    ...(body !== undefined && { body: typeof body === 'object' ? JSON.stringify(body) : body }),
  });
  expect(response.status).toBeLessThan(300);
  return response.json();
}

beforeAll(async () => {
  vi.stubGlobal('fetch', send);
  emulator = await createEmulator({
    loginOrigin: LOGIN,
    bytesOrigin: `${MOUNT}/bytes`,
    strict: true,
    browsers: 'only-one',
    createGraph: (ports) =>
      createEmulatedGraph(ports, {
        drive: 'empty',
        profile: 'business',
        contentStore: createMemoryContentStore(),
        thumbnailer: blindThumbnailer,
      }),
  });
  emulator.registerApp({ clientId: CLIENT_ID, spa: [REDIRECT_URI] });
  token = textOf(
    await firstTokens(LOGIN, { overrides: { scope: 'Files.ReadWrite openid' } }),
    'access_token',
  );
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await emulator.close();
});

it('forms of the sign-in lead below the path, and the one browser is known without a cookie', async () => {
  const url = authorizeUrl(LOGIN, pkce().challenge, { prompt: 'select_account' });
  const again = await createTestBrowser(LOGIN).open(url);
  expect([headingOf(again), buttonNames(again)[0]]).toEqual(['Pick an account', WORK]);
  const paths = [...again.text.matchAll(/(?:action|src|href)="(\/[^"]*)"/g)].map(([, path]) => path);
  expect([...new Set(paths)]).toEqual(['/demo/at/7/login/common/signin']);
});

it('so does the page for the code of a device', async () => {
  const device = await createTestBrowser(LOGIN).open(`${LOGIN}/devicelogin`);
  expect(device.text).toContain('action="/demo/at/7/login/devicelogin"');
});

it('the discovery document names only addresses below the path', async () => {
  const response = await send(`${LOGIN}/common/v2.0/.well-known/openid-configuration`);
  const addresses = Object.values(await response.json()).filter(
    (value) => typeof value === 'string' && value.startsWith('https:'),
  );
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => !String(address).startsWith(LOGIN))).toEqual([]);
});

it('every link of Graph can be followed: pages, changes, uploads, downloads', async () => {
  await graph('/me/drive/root:/a.txt:/content', 'PUT', 'hello');
  await graph('/me/drive/root/children', 'POST', { name: 'folder', folder: {} });
  const first = await graph('/me/drive/root/children?$top=1');
  const second = await graph(first['@odata.nextLink'] ?? '');
  const [file] = [...first.value, ...second.value].filter(({ name }) => name === 'a.txt');
  expect(await (await send(file?.['@microsoft.graph.downloadUrl'] ?? '')).text()).toBe('hello');
  expect((await send(file?.webUrl ?? '')).status).toBe(200);
  const delta = await graph('/me/drive/root/delta');
  expect((await graph(delta['@odata.deltaLink'] ?? '')).value).toHaveLength(0);
  const { uploadUrl } = await graph('/me/drive/root:/b.txt:/createUploadSession', 'POST', {});
  const sent = await send(uploadUrl, {
    method: 'PUT',
    body: 'bytes',
    headers: { 'content-range': 'bytes 0-4/5' },
  });
  expect(sent.status).toBe(201);
});

it('a copy can be watched, and a batch is answered', async () => {
  const response = await send(`${LOGIN}/v1.0/me/drive/root:/a.txt:/copy`, {
    method: 'POST',
    body: JSON.stringify({ name: 'c.txt' }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  expect((await send(response.headers.get('location') ?? '')).status).toBeLessThan(400);
  const { responses } = await (
    await send(`${LOGIN}/v1.0/$batch`, {
      method: 'POST',
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: '/me/drive/root:/a.txt' }] }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
  ).json();
  expect(responses).toMatchObject([{ status: 200, body: { name: 'a.txt' } }]);
});
