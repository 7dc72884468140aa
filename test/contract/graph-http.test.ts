import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQuickXorHash } from '../../src/lib';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { sample, type Json } from './graph-world';

const UNIT = 320 * 1024;
let emulator: RunningEmulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty', strict: true });
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/token?user=work@contoso.example`);
  token = ((await answer.json()) as { access_token: string }).access_token;
});

afterAll(() => emulator.close());

interface Init {
  readonly method?: string;
  readonly body?: BodyInit;
  readonly duplex?: 'half';
  readonly headers?: Readonly<Record<string, string>>;
}

const graph = (path: string, init: Init = {}): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/v1.0${path}`, {
    redirect: 'manual',
    ...init,
    headers: { Authorization: `Bearer ${token}`, ...init.headers },
  });

const read = async (response: Response): Promise<Json> => (await response.json()) as Json;

async function open(name: string): Promise<string> {
  const answer = await graph(`/me/drive/root:/${name}:/createUploadSession`, { method: 'POST' });
  return (await read(answer)).uploadUrl;
}

const put = (url: string, bytes: Uint8Array<ArrayBuffer>, from: number, to: number): Promise<Response> =>
  fetch(url, {
    method: 'PUT',
    body: bytes.slice(from, to),
    headers: { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}` },
  });

/** Sends the beginning of a range and hangs up. */
function hangUp(url: string, headers: Record<string, string>, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const sending = httpRequest(url, { method: 'PUT', headers });
    sending.on('error', () => resolve());
    sending.write(bytes, () => setTimeout(() => sending.destroy(new Error('cut')), 30));
  });
}

describe('over HTTP', () => {
  it('a file goes up in ranges and comes down again', async () => {
    const bytes = sample(2 * UNIT + 5);
    const url = await open('a.bin');
    expect((await put(url, bytes, 0, 2 * UNIT)).status).toBe(202);
    const done = await put(url, bytes, 2 * UNIT, bytes.length);
    expect(done.status).toBe(201);
    const item = await read(done);
    const down = await fetch(item['@microsoft.graph.downloadUrl'], { headers: { Range: 'bytes=5-' } });
    expect(down.status).toBe(206);
    expect(Buffer.from(await down.arrayBuffer()).equals(Buffer.from(bytes.slice(5)))).toBe(true);
  });

  it('a range whose sender hangs up counts for nothing', async () => {
    const bytes = sample(3 * UNIT);
    const url = await open('cut.bin');
    await put(url, bytes, 0, UNIT);
    const headers = {
      'Content-Range': `bytes ${UNIT}-${3 * UNIT - 1}/${3 * UNIT}`,
      'Content-Length': String(2 * UNIT),
    };
    await hangUp(url, headers, bytes.slice(UNIT, UNIT + 100_000));
    const status = await read(await fetch(url));
    expect(status.nextExpectedRanges).toEqual([`${UNIT}-`]);
    const done = await read(await put(url, bytes, UNIT, 3 * UNIT));
    const hash = createQuickXorHash();
    hash.update(bytes);
    expect(done.file.hashes.quickXorHash).toBe(hash.digest());
  });

  it('a simple upload whose sender hangs up leaves no file', async () => {
    const url = `${emulator.loginOrigin}/v1.0/me/drive/root:/half.bin:/content`;
    await hangUp(url, { Authorization: `Bearer ${token}`, 'Content-Length': '500000' }, sample(100_000));
    expect((await graph('/me/drive/root:/half.bin')).status).toBe(404);
  });

  it('a large body is passed on, not gathered', async () => {
    const chunk = sample(1024 * 1024);
    let left = 150;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) controller.close();
        else controller.enqueue(chunk);
        left -= 1;
      },
    });
    const init: Init = { method: 'PUT', body, duplex: 'half' };
    const before = process.memoryUsage().arrayBuffers;
    const item = await read(await graph('/me/drive/root:/large.bin:/content', init));
    expect(item.size).toBe(150 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('answers without a body are whole answers', async () => {
    const made = await graph('/me/drive/root:/n.txt:/content', { method: 'PUT', body: 'x' });
    const { id, eTag } = await read(made);
    expect((await graph(`/me/drive/items/${id}`, { headers: { 'If-None-Match': eTag } })).status).toBe(304);
    expect((await graph(`/me/drive/items/${id}/content`)).status).toBe(302);
    const head = await graph(`/me/drive/items/${id}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await graph(`/me/drive/items/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await graph(`/me/drive/items/${id}`)).status).toBe(404);
  });

  it('a token that is none is refused', async () => {
    const answer = await graph('/me/drive', { headers: { Authorization: 'Bearer none' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('in strict mode an upload with a token is refused', async () => {
    const url = await open('token.bin');
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  });
});
