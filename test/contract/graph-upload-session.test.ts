import { describe, expect } from 'vitest';
import { BYTES, sample } from './graph-world';
import { cutStream, hashOf } from './support/bytes';
import { rule } from './support/target';
import {
  bytesOutcome as outcome,
  createSession as create,
  expectedRanges as expected,
  openSession as open,
  putRange as put,
  UNIT,
  type Range,
} from './support/upload-calls';

const MINUTE = 60_000;

describe('an upload session', () => {
  rule('takes ranges in order and ends with the item', async (context) => {
    const file = sample(2 * UNIT + 77);
    const fileSystemInfo = { lastModifiedDateTime: '2020-01-02T03:04:05Z' };
    const created = await create(context, 'big.bin', { name: 'big.bin', fileSystemInfo });
    expect(created.json.nextExpectedRanges).toEqual(['0-']);
    const url = created.json.uploadUrl;
    const first = await put(context, url, file, { from: 0, to: UNIT });
    expect(first.status).toBe(202);
    expect(first.json).toMatchObject({ nextExpectedRanges: [`${UNIT}-`] });
    expect(first.json).not.toHaveProperty('uploadUrl');
    expect(await expected(context, url)).toEqual([`${UNIT}-`]);
    await put(context, url, file, { from: UNIT, to: 2 * UNIT });
    const last = await put(context, url, file, { from: 2 * UNIT, to: file.length });
    expect(last.status).toBe(201);
    expect(last.json).toMatchObject({
      name: 'big.bin',
      size: file.length,
      file: { hashes: { quickXorHash: hashOf(file) } },
      fileSystemInfo,
    });
    expect((await context.bytes(url)).status).toBe(404);
  });

  rule('takes a description, for a new file and for one it replaces', { on: 'personal' }, async (context) => {
    const describe = async (description: string | null): Promise<string | undefined> => {
      const url = await open(context, 'a.bin', { description });
      return (await put(context, url, sample(1), { from: 0, to: 1 })).json.description;
    };
    expect(await describe('told')).toBe('told');
    expect(await describe('told anew')).toBe('told anew');
    expect(await describe(null)).toBeUndefined();
  });

  rule('has its URL on another origin', { needs: 'state' }, async (context) => {
    expect(new URL(await open(context, 'a.bin')).origin).toBe(BYTES);
  });

  rule('refuses what overlaps, and stays as it was', async (context) => {
    const file = sample(3 * UNIT);
    const url = await open(context, 'a.bin');
    await put(context, url, file, { from: 0, to: UNIT });
    const overlap = [416, 'invalidRange', 'fragmentOverlap'];
    expect(outcome(await put(context, url, file, { from: 0, to: UNIT }))).toEqual(overlap);
    expect(outcome(await put(context, url, file, { from: UNIT / 2, to: 2 * UNIT }))).toEqual(overlap);
    expect(await expected(context, url)).toEqual([`${UNIT}-`]);
  });

  rule('refuses a range out of order, another total, a size that is no multiple', async (context) => {
    const file = sample(3 * UNIT);
    const url = await open(context, 'a.bin');
    const refused = async (range: Range): Promise<unknown> => outcome(await put(context, url, file, range));
    const wrongLength = [400, 'invalidRequest', 'fragmentLengthMismatch'];
    expect(await refused({ from: 0, to: UNIT - 1 })).toEqual(wrongLength);
    await put(context, url, file, { from: 0, to: UNIT });
    expect(await refused({ from: 2 * UNIT, to: 3 * UNIT })).toEqual([
      400,
      'invalidRequest',
      'fragmentOutOfOrder',
    ]);
    expect(await refused({ from: UNIT, to: 2 * UNIT, total: 4 * UNIT })).toEqual(wrongLength);
    expect(await refused({ from: UNIT, to: 2 * UNIT + 1 })).toEqual(wrongLength);
    expect(await expected(context, url)).toEqual([`${UNIT}-`]);
  });

  rule('refuses a malformed Content-Range', async (context) => {
    const url = await open(context, 'a.bin');
    for (const range of ['', 'bytes 0--1/0', 'bytes 5-4/10', `bytes 0-${UNIT}/${UNIT}`]) {
      const headers = { 'Content-Range': range };
      const { status } = await context.bytes(url, { method: 'PUT', body: 'x', headers });
      expect([range, status]).toEqual([range, 400]);
    }
    expect(await expected(context, url)).toEqual(['0-']);
  });

  rule('refuses 60 MiB in one request before reading it', { needs: 'wrong bytes' }, async (context) => {
    const url = await open(context, 'a.bin');
    const size = 60 * 1024 * 1024;
    const headers = { 'Content-Range': `bytes 0-${size - 1}/${size * 2}` };
    expect((await context.bytes(url, { method: 'PUT', body: 'x', headers })).status).toBe(413);
  });

  rule(
    'forgets a range that was cut, that is too short or too long',
    { needs: 'wrong bytes' },
    async (context) => {
      const file = sample(2 * UNIT);
      const url = await open(context, 'a.bin');
      await put(context, url, file, { from: 0, to: UNIT });
      const headers = { 'Content-Range': `bytes ${UNIT}-${2 * UNIT - 1}/${2 * UNIT}` };
      const rest = file.slice(UNIT);
      for (const body of [cutStream(rest.slice(0, 999)), rest.slice(1), sample(UNIT + 1)]) {
        expect((await context.bytes(url, { method: 'PUT', body, headers })).status).toBe(400);
      }
      expect(await expected(context, url)).toEqual([`${UNIT}-`]);
      const done = await put(context, url, file, { from: UNIT, to: 2 * UNIT });
      expect(done.json.file.hashes.quickXorHash).toBe(hashOf(file));
    },
  );

  rule('does not count what is still on its way', { needs: 'wrong bytes' }, async (context) => {
    const file = sample(UNIT);
    const url = await open(context, 'a.bin');
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const headers = { 'Content-Range': `bytes 0-${UNIT - 1}/${2 * UNIT}` };
    const sending = context.bytes(url, { method: 'PUT', body: pipe.readable, headers });
    const writer = pipe.writable.getWriter();
    await writer.write(file.slice(0, 100_000));
    await writer.write(file.slice(100_000));
    expect(await expected(context, url)).toEqual(['0-']);
    await writer.close();
    expect((await sending).json.nextExpectedRanges).toEqual([`${UNIT}-`]);
  });

  rule('serves one of two equal ranges sent at once', async (context) => {
    const file = sample(2 * UNIT);
    const url = await open(context, 'a.bin');
    const range = { from: 0, to: UNIT };
    const both = await Promise.all([put(context, url, file, range), put(context, url, file, range)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 416]);
  });

  rule('lives 15 minutes from its last range', { needs: 'clock', on: 'business' }, async (context) => {
    const { clock } = context.world;
    const file = sample(3 * UNIT);
    const url = await open(context, 'a.bin');
    clock.now += 14 * MINUTE;
    expect((await put(context, url, file, { from: 0, to: UNIT })).status).toBe(202);
    clock.now += 14 * MINUTE;
    expect((await put(context, url, file, { from: UNIT, to: 2 * UNIT })).status).toBe(202);
    clock.now += 15 * MINUTE + 1;
    const late = await put(context, url, file, { from: 2 * UNIT, to: 3 * UNIT });
    expect(outcome(late)).toEqual([404, 'itemNotFound', 'uploadSessionNotFound']);
    expect((await context.bytes(url)).status).toBe(404);
  });

  rule('lives a week', { needs: 'clock', on: 'personal' }, async (context) => {
    const { json } = await create(context, 'a.bin');
    expect(Date.parse(json.expirationDateTime)).toBe(context.world.clock.now + 7 * 24 * 60 * MINUTE);
  });

  rule('is cancelled once', async (context) => {
    const url = await open(context, 'a.bin');
    const cancel = async (): Promise<number> => (await context.bytes(url, { method: 'DELETE' })).status;
    expect(await cancel()).toBe(204);
    expect(await cancel()).toBe(404);
    expect((await put(context, url, sample(10), { from: 0, to: 10 })).status).toBe(404);
  });

  rule('accepts its URL only as it was given', { needs: 'state' }, async (context) => {
    const url = await open(context, '\u65e5\u672c a+b.bin');
    const careless = url.replace(/path=[^&]*/, (part) => decodeURIComponent(part));
    expect(careless).not.toBe(url);
    expect((await context.bytes(careless)).status).toBe(401);
    expect((await context.bytes(url)).status).toBe(200);
  });

  rule(
    'is refused with a token where nobody puts up with it',
    { needs: 'strict', strict: true },
    async (context) => {
      const url = await open(context, 'a.bin');
      const headers = { Authorization: 'Bearer t', 'Content-Range': 'bytes 0-9/10' };
      const { status, json } = await context.bytes(url, { method: 'PUT', body: sample(10), headers });
      expect([status, json.error.code]).toEqual([401, 'unauthenticated']);
      expect(await expected(context, url)).toEqual(['0-']);
    },
  );

  rule('shows up in the state until it ends, without its secret', { needs: 'state' }, async (context) => {
    const file = sample(2 * UNIT);
    const url = await open(context, 'a.bin');
    await put(context, url, file, { from: 0, to: UNIT });
    const state = JSON.stringify(context.world.service.state());
    const session = { name: 'a.bin', received: UNIT, total: 2 * UNIT };
    expect(JSON.parse(state)).toMatchObject({ uploadSessions: [session] });
    expect(state).not.toContain(new URL(url).searchParams.get('tempauth'));
    await put(context, url, file, { from: UNIT, to: 2 * UNIT });
    expect(context.world.service.state()).toMatchObject({ uploadSessions: [] });
  });
});

