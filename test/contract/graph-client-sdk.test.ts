import { Readable } from 'node:stream';
import {
  Client,
  FileUpload,
  GraphError,
  BatchRequestContent,
  BatchResponseContent,
  OneDriveLargeFileUploadTask,
  PageIterator,
  ResponseType,
  StreamUpload,
  type PageCollection,
  type Range,
} from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { sample } from './graph-world';

/*
 * Microsoft's own client, as it is published. It takes an address that is not https for a path on
 * Graph, and gives its token to known hosts only: hence TLS and `customHosts`.
 */

const RANGE = 320 * 1024;
let emulator: RunningEmulator;
let client: Client;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty', tls: inject('tls') });
});

afterAll(() => emulator.close());

beforeEach(async () => {
  // Its host names may have no port, so that it takes the bytes' port for Graph and sends its token there too.
  vi.spyOn(console, 'warn').mockReturnValue();
  await steer('reset', {});
  const { access_token: token } = await steer('token?user=work@contoso.example');
  client = Client.init({
    baseUrl: emulator.loginOrigin,
    customHosts: new Set(['localhost']),
    authProvider: (done) => done(null, token),
  });
});

async function steer(path: string, body?: unknown) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/${path}`, init);
  expect(answer.status).toBe(200);
  return answer.json();
}

/** What is really there. */
async function truth() {
  const { graph } = await steer('state');
  const [drive] = graph.drives;
  const paths: string[] = drive.items.map(({ path }: { path: string }) => path).toSorted();
  return { paths, uploadSessions: graph.uploadSessions };
}

async function stored(path: string): Promise<Buffer> {
  const bytes = await client.api(`${path}/content`).responseType(ResponseType.ARRAYBUFFER).get();
  return Buffer.from(bytes);
}

async function refusal(promise: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GraphError) return error;
  throw new Error('No GraphError.', { cause: error });
}

const put = (path: string, text: string) =>
  client.api(`/me/drive/root:/${path}:/content`).header('Content-Type', 'text/plain').put(text);

const makeFolder = (name: string, body = {}) =>
  client.api('/me/drive/root/children').post({ name, folder: {}, ...body });

describe('the graph client', () => {
  it('reads a drive, and the properties it selects', async () => {
    expect(await client.api('/me/drive').get()).toMatchObject({ driveType: 'business' });
    const {
      id,
      name,
      '@odata.context': context,
      ...others
    } = await client.api('/me/drive/root').select(['id', 'name']).get();
    expect([typeof id, name, typeof context]).toEqual(['string', 'root', 'string']);
    expect(Object.keys(others).filter((key) => !key.startsWith('@'))).toEqual([]);
  });

  it('walks through the pages of a list, and goes on after a pause', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']) await put(name, name);
    const first: PageCollection = await client.api('/me/drive/root/children').top(2).get();
    const seen: string[] = [];
    const iterator = new PageIterator(client, first, ({ name }: { name: string }) => {
      seen.push(name);
      return name !== 'c.txt';
    });
    await iterator.iterate();
    expect(seen).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(iterator.isComplete()).toBe(false);
    await iterator.resume();
    expect(seen).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']);
    expect(iterator.isComplete()).toBe(true);
  });

  it('follows delta to its link, which gives the next changes', async () => {
    await put('a.txt', 'a');
    const names: string[] = [];
    const round = async (start: string) => {
      const iterator = new PageIterator(client, await client.api(start).get(), ({ name }) => {
        names.push(name);
        return true;
      });
      await iterator.iterate();
      return iterator.getDeltaLink() ?? '';
    };
    const link = await round('/me/drive/root/delta');
    await put('b.txt', 'b');
    names.length = 0;
    await round(link);
    expect(names).toContain('b.txt');
    expect(names).not.toContain('a.txt');
  });

  it('creates, renames, moves, copies and deletes', async () => {
    const folder = await makeFolder('Folder');
    const file = await put('a%23%20b+c.txt', 'text');
    expect(file.name).toBe('a# b+c.txt');
    await client.api(`/me/drive/items/${file.id}`).patch({ name: 'b.txt' });
    await client.api(`/me/drive/items/${file.id}`).patch({ parentReference: { id: folder.id } });
    const copying: Response = await client
      .api(`/me/drive/items/${file.id}/copy`)
      .responseType(ResponseType.RAW)
      .post({ name: 'c.txt' });
    expect(copying.status).toBe(202);
    const monitor = copying.headers.get('Location') ?? '';
    await expect
      .poll(async () => (await fetch(monitor)).json(), { interval: 20 })
      .toMatchObject({ status: 'completed' });
    await client.api(`/me/drive/items/${file.id}`).delete();
    expect((await truth()).paths).toEqual(['/', '/Folder', '/Folder/c.txt']);
  });

  it('sends a small file and gets it back, whole and as a stream', async () => {
    await put('a.txt', 'grün');
    expect((await stored('/me/drive/root:/a.txt:')).toString()).toBe('grün');
    const stream: ReadableStream<Uint8Array> = await client.api('/me/drive/root:/a.txt:/content').getStream();
    expect(await new Response(stream).text()).toBe('grün');
  });

  it('makes an error of a refusal, with its code and the request’s id', async () => {
    const error = await refusal(client.api('/me/drive/root:/nothing.txt').get());
    expect(error).toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    expect(error.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(error.date.getTime()).not.toBeNaN();
    expect(error.headers?.get('request-id')).toBe(error.requestId);

    await makeFolder('Folder');
    const clash = makeFolder('folder', { '@microsoft.graph.conflictBehavior': 'fail' });
    expect(await refusal(clash)).toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
  });
});

describe('the graph client’s large file task', () => {
  const bytes = sample(2 * RANGE + 1000);

  const task = (
    fileName: string,
    options: { conflictBehavior?: string; onRange?: (range?: Range) => void } = {},
  ) =>
    OneDriveLargeFileUploadTask.create(client, new Blob([bytes]), {
      fileName,
      rangeSize: RANGE,
      conflictBehavior: options.conflictBehavior ?? 'fail',
      uploadEventHandlers: { progress: (range) => options.onRange?.(range) },
    });

  /** A task whose second range never arrived. */
  const cutOff = async () => {
    const match = { method: 'PUT', origin: 'bytes' };
    await steer('faults', [{ match, nth: 2, phase: 'during', effect: { kind: 'cut', afterBytes: 1000 } }]);
    const upload = await task('a.bin');
    await expect(upload.upload()).rejects.toThrow();
    return upload;
  };

  it('sends a file in ranges', async () => {
    const ends: number[] = [];
    const upload = await task('a b#.bin', { onRange: (range) => ends.push((range?.maxValue ?? NaN) + 1) });
    const { responseBody } = await upload.upload();
    expect(responseBody).toMatchObject({ name: 'a b#.bin', size: bytes.length });
    expect(ends).toEqual([RANGE, 2 * RANGE, bytes.length]);
    expect((await stored('/me/drive/root:/a%20b%23.bin:')).equals(bytes)).toBe(true);
    expect((await truth()).uploadSessions).toEqual([]);
  });

  it('sends what a stream gives', async () => {
    const file = new StreamUpload(
      Readable.from(Buffer.from(bytes), { objectMode: false }),
      's.bin',
      bytes.length,
    );
    const upload = await OneDriveLargeFileUploadTask.createTaskWithFileObject(client, file, {
      fileName: 's.bin',
      rangeSize: RANGE,
    });
    await upload.upload();
    expect((await stored('/me/drive/root:/s.bin:')).equals(bytes)).toBe(true);
  });

  it('goes on where it was cut off', async () => {
    const upload = await cutOff();
    expect((await truth()).uploadSessions).toMatchObject([{ received: RANGE }]);
    await upload.resume();
    expect((await stored('/me/drive/root:/a.bin:')).equals(bytes)).toBe(true);
  });

  it('goes on in another task that knows the address of the session', async () => {
    const { url, expiry } = (await cutOff()).getUploadSession();
    const file = new FileUpload(bytes.buffer, 'a.bin', bytes.length);
    const second = new OneDriveLargeFileUploadTask(client, file, { url, expiry }, { rangeSize: RANGE });
    await second.resume();
    expect((await stored('/me/drive/root:/a.bin:')).equals(bytes)).toBe(true);
  });

  it('ends a session that is cancelled', async () => {
    const upload = await cutOff();
    expect(await upload.cancel()).toMatchObject({ status: 204 });
    expect(upload.getUploadSession().isCancelled).toBe(true);
    expect(await refusal(upload.getStatus())).toMatchObject({ statusCode: 404 });
    expect(await truth()).toEqual({ paths: ['/'], uploadSessions: [] });
  });

  it('keeps the bytes when the name is taken at the end, and commits them under another', async () => {
    const upload = await task('a.bin');
    await put('a.bin', 'someone was faster');
    // Of a range that is refused it passes on the answer’s body, without making an error of it.
    await expect(upload.upload()).rejects.toMatchObject({ error: { code: 'nameAlreadyExists' } });
    await upload.commit('/me/drive/root:/a.bin:', 'rename');
    expect((await truth()).paths).toEqual(['/', '/a 1.bin', '/a.bin']);
    expect((await stored('/me/drive/root:/a%201.bin:')).equals(bytes)).toBe(true);
  });
});

describe('the graph client’s batch', () => {
  /** The client takes the host off, and a path of its own is no URL in Node. */
  const step = (id: string, path: string, init: RequestInit = {}, dependsOn: string[] = []) => ({
    id,
    request: new Request(`${emulator.loginOrigin}${path}`, init),
    ...(dependsOn.length > 0 && { dependsOn }),
  });
  const json = (method: string, body: object) => ({
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  const send = async (...steps: ReturnType<typeof step>[]) => {
    const content = await new BatchRequestContent(steps).getContent();
    return new BatchResponseContent(await client.api('/$batch').post(content));
  };

  it('holds reads and writes, each with its own answer', async () => {
    await put('a.txt', 'a');
    const answers = await send(
      step('drive', '/me/drive'),
      step('folder', '/me/drive/root/children', json('POST', { name: 'Folder', folder: {} })),
      step('nothing', '/me/drive/root:/nothing.txt'),
    );
    expect(answers.getResponseById('drive').status).toBe(200);
    expect(await answers.getResponseById('drive').json()).toMatchObject({ driveType: 'business' });
    expect(answers.getResponseById('folder').status).toBe(201);
    expect(answers.getResponseById('nothing').status).toBe(404);
    expect(await answers.getResponseById('nothing').json()).toMatchObject({
      error: { code: 'itemNotFound' },
    });
    expect((await truth()).paths).toEqual(['/', '/Folder', '/a.txt']);
  });

  it('is done in the order that its dependencies ask for, and ends where one fails', async () => {
    const answers = await send(
      step('folder', '/me/drive/root/children', json('POST', { name: 'Folder', folder: {} })),
      step('inner', '/me/drive/root:/Folder:/children', json('POST', { name: 'Inner', folder: {} }), [
        'folder',
      ]),
      step('lost', '/me/drive/root:/Nowhere:/children', json('POST', { name: 'x', folder: {} }), ['inner']),
      step('late', '/me/drive/root/children', json('POST', { name: 'Late', folder: {} }), ['lost']),
    );
    const statuses = ['folder', 'inner', 'lost', 'late'].map((id) => answers.getResponseById(id).status);
    expect(statuses).toEqual([201, 201, 404, 424]);
    expect((await truth()).paths).toEqual(['/', '/Folder', '/Folder/Inner']);
  });
});
