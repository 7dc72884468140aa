import { beforeEach, describe, expect, it } from 'vitest';
import { createQuickXorHash } from '../../src/lib';
import {
  BYTES,
  createWorld,
  makeFolder,
  pia,
  putFile,
  sample,
  type Json,
  type Reply,
  type TestWorld,
} from './graph-world';

const UNIT = 320 * 1024;
const MINUTE = 60_000;
let world: TestWorld;

beforeEach(async () => {
  world = await createWorld();
});

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code, json.error.innererror?.code];

function hashOf(bytes: Uint8Array): string {
  const hash = createQuickXorHash();
  hash.update(bytes);
  return hash.digest();
}

async function open(name: string, item: object = {}, rest: object = {}): Promise<string> {
  const { json } = await world.graph(`/me/drive/root:/${encodeURIComponent(name)}:/createUploadSession`, {
    body: { item, ...rest },
  });
  return json.uploadUrl;
}

function put(url: string, bytes: Uint8Array, from: number, to: number, total = bytes.length): Promise<Reply> {
  return world.bytes(url, {
    method: 'PUT',
    body: bytes.slice(from, to),
    headers: { 'Content-Range': `bytes ${from}-${to - 1}/${total}` },
  });
}

async function contentOf(item: Json): Promise<string> {
  const { json } = await world.graph(`/me/drive/items/${item.id}`);
  return (await world.bytes(json['@microsoft.graph.downloadUrl'])).text;
}

describe('a file in one request', () => {
  const upload = (
    path: string,
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Reply> => world.graph(`/me/drive/root:/${path}/content`, { method: 'PUT', body, headers });

  it('is made, then replaced, with the right size and hash', async () => {
    const bytes = sample(70_000);
    const made = await upload('a.bin:', bytes);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      name: 'a.bin',
      size: 70_000,
      file: { hashes: { quickXorHash: hashOf(bytes) } },
    });
    const replaced = await upload('a.bin:', 'short');
    expect(replaced.status).toBe(200);
    expect(replaced.json).toMatchObject({ id: made.json.id, size: 5 });
    expect(replaced.json.cTag).not.toBe(made.json.cTag);
    expect(await contentOf(made.json)).toBe('short');
  });

  it('may be empty', async () => {
    const { status, json } = await upload('empty.txt:', '');
    expect(status).toBe(201);
    expect(json).toMatchObject({ size: 0, file: { mimeType: 'text/plain' } });
    expect(await contentOf(json)).toBe('');
  });

  it('meets a taken name as it was told', async () => {
    await upload('a.txt:', '1');
    const by = (behavior: string): Promise<Reply> =>
      world.graph(`/me/drive/root:/A.txt:/content?@microsoft.graph.conflictBehavior=${behavior}`, {
        method: 'PUT',
        body: '2',
      });
    expect(outcome(await by('fail'))).toEqual([409, 'nameAlreadyExists', undefined]);
    expect((await by('rename')).json.name).toBe('a 1.txt');
    expect((await by('replace')).status).toBe(200);
  });

  it('is refused by If-Match and If-None-Match', async () => {
    const { json } = await upload('a.txt:', '1');
    expect((await upload('a.txt:', '2', { 'If-None-Match': '*' })).status).toBe(412);
    expect((await upload('new.txt:', '2', { 'If-Match': '*' })).status).toBe(412);
    expect((await upload('a.txt:', '2', { 'If-Match': json.eTag })).status).toBe(200);
    expect((await upload('a.txt:', '3', { 'If-Match': json.eTag })).status).toBe(412);
    expect(await contentOf(json)).toBe('2');
  });

  it('is refused on a folder, with a bad name, beyond 250 MB', async () => {
    await makeFolder(world, 'folder');
    expect((await upload('folder:', 'x')).status).toBe(400);
    expect((await upload('a%2Ab.txt:', 'x')).status).toBe(400);
    expect((await upload('a.txt:', 'x', { 'Content-Length': String(251 * 1024 * 1024) })).status).toBe(413);
  });

  it('cut on its way changes nothing', async () => {
    const { json } = await upload('a.txt:', 'whole');
    const cut = await world.graph('/me/drive/root:/a.txt:/content', {
      method: 'PUT',
      body: cutStream(sample(1000)),
    });
    expect(cut.status).toBe(400);
    expect((await world.graph('/me/drive/root:/a.txt')).json.eTag).toBe(json.eTag);
    expect((await upload('a.txt:', 'four', { 'Content-Length': '9' })).status).toBe(400);
    expect(await contentOf(json)).toBe('whole');
  });

  it('makes missing folders, except in strict mode', async () => {
    expect((await upload('x/y/z.txt:', '1')).json.parentReference.path).toBe('/drive/root:/x/y');
    world = await createWorld({}, { strict: true });
    expect((await upload('x/y/z.txt:', '1')).status).toBe(404);
  });

  it('shows SHA-1 on personal drives', async () => {
    const { json } = await world.graph('/me/drive/root:/a.txt:/content', {
      method: 'PUT',
      body: 'abc',
      user: pia,
    });
    expect(json.file.hashes.sha1Hash).toBe('A9993E364706816ABA3E25717850C26C9CD0D89D');
  });
});

