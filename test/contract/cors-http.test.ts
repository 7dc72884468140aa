import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';

const PAGE = 'http://localhost:3000';
const ALWAYS_EXPOSED = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
];
const FILE = '/v1.0/me/drive/root:/a.txt';

interface Site {
  readonly emulator: RunningEmulator;
  readonly token: string;
  /** Of a file, its picture, and an upload that is open. */
  readonly downloadUrl: string;
  readonly uploadUrl: string;
  readonly thumbnailUrl: string;
  readonly monitorUrl: string;
}

/** An emulator with one of everything that has a URL of its own. */
async function startSite(strict: boolean): Promise<Site> {
  const emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'demo', strict });
  const origin = emulator.loginOrigin;
  const { access_token: token } = (await (
    await fetch(`${origin}/_emulator/token?user=work@contoso.example`)
  ).json()) as { access_token: string };
  const graph = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + path, { ...init, headers: { Authorization: `Bearer ${token}` } });
  const file = (await (await graph(`${FILE}:/content`, { method: 'PUT', body: 'bytes' })).json()) as {
    '@microsoft.graph.downloadUrl': string;
  };
  const session = (await (await graph(`${FILE}2:/createUploadSession`, { method: 'POST' })).json()) as {
    uploadUrl: string;
  };
  const copy = await graph(`${FILE}:/copy`, { method: 'POST', body: JSON.stringify({ name: 'b.txt' }) });
  const pictures = (await (
    await graph("/v1.0/me/drive/root/search(q='jpg')?$expand=thumbnails&$top=1")
  ).json()) as { value: { thumbnails: { small: { url: string } }[] }[] };
  return {
    emulator,
    token,
    downloadUrl: file['@microsoft.graph.downloadUrl'],
    uploadUrl: session.uploadUrl,
    thumbnailUrl: pictures.value[0]?.thumbnails[0]?.small.url ?? '',
    monitorUrl: copy.headers.get('location') ?? '',
  };
}

const preflight = (url: string, method: string, asked: string): Promise<Response> =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      Origin: PAGE,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': asked,
    },
  });
const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { headers: { Origin: PAGE, ...headers }, redirect: 'manual' });
const list = ({ headers }: Response, name: string): string[] =>
  (headers.get(`access-control-${name}`) ?? '').split(/, */).filter(Boolean);
const allowedOrigin = ({ headers }: Response): string | null => headers.get('access-control-allow-origin');

describe.each([{ strict: false }, { strict: true }])('to a page, strict: $strict,', ({ strict }) => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite(strict);
  });
  afterAll(() => site.emulator.close());

  test('Graph allows every header asked for, and every method', async () => {
    const asked = 'authorization,client-request-id,content-type,prefer,sdkversion';
    const answer = await preflight(site.emulator.loginOrigin + FILE, 'PATCH', asked);
    expect([answer.ok, allowedOrigin(answer)]).toEqual([true, '*']);
    expect(list(answer, 'allow-headers')).toEqual(asked.split(','));
    expect(list(answer, 'allow-methods')).toEqual(expect.arrayContaining(['PUT', 'PATCH', 'DELETE']));
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('Graph exposes exactly what is listed, on success and refusal', async () => {
    const exposed = strict ? ALWAYS_EXPOSED : [...ALWAYS_EXPOSED, 'Retry-After'];
    const url = `${site.emulator.loginOrigin}${FILE}`;
    for (const headers of [{ Authorization: `Bearer ${site.token}` }, { Authorization: 'Bearer none' }]) {
      const answer = await get(url, headers);
      expect([answer.status === 200, allowedOrigin(answer)]).toEqual([
        headers.Authorization !== 'Bearer none',
        '*',
      ]);
      expect(list(answer, 'expose-headers')).toEqual(exposed);
    }
  });

  test(`the redirect of /content can ${strict ? 'not ' : ''}be followed`, async () => {
    const answer = await get(`${site.emulator.loginOrigin}${FILE}:/content`, {
      Authorization: `Bearer ${site.token}`,
    });
    expect([answer.status, allowedOrigin(answer)]).toEqual([302, strict ? null : '*']);
    const target = await preflight(answer.headers.get('location') ?? '', 'GET', 'authorization');
    expect(allowedOrigin(target)).toBe(strict ? null : '*');
  });

  test('a download is readable, as a simple request', async () => {
    const answer = await get(site.downloadUrl);
    expect([answer.status, allowedOrigin(answer)]).toEqual([200, '*']);
    expect(list(answer, 'expose-headers')).toEqual(strict ? [] : ['Content-Range', 'ETag', 'Retry-After']);
  });

  test('an upload may have Content-Range and Content-Type, and nothing that is not listed', async () => {
    const answer = await preflight(site.uploadUrl, 'PUT', 'content-range,content-type,sdkversion');
    expect([answer.ok, allowedOrigin(answer)]).toEqual([true, '*']);
    expect(list(answer, 'allow-headers')).toEqual([
      'Content-Range',
      'Content-Type',
      'Range',
      ...(strict ? [] : ['Authorization']),
    ]);
    expect(list(answer, 'allow-methods')).toEqual(expect.arrayContaining(['GET', 'PUT', 'DELETE']));
    expect(allowedOrigin(await get(site.uploadUrl))).toBe('*');
  });

  test('a token is refused by the hosts of bytes', async () => {
    for (const url of [site.downloadUrl, site.uploadUrl]) {
      expect((await get(url, { Authorization: `Bearer ${site.token}` })).status).toBe(401);
    }
  });

  test(`monitor and thumbnails are ${strict ? 'not ' : ''}readable`, async () => {
    for (const url of [site.monitorUrl, site.thumbnailUrl]) {
      const answer = await get(url);
      expect([answer.ok, allowedOrigin(answer)]).toEqual([true, strict ? null : '*']);
      expect(allowedOrigin(await preflight(url, 'GET', 'x-any'))).toBe(strict ? null : '*');
    }
  });

  test('the token endpoint answers any page that asks beforehand', async () => {
    const url = `${site.emulator.loginOrigin}/common/oauth2/v2.0/token`;
    const answer = await preflight(url, 'POST', 'x-client-sku');
    expect([answer.ok, allowedOrigin(answer)]).toEqual([true, PAGE]);
    expect(list(answer, 'allow-headers')).toEqual(['x-client-sku']);
  });
});
