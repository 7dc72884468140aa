import { describe, expect } from 'vitest';
import { BYTES, sample, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

const HOUR = 3_600_000;
const PAGE = 'https://portal.example';
const NAME = '\u00dcbung 1.txt';

const urlOf = (item: Json): string => item['@microsoft.graph.downloadUrl'];

/** A file of ten bytes and its download URL. */
async function tenBytes({ putFile }: RuleContext): Promise<{ file: Json; url: string }> {
  const file = await putFile(NAME, 'abcdefghij');
  return { file, url: urlOf(file) };
}

describe('a download URL', () => {
  rule('gives the bytes to whoever has it, as an attachment', async (context) => {
    const { file, url } = await tenBytes(context);
    const { status, headers, text } = await context.bytes(url);
    expect([status, text]).toEqual([200, 'abcdefghij']);
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.get('content-length')).toBe('10');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''%C3%9Cbung%201\.txt/,
    );
    expect(headers.get('etag')).toBe(file.eTag);
    expect(headers.get('accept-ranges')).toBe('bytes');
  });

  rule('answers HEAD without bytes', async (context) => {
    const { url } = await tenBytes(context);
    const { status, headers, text } = await context.bytes(url, { method: 'HEAD' });
    expect([status, text, headers.get('content-length')]).toEqual([200, '', '10']);
  });

  const ranges: readonly (readonly [string, number, string, string | null])[] = [
    ['bytes=0-3', 206, 'abcd', 'bytes 0-3/10'],
    ['bytes=4-', 206, 'efghij', 'bytes 4-9/10'],
    ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=5-999', 206, 'fghij', 'bytes 5-9/10'],
    ['bytes=-999', 206, 'abcdefghij', 'bytes 0-9/10'],
    ['bytes=0-1,4-5', 200, 'abcdefghij', null],
    ['lines=0-1', 200, 'abcdefghij', null],
    ['bytes=3-1', 200, 'abcdefghij', null],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
  ];
  for (const [range, status, text, contentRange] of ranges) {
    rule(`answers Range ${range} with ${status}`, async (context) => {
      const { url } = await tenBytes(context);
      const answer = await context.bytes(url, { headers: { Range: range } });
      expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([
        status,
        text,
        contentRange,
      ]);
    });
  }

  rule('answers If-Range with the whole when the file has changed', async (context) => {
    const { file, url } = await tenBytes(context);
    const asked = { headers: { Range: 'bytes=0-1', 'If-Range': file.eTag } };
    expect((await context.bytes(url, asked)).status).toBe(206);
    await context.putFile(NAME, 'changed');
    expect((await context.bytes(url, asked)).text).toBe('changed');
  });

  rule('honours what the request asks of the tag and the date', async (context) => {
    const { file, url } = await tenBytes(context);
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await context.bytes(url, { headers })).status;
    const modified = (await context.bytes(url)).headers.get('last-modified')!;
    const before = 'Thu, 01 Jan 2015 00:00:00 GMT';
    const other = '"{00000000-0000-0000-0000-000000000000},1"';
    expect(await ask({ 'If-None-Match': file.eTag })).toBe(304);
    expect(await ask({ 'If-None-Match': `${other}, W/${file.eTag}` })).toBe(304);
    expect(await ask({ 'If-None-Match': other })).toBe(200);
    expect(await ask({ 'If-Match': file.eTag })).toBe(200);
    expect(await ask({ 'If-Match': '*' })).toBe(200);
    expect(await ask({ 'If-Match': other })).toBe(412);
    expect(await ask({ 'If-Modified-Since': modified })).toBe(304);
    expect(await ask({ 'If-Modified-Since': before })).toBe(200);
    expect(await ask({ 'If-Modified-Since': 'no date' })).toBe(200);
    expect(await ask({ 'If-Unmodified-Since': modified })).toBe(200);
    expect(await ask({ 'If-Unmodified-Since': before })).toBe(412);
    expect(await ask({ 'If-None-Match': other, 'If-Modified-Since': modified })).toBe(200);
  });

  rule('sends a range only of the file that If-Range names', async (context) => {
    const { file, url } = await tenBytes(context);
    const ask = async (ifRange: string): Promise<number> =>
      (await context.bytes(url, { headers: { Range: 'bytes=0-1', 'If-Range': ifRange } })).status;
    const modified = (await context.bytes(url)).headers.get('last-modified')!;
    expect(await ask(file.eTag)).toBe(206);
    expect(await ask(`W/${file.eTag}`)).toBe(200);
    expect(await ask(modified)).toBe(206);
    expect(await ask('Thu, 01 Jan 2015 00:00:00 GMT')).toBe(200);
  });

  rule('answers a range of an empty file with 416', async ({ bytes, putFile }) => {
    const url = urlOf(await putFile('empty.txt', ''));
    const { status, headers } = await bytes(url, { headers: { Range: 'bytes=0-' } });
    expect([status, headers.get('content-range')]).toEqual([416, 'bytes */0']);
    expect((await bytes(url)).status).toBe(200);
  });

  const names: readonly (readonly [string, string, string])[] = [
    ["it's (1) 100% #+&.txt", "it's (1) 100_ #+&.txt", 'it%27s%20%281%29%20100%25%20%23%2B%26.txt'],
    ['\u65e5\u672c.txt', '__.txt', '%E6%97%A5%E6%9C%AC.txt'],
    ['\u{1f600};a=b.txt', '__;a=b.txt', '%F0%9F%98%80%3Ba%3Db.txt'],
  ];
  for (const [name, plain, encoded] of names) {
    rule(`tells the name ${name} in letters that every header holds`, async ({ bytes, putFile }) => {
      const { headers } = await bytes(urlOf(await putFile(name, 'x')));
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      );
    });
  }

  rule('lies on another origin and dies after an hour', { needs: 'clock' }, async (context) => {
    const { url } = await tenBytes(context);
    expect(new URL(url).origin).toBe(BYTES);
    context.world.clock.now += HOUR;
    expect((await context.bytes(url)).status).toBe(200);
    context.world.clock.now += 1;
    expect((await context.bytes(url)).status).toBe(401);
  });

  rule('dies with its file', async (context) => {
    const { url } = await tenBytes(context);
    await context.graph(context.folder.at(NAME), { method: 'DELETE' });
    expect((await context.bytes(url)).status).toBe(404);
  });

  rule('is not to be guessed', async (context) => {
    const { url } = await tenBytes(context);
    const guessed = url.replace(/tempauth=[^&]*/, 'tempauth=guess');
    expect(guessed).not.toBe(url);
    expect((await context.bytes(guessed)).status).toBe(401);
  });

  rule('is another one each time', async (context) => {
    const { url } = await tenBytes(context);
    expect(urlOf((await context.graph(context.folder.at(NAME))).json)).not.toBe(url);
  });

  rule('does not open another kind of URL', { needs: 'state' }, async (context) => {
    const { url } = await tenBytes(context);
    const key = new URL(url).searchParams.get('tempauth');
    const thumbnail = `${BYTES}/transform/thumbnail?width=96&height=96&tempauth=${key}`;
    const session = `${BYTES}/_api/v2.0/drives/x/items/y/uploadSession?tempauth=${key}`;
    expect((await context.bytes(thumbnail)).status).toBe(401);
    expect((await context.bytes(session)).status).toBe(404);
    expect((await context.bytes(url, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  rule('serves large content in order', async ({ putFile, bytes }) => {
    const content = sample(1_000_003).map((byte) => byte & 0x7f);
    const url = urlOf(await putFile('big.bin', content));
    const { text } = await bytes(url, { headers: { Range: 'bytes=300000-900000' } });
    expect(text).toBe(Buffer.from(content.slice(300_000, 900_001)).toString('latin1'));
  });
});

describe('GET content', () => {
  const content = ({ graph, folder }: RuleContext, headers: Record<string, string> = {}): Promise<Reply> =>
    graph(folder.at(NAME, 'content'), { headers });

  rule('redirects to a URL that works', async (context) => {
    const { file } = await tenBytes(context);
    const { status, headers } = await content(context);
    expect(status).toBe(302);
    expect((await context.bytes(headers.get('location')!)).text).toBe('abcdefghij');
    expect((await content(context, { 'If-None-Match': file.eTag })).status).toBe(304);
  });

  rule('can be read by a page', { needs: 'state' }, async (context) => {
    await tenBytes(context);
    expect((await content(context)).headers.get('access-control-allow-origin')).toBe('*');
  });

  rule('cannot be read by a page', { needs: 'strict', strict: true }, async (context) => {
    await tenBytes(context);
    expect((await content(context)).headers.has('access-control-allow-origin')).toBe(false);
  });

  rule('is refused for a folder', async ({ graph, folder }) => {
    expect((await graph(`${folder.url}/content`)).status).toBe(400);
  });
});

describe('a file that every scanner takes for infected', () => {
  // In parts, or scanners would take this test for infected.
  const INFECTED = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

  rule(
    'is listed, and its content is refused',
    { needs: 'state' },
    async ({ graph, bytes, folder, putFile }) => {
      const item = await putFile('a.txt', INFECTED);
      expect((await graph(folder.at('a.txt'))).json).toMatchObject({ malware: {} });
      const { status, json } = await graph(folder.at('a.txt', 'content'));
      expect([status, json.error.code]).toEqual([403, 'malwareDetected']);
      const direct = await bytes(urlOf(item));
      expect([direct.status, direct.json.error.code]).toEqual([403, 'malwareDetected']);
      expect(direct.headers.has('x-virus-infected')).toBe(true);
    },
  );

  rule('is no other file', { needs: 'state' }, async ({ graph, folder, putFile }) => {
    await putFile('a.txt', INFECTED.toLowerCase());
    expect((await graph(folder.at('a.txt'))).json).not.toHaveProperty('malware');
    expect((await graph(folder.at('a.txt', 'content'))).status).toBe(302);
  });
});

describe('the bytes host as a browser sees it', () => {
  async function preflight({ bytes }: RuleContext, url: string, asked: string): Promise<string[]> {
    const { headers } = await bytes(url, {
      method: 'OPTIONS',
      headers: {
        Origin: PAGE,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': asked,
      },
    });
    expect(headers.get('access-control-max-age')).toBeTruthy();
    expect(headers.get('access-control-allow-methods')).toContain('PUT');
    return (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
  }
  const withToken = ({ bytes }: RuleContext, url: string, headers: Record<string, string>): Promise<Reply> =>
    bytes(url, { headers: { Authorization: 'Bearer foreign', ...headers } });

  rule(
    'allows Content-Range and Content-Type, and no header it does not know',
    { needs: 'state' },
    async (context) => {
      const { url } = await tenBytes(context);
      expect(await preflight(context, url, 'content-range,content-type,sdkversion')).toEqual(
        expect.arrayContaining(['content-range', 'content-type']),
      );
      expect(await preflight(context, url, 'sdkversion')).not.toContain('sdkversion');
    },
  );

  rule('answers a page that sends a token with 401', { needs: 'state' }, async (context) => {
    const { url } = await tenBytes(context);
    expect((await withToken(context, url, { Origin: PAGE })).status).toBe(401);
    expect(await preflight(context, url, 'authorization')).toContain('authorization');
  });

  rule(
    'refuses a token to everybody, and before it is sent',
    { needs: 'strict', strict: true },
    async (context) => {
      const { url } = await tenBytes(context);
      expect((await withToken(context, url, {})).status).toBe(401);
      const { folder, graph } = context;
      const opened = await graph(folder.at('b.txt', 'createUploadSession'), { body: {} });
      const allowed = await preflight(context, opened.json.uploadUrl, 'authorization,content-range');
      expect(allowed).toContain('content-range');
      expect(allowed).not.toContain('authorization');
    },
  );

  rule('shows its answers to every page', { needs: 'state' }, async (context) => {
    const { url } = await tenBytes(context);
    for (const address of [url, `${url}x`]) {
      expect((await context.bytes(address)).headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});

describe('webUrl', () => {
  rule('leads to a page that names the item and shows no content', { needs: 'state' }, async (context) => {
    const { file } = await tenBytes(context);
    const page = await context.bytes(file.webUrl);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain(NAME);
    expect(page.text).not.toContain('abcdefghij');
  });

  rule('of an Office file is its editor’s', { on: 'own business' }, async ({ folder, graph, putFile }) => {
    const file = await putFile('Café & co.docx', 'x');
    const url = new URL(file.webUrl);
    expect(url.pathname).toMatch(/^\/personal\/[^/]+\/_layouts\/15\/Doc\.aspx$/);
    expect(url.searchParams.get('file')).toBe('Café & co.docx');
    expect(file.eTag).toContain(url.searchParams.get('sourcedoc'));
    const { json } = await graph(`${folder.at('Café & co.docx')}?$select=webDavUrl`);
    expect(new URL(json.webDavUrl).pathname).toMatch(/\/Documents\/.*\/Caf%C3%A9%20%26%20co\.docx$/);
  });

  rule('of an Office file names it too', { on: 'business', needs: 'state' }, async ({ bytes, putFile }) => {
    const { webUrl } = await putFile('Café & co.docx', 'x');
    expect((await bytes(webUrl)).text).toContain('Café &amp; co.docx');
    expect((await bytes(webUrl.replace('sourcedoc=%7B', 'sourcedoc=%7B0'))).status).toBe(404);
  });

  rule('leads nowhere where nothing is', { needs: 'state' }, async ({ bytes }) => {
    expect((await bytes(`${BYTES}/personal/ada_contoso_example/Documents/none`)).status).toBe(404);
  });
});