function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error('cut'));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
}

describe('an upload session', () => {
  it('takes ranges in order and ends with the item', async () => {
    const bytes = sample(2 * UNIT + 77);
    const created = await world.graph('/me/drive/root:/big.bin:/createUploadSession', {
      body: { item: { name: 'big.bin', fileSystemInfo: { lastModifiedDateTime: '2020-01-02T03:04:05Z' } } },
    });
    expect(created.json.nextExpectedRanges).toEqual(['0-']);
    const url = created.json.uploadUrl;
    expect(new URL(url).origin).toBe(BYTES);
    const first = await put(url, bytes, 0, UNIT);
    expect(first.status).toBe(202);
    expect(first.json).toEqual({ expirationDateTime: expect.any(String), nextExpectedRanges: [`${UNIT}-`] });
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
    await put(url, bytes, UNIT, 2 * UNIT);
    const last = await put(url, bytes, 2 * UNIT, bytes.length);
    expect(last.status).toBe(201);
    expect(last.json).toMatchObject({
      name: 'big.bin',
      size: bytes.length,
      file: { hashes: { quickXorHash: hashOf(bytes) } },
      fileSystemInfo: { lastModifiedDateTime: '2020-01-02T03:04:05Z' },
    });
    expect((await world.bytes(url)).status).toBe(404);
    expect(world.service.state()).toMatchObject({ uploadSessions: [] });
  });

  it('refuses what overlaps, and stays as it was', async () => {
    const bytes = sample(3 * UNIT);
    const url = await open('a.bin');
    await put(url, bytes, 0, UNIT);
    expect(outcome(await put(url, bytes, 0, UNIT))).toEqual([416, 'invalidRange', 'fragmentOverlap']);
    expect(outcome(await put(url, bytes, UNIT / 2, 2 * UNIT))).toEqual([
      416,
      'invalidRange',
      'fragmentOverlap',
    ]);
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
  });

  it('refuses a range out of order, another total, a size that is no multiple, a malformed header', async () => {
    const bytes = sample(3 * UNIT);
    const url = await open('a.bin');
    expect(outcome(await put(url, bytes, 0, UNIT - 1))).toEqual([
      400,
      'invalidRequest',
      'fragmentLengthMismatch',
    ]);
    await put(url, bytes, 0, UNIT);
    expect(outcome(await put(url, bytes, 2 * UNIT, 3 * UNIT))).toEqual([
      400,
      'invalidRequest',
      'fragmentOutOfOrder',
    ]);
    expect(outcome(await put(url, bytes, UNIT, 2 * UNIT, 4 * UNIT))).toEqual([
      400,
      'invalidRequest',
      'fragmentLengthMismatch',
    ]);
    expect(outcome(await put(url, bytes, UNIT, 2 * UNIT + 1))).toEqual([
      400,
      'invalidRequest',
      'fragmentLengthMismatch',
    ]);
    for (const range of ['', 'bytes 0--1/0', 'bytes 5-4/10', `bytes ${UNIT}-${3 * UNIT}/${3 * UNIT}`]) {
      const answer = await world.bytes(url, {
        method: 'PUT',
        body: 'x',
        headers: { 'Content-Range': range },
      });
      expect(answer.status).toBe(400);
    }
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
  });

  it('refuses 60 MiB in one request before reading it', async () => {
    const url = await open('a.bin');
    const size = 60 * 1024 * 1024;
    const answer = await world.bytes(url, {
      method: 'PUT',
      body: 'x',
      headers: { 'Content-Range': `bytes 0-${size - 1}/${size * 2}` },
    });
    expect(answer.status).toBe(413);
  });

  it('forgets a range that was cut, that is too short or too long', async () => {
    const bytes = sample(2 * UNIT);
    const url = await open('a.bin');
    await put(url, bytes, 0, UNIT);
    const headers = { 'Content-Range': `bytes ${UNIT}-${2 * UNIT - 1}/${2 * UNIT}` };
    const rest = bytes.slice(UNIT);
    expect(
      (await world.bytes(url, { method: 'PUT', body: cutStream(rest.slice(0, 999)), headers })).status,
    ).toBe(400);
    expect((await world.bytes(url, { method: 'PUT', body: rest.slice(1), headers })).status).toBe(400);
    expect((await world.bytes(url, { method: 'PUT', body: sample(UNIT + 1), headers })).status).toBe(400);
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
    const done = await put(url, bytes, UNIT, 2 * UNIT);
    expect(done.json.file.hashes.quickXorHash).toBe(hashOf(bytes));
  });

  it('does not count what is still on its way', async () => {
    const bytes = sample(UNIT);
    const url = await open('a.bin');
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const sending = world.bytes(url, {
      method: 'PUT',
      body: pipe.readable,
      headers: { 'Content-Range': `bytes 0-${UNIT - 1}/${2 * UNIT}` },
    });
    const writer = pipe.writable.getWriter();
    await writer.write(bytes.slice(0, 100_000));
    await writer.write(bytes.slice(100_000));
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual(['0-']);
    await writer.close();
    expect((await sending).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
  });

  it('serves one of two equal ranges sent at once', async () => {
    const bytes = sample(2 * UNIT);
    const url = await open('a.bin');
    const both = await Promise.all([put(url, bytes, 0, UNIT), put(url, bytes, 0, UNIT)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 416]);
  });

  it('lives 15 minutes from its last range on work drives, a week on personal ones', async () => {
    const bytes = sample(3 * UNIT);
    const url = await open('a.bin');
    world.clock.now += 14 * MINUTE;
    expect((await put(url, bytes, 0, UNIT)).status).toBe(202);
    world.clock.now += 14 * MINUTE;
    expect((await put(url, bytes, UNIT, 2 * UNIT)).status).toBe(202);
    world.clock.now += 15 * MINUTE + 1;
    expect(outcome(await put(url, bytes, 2 * UNIT, 3 * UNIT))).toEqual([
      404,
      'itemNotFound',
      'uploadSessionNotFound',
    ]);
    expect((await world.bytes(url)).status).toBe(404);
    const { json } = await world.graph('/me/drive/root:/a.bin:/createUploadSession', { body: {}, user: pia });
    expect(Date.parse(json.expirationDateTime)).toBe(
      world.clock.now - (world.clock.now % 1000) + 7 * 24 * 60 * MINUTE,
    );
  });

  it('is cancelled once', async () => {
    const url = await open('a.bin');
    expect((await world.bytes(url, { method: 'DELETE' })).status).toBe(204);
    expect((await world.bytes(url, { method: 'DELETE' })).status).toBe(404);
    expect((await put(url, sample(10), 0, 10)).status).toBe(404);
  });

  it('accepts its URL only as it was given', async () => {
    const url = await open('日本 a+b.bin');
    const careless = url.replace(/path=[^&]*/, (part) => decodeURIComponent(part));
    expect(careless).not.toBe(url);
    expect((await world.bytes(careless)).status).toBe(401);
    expect((await world.bytes(url)).status).toBe(200);
  });

  it('is not opened over a taken name with fail, nor for a folder, a bad name or another name', async () => {
    await putFile(world, 'a.bin', 'x');
    await makeFolder(world, 'folder');
    const create = async (path: string, item: object = {}): Promise<number> =>
      (await world.graph(`/me/drive/root:/${path}:/createUploadSession`, { body: { item } })).status;
    expect(await create('A.bin', { '@microsoft.graph.conflictBehavior': 'fail' })).toBe(409);
    expect(await create('A.bin')).toBe(409);
    expect(await create('folder', { '@microsoft.graph.conflictBehavior': 'replace' })).toBe(400);
    expect(await create('a%2Ab.bin')).toBe(400);
    expect(await create('b.bin', { name: 'c.bin' })).toBe(400);
    expect(await create('b.bin', { fileSize: 2 ** 50 })).toBe(507);
  });

  it('replaces a file by id, with 200, and renames where told', async () => {
    const file = await putFile(world, 'a.bin', 'old');
    const { json } = await world.graph(`/me/drive/items/${file.id}/createUploadSession`, { body: {} });
    const done = await put(json.uploadUrl, sample(10), 0, 10);
    expect([done.status, done.json.id, done.json.size]).toEqual([200, file.id, 10]);
    const url = await open('a.bin', { '@microsoft.graph.conflictBehavior': 'rename' });
    expect((await put(url, sample(10), 0, 10)).json.name).toBe('a 1.bin');
  });

  it('keeps its bytes when the name is taken meanwhile, and is committed under another', async () => {
    const bytes = sample(50);
    const url = await open('a.bin', { '@microsoft.graph.conflictBehavior': 'fail' });
    const other = await putFile(world, 'a.bin', 'other');
    expect(outcome(await put(url, bytes, 0, 50))).toEqual([409, 'nameAlreadyExists', undefined]);
    expect((await world.bytes(url)).json.nextExpectedRanges).toEqual([]);
    const commit = await world.graph('/me/drive/root:/a.bin', {
      method: 'PUT',
      body: {
        name: 'a.bin',
        '@microsoft.graph.conflictBehavior': 'rename',
        '@microsoft.graph.sourceUrl': url,
      },
    });
    expect([commit.status, commit.json.name, commit.json.size]).toEqual([201, 'a 1.bin', 50]);
    expect(await contentOf(other)).toBe('other');
    expect((await world.bytes(url)).status).toBe(404);
  });

  it('with deferCommit waits for the commit', async () => {
    const url = await open('a.bin', {}, { deferCommit: true });
    expect((await world.bytes(url, { method: 'POST', body: '' })).status).toBe(400);
    const full = await put(url, sample(50), 0, 50);
    expect([full.status, full.json.nextExpectedRanges]).toEqual([202, []]);
    expect((await world.graph('/me/drive/root:/a.bin')).status).toBe(404);
    expect((await world.bytes(url, { method: 'POST', body: '' })).status).toBe(201);
  });

  it('whose folder is gone ends in 404', async () => {
    const folder = await makeFolder(world, 'f');
    const { json } = await world.graph(`/me/drive/items/${folder.id}:/a.bin:/createUploadSession`, {
      body: {},
    });
    await world.graph(`/me/drive/items/${folder.id}`, { method: 'DELETE' });
    expect((await put(json.uploadUrl, sample(10), 0, 10)).status).toBe(404);
  });

  it('shows up in the state until it ends, without its secret', async () => {
    const url = await open('a.bin');
    await put(url, sample(2 * UNIT), 0, UNIT);
    const state = JSON.stringify(world.service.state());
    expect(JSON.parse(state)).toMatchObject({
      uploadSessions: [{ name: 'a.bin', received: UNIT, total: 2 * UNIT }],
    });
    expect(state).not.toContain(new URL(url).searchParams.get('tempauth'));
  });
});
