import { beforeEach, describe, expect, it } from 'vitest';
import {
  BYTES,
  createWorld,
  pia,
  putFile,
  sample,
  type Json,
  type Reply,
  type TestWorld,
} from './graph-world';

const HOUR = 3_600_000;
const PAGE = 'https://portal.example';
let world: TestWorld;
let file: Json;
let url: string;

beforeEach(async () => {
  world = await createWorld();
  file = await putFile(world, encodeURIComponent('Übung 1.txt'), 'abcdefghij');
  url = file['@microsoft.graph.downloadUrl'];
});

const ranged = (range: string, headers: Record<string, string> = {}): Promise<Reply> =>
  world.bytes(url, { headers: { Range: range, ...headers } });

describe('a download URL', () => {
  it('gives the bytes to whoever has it, as an attachment', async () => {
    const { status, headers, text } = await world.bytes(url);
    expect([status, text]).toEqual([200, 'abcdefghij']);
    expect(new URL(url).origin).toBe(BYTES);
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.get('content-length')).toBe('10');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_bung 1.txt"; filename*=UTF-8''%C3%9Cbung%201.txt`,
    );
    expect(headers.get('etag')).toBe(file.eTag);
    expect(headers.get('accept-ranges')).toBe('bytes');
  });

  it('answers HEAD without bytes', async () => {
    const { status, headers, text } = await world.bytes(url, { method: 'HEAD' });
    expect([status, text, headers.get('content-length')]).toEqual([200, '', '10']);
  });

  it.each([
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
  ])('answers Range %s with %i', async (range, status, text, contentRange) => {
    const answer = await ranged(range);
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([
      status,
      text,
      contentRange,
    ]);
  });

  it('answers If-Range with the whole when the file has changed', async () => {
    expect((await ranged('bytes=0-1', { 'If-Range': file.eTag })).status).toBe(206);
    await putFile(world, encodeURIComponent('Übung 1.txt'), 'changed');
    expect((await ranged('bytes=0-1', { 'If-Range': file.eTag })).text).toBe('changed');
  });

  it('dies after an hour, with its file, and is not to be guessed', async () => {
    world.clock.now += HOUR;
    expect((await world.bytes(url)).status).toBe(200);
    world.clock.now += 1;
    expect((await world.bytes(url)).status).toBe(401);
    const fresh = (await world.graph(`/me/drive/items/${file.id}`)).json['@microsoft.graph.downloadUrl'];
    await world.graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    expect((await world.bytes(fresh)).status).toBe(404);
    const guessed = fresh.replace(/tempauth=.*?&/, 'tempauth=guess&');
    expect((await world.bytes(guessed)).status).toBe(401);
  });

  it('is another one each time', async () => {
    const again = (await world.graph(`/me/drive/items/${file.id}`)).json['@microsoft.graph.downloadUrl'];
    expect(again).not.toBe(url);
  });

  it('does not open another kind of URL', async () => {
    const key = new URL(url).searchParams.get('tempauth');
    expect(
      (await world.bytes(`${BYTES}/transform/thumbnail?width=96&height=96&tempauth=${key}`)).status,
    ).toBe(401);
    expect(
      (await world.bytes(`${BYTES}/_api/v2.0/drives/x/items/y/uploadSession?tempauth=${key}`)).status,
    ).toBe(404);
    expect((await world.bytes(url, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  it('serves large content in order', async () => {
    const bytes = sample(1_000_003);
    const big = await putFile(world, 'big.bin', bytes);
    const answer = await world.service.handleBytes(
      new Request(big['@microsoft.graph.downloadUrl'], { headers: { Range: 'bytes=300000-900000' } }),
    );
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes.slice(300_000, 900_001)))).toBe(
      true,
    );
  });
});

describe('GET content', () => {
  const content = (headers: Record<string, string> = {}): Promise<Reply> =>
    world.graph(`/me/drive/items/${file.id}/content`, { headers });

  it('redirects to a URL that works', async () => {
    const { status, headers } = await content();
    expect(status).toBe(302);
    expect((await world.bytes(headers.get('location')!)).text).toBe('abcdefghij');
    expect((await content({ 'If-None-Match': file.eTag })).status).toBe(304);
  });

  it('cannot be read by a page in strict mode', async () => {
    expect((await content()).headers.get('access-control-allow-origin')).toBe('*');
    world = await createWorld({}, { strict: true });
    file = await putFile(world, 'a.txt', 'x');
    expect((await content()).headers.has('access-control-allow-origin')).toBe(false);
  });

  it('is refused for a folder and for a conversion', async () => {
    expect((await world.graph('/me/drive/root/content')).status).toBe(400);
    expect((await world.graph(`/me/drive/items/${file.id}/content?format=pdf`)).status).toBe(406);
  });
});