describe('the name of an upload session', () => {
  rule('must be free with fail, and be no folder, no other and no bad name', async (context) => {
    await context.putFile('a.bin', 'x');
    await context.makeFolder('folder');
    const status = async (name: string, item: object = {}): Promise<number> =>
      (await create(context, name, item)).status;
    expect(await status('A.bin', { '@microsoft.graph.conflictBehavior': 'fail' })).toBe(409);
    expect(await status('folder', { '@microsoft.graph.conflictBehavior': 'replace' })).toBe(400);
    expect(await status('a*b.bin')).toBe(400);
    expect(await status('b.bin', { name: 'c.bin' })).toBe(400);
  });

  // rclone asks for no behavior at all and replaces files like this everywhere.
  rule('may be taken by a file, which is replaced unless the request says otherwise', async (context) => {
    const file = await context.putFile('a.bin', 'old');
    const url = await open(context, 'A.bin');
    const done = await put(context, url, sample(10), { from: 0, to: 10 });
    expect([done.status, done.json.id]).toEqual([200, file.id]);
  });

  rule('is not given where the file has no room', async (context) => {
    expect((await create(context, 'b.bin', { fileSize: 2 ** 50 })).status).toBe(507);
  });

  rule('may be that of a file to replace, by id, or lead to another one', async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.bin', 'old');
    const { json } = await graph(`/me/drive/items/${file.id}/createUploadSession`, { body: {} });
    const done = await put(context, json.uploadUrl, sample(10), { from: 0, to: 10 });
    expect([done.status, done.json.id, done.json.size]).toEqual([200, file.id, 10]);
    const url = await open(context, 'a.bin', { '@microsoft.graph.conflictBehavior': 'rename' });
    expect((await put(context, url, sample(10), { from: 0, to: 10 })).json.name).toBe('a 1.bin');
  });

  rule('in a folder that is gone ends in 404', async (context) => {
    const { graph, folder, makeFolder } = context;
    await makeFolder('f');
    const url = await open(context, 'f/a.bin');
    await graph(folder.at('f'), { method: 'DELETE' });
    expect((await put(context, url, sample(10), { from: 0, to: 10 })).status).toBe(404);
  });
});