describe('the bytes host as a browser sees it', () => {
  const preflight = async (asked: string): Promise<string[]> => {
    const { headers } = await world.bytes(url, {
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
  };

  it('allows Content-Range and Content-Type, and no header it does not know', async () => {
    expect(await preflight('content-range,content-type,sdkversion')).toEqual(
      expect.arrayContaining(['content-range', 'content-type']),
    );
    expect(await preflight('sdkversion')).not.toContain('sdkversion');
  });

  it('answers a page that sends a token with 401, and in strict mode refuses the preflight too', async () => {
    const withToken = (headers: Record<string, string>): Promise<Reply> =>
      world.bytes(url, { headers: { Authorization: 'Bearer foreign', ...headers } });
    expect((await withToken({ Origin: PAGE })).status).toBe(401);
    expect(await preflight('authorization')).toContain('authorization');
    world = await createWorld({}, { strict: true });
    expect((await withToken({})).status).toBe(401);
    expect(await preflight('authorization')).not.toContain('authorization');
  });

  it('shows its answers to every page', async () => {
    expect((await world.bytes(url)).headers.get('access-control-allow-origin')).toBe('*');
    expect((await world.bytes(`${url}x`)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('thumbnails', () => {
  let picture: Json;
  const thumbnails = (rest: string): Promise<Reply> =>
    world.graph(`/me/drive/items/${picture.id}/thumbnails${rest}`);

  beforeEach(async () => {
    picture = await putFile(world, 'a.jpg', 'pretend');
  });

  it('come as one set with three sizes, whose URLs need no token', async () => {
    const { json } = await thumbnails('');
    expect(json.value).toHaveLength(1);
    const set = json.value[0]!;
    expect(Object.keys(set)).toEqual(['id', 'small', 'medium', 'large']);
    const drawn = await world.bytes(set.small.url);
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('come one by one, in sizes of one’s own, and as content', async () => {
    expect((await thumbnails('/0/large')).json).toMatchObject({ width: 800, height: 800 });
    expect((await thumbnails('?$select=c300x400_crop')).json.value[0]).toMatchObject({
      c300x400_crop: { width: 300, height: 400 },
    });
    expect((await thumbnails('/0/smallSquare/content')).status).toBe(302);
  });

  it('are an empty list for what is no picture, and 404 or 400 for what is unknown', async () => {
    expect((await world.graph(`/me/drive/items/${file.id}/thumbnails`)).json.value).toEqual([]);
    expect((await world.graph(`/me/drive/items/${file.id}/thumbnails/0/large`)).status).toBe(404);
    expect((await thumbnails('/1/large')).status).toBe(404);
    expect((await thumbnails('/0/gigantic')).status).toBe(400);
  });

  it('expire', async () => {
    const { json } = await thumbnails('/0/large');
    world.clock.now += HOUR + 1;
    expect((await world.bytes(json.url)).status).toBe(401);
  });

  it('are refused politely when the bytes are no picture after all', async () => {
    world = await createWorld({
      thumbnailer: {
        shrink: () => Promise.reject(new Error('no picture')),
        draw: () => Promise.reject(new Error('none')),
      },
    });
    picture = await putFile(world, 'a.jpg', 'pretend');
    const { json } = await thumbnails('/0/large');
    expect((await world.bytes(json.url)).status).toBe(406);
  });
});

describe('webUrl', () => {
  it('leads to a page that names the item and shows no content', async () => {
    const page = await world.bytes(file.webUrl);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Übung 1.txt');
    expect(page.text).not.toContain('abcdefghij');
    const personal = (await world.graph('/me/drive/root', { user: pia })).json;
    expect((await world.bytes(personal.webUrl)).status).toBe(200);
    expect((await world.bytes(`${BYTES}/personal/ada_contoso_example/Documents/none`)).status).toBe(404);
  });
});
