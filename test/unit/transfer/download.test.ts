import { resolveObjectURL } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { DriveItem } from '../../../src/graph';
import { OneDriveError } from '../../../src/lib';
import { HOST, SECRET } from './support/fake-drive';
import { createLibrary } from './support/library';
import { someBytes } from './support/memory-file';
import { readZip } from './support/read-zip';

type Scene = Pick<ReturnType<typeof createLibrary>, 'environment'>;

async function savedZip({ environment }: Scene) {
  const [saved] = environment.saved;
  const blob = resolveObjectURL(saved?.address ?? '');
  if (!saved || !blob) throw new Error('nothing was saved');
  return { name: saved.name, type: blob.type, entries: readZip(new Uint8Array(await blob.arrayBuffer())) };
}

describe('downloading', () => {
  it('one file hands a fresh address to the browser and keeps it nowhere', async () => {
    const scene = createLibrary();
    const download = scene.queue.download([scene.items[0]]);
    await scene.settled();
    const task = await download;
    expect(task).toMatchObject({
      kind: 'download',
      content: 'file',
      name: 'a.txt',
      state: { status: 'done' },
    });
    expect(scene.environment.saved).toHaveLength(1);
    expect(scene.environment.saved[0]?.name).toBe('a.txt');
    expect(scene.environment.saved[0]?.address).toContain(SECRET);
    expect(JSON.stringify(task)).not.toContain(SECRET);
  });

  it('one file asks its address for a byte first, as plainly as the browser will', async () => {
    const scene = createLibrary();
    let cancelled = 0;
    scene.environment.onRequest.fetch = (input, init) => {
      scene.requests.push({ url: input instanceof Request ? input.url : input.toString(), init });
      expect(scene.environment.saved).toHaveLength(0);
      const body = new ReadableStream({ cancel: () => void (cancelled += 1) });
      return Promise.resolve(new Response(body, { status: 206 }));
    };
    void scene.queue.download([scene.items[0]]);
    await scene.settled();
    expect(scene.requests.map(({ url }) => url)).toEqual([scene.environment.saved[0]?.address]);
    const init = scene.requests[0]?.init;
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect([...new Headers(init?.headers)]).toEqual([['range', 'bytes=0-0']]);
    expect(cancelled).toBe(1);
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it.each([401, 403, 404, 429, 503])(
    'one file never sends the page to an address that answers %i: it waits for a fresh one that works',
    async (status) => {
      const scene = createLibrary({ failures: [status] });
      void scene.queue.download([scene.items[0]]);
      await scene.until('waiting');
      expect(scene.environment.saved).toHaveLength(0);
      await scene.settled();
      expect(scene.only().state).toEqual({ status: 'done' });
      expect(scene.drive.count('url')).toBe(2);
      expect(scene.environment.saved).toHaveLength(1);
    },
  );

  it('one file that the service calls malware fails with that reason, and the page stays where it is', async () => {
    const scene = createLibrary();
    const body = JSON.stringify({ error: { code: 'malwareDetected' } });
    scene.environment.onRequest.fetch = () => Promise.resolve(new Response(body, { status: 403 }));
    void scene.queue.download([scene.items[0]]);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'malware' } });
    expect(scene.environment.saved).toHaveLength(0);
  });

  it('one file whose address does not answer at all is given up in the end, and nothing is saved', async () => {
    const scene = createLibrary();
    scene.environment.onRequest.fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    void scene.queue.download([scene.items[0]]);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'timed-out' } });
    expect(scene.environment.saved).toHaveLength(0);
  });

  it('one file waits as long as its host is closed, however long that is', async () => {
    const scene = createLibrary();
    scene.gate.close(HOST, 3_600_000);
    void scene.queue.download([scene.items[0]]);
    await scene.environment.pass(3_599_000);
    expect(scene.requests).toHaveLength(0);
    expect(scene.drive.count('url')).toBe(1);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done' });
  });

  it('an empty file is saved although it has no byte to give', async () => {
    const scene = createLibrary();
    const stored = scene.drive.files[0];
    if (stored) stored.content = new Uint8Array();
    void scene.queue.download([scene.items[0]]);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done' });
    expect(scene.environment.saved).toHaveLength(1);
  });

  it('nothing is no task', async () => {
    expect(await createLibrary().queue.download([])).toBeUndefined();
  });

  it('several items and folders make one zip, with every file and empty folder', async () => {
    const scene = createLibrary();
    void scene.queue.download([...scene.items, scene.folder]);
    await scene.settled();
    expect(scene.only()).toMatchObject({
      content: 'zip',
      name: 'OneDrive.zip',
      size: 6000,
      state: { status: 'done' },
    });
    const zip = await savedZip(scene);
    expect(zip).toMatchObject({ name: 'OneDrive.zip', type: 'application/zip' });
    expect([...zip.entries.keys()].sort()).toEqual([
      'Photos/',
      'Photos/Empty/',
      'Photos/c.jpg',
      'a.txt',
      'b.txt',
    ]);
    expect(zip.entries.get('a.txt')).toEqual(someBytes(5000, 5));
    expect(zip.entries.get('Photos/c.jpg')).toEqual(someBytes(700, 5));
  });

  it('a folder is a zip of its name', async () => {
    const scene = createLibrary();
    void scene.queue.download([scene.folder]);
    await scene.settled();
    expect((await savedZip(scene)).name).toBe('Photos.zip');
  });

  it('the bytes are asked for without cookies, referrer or token', async () => {
    const scene = createLibrary();
    void scene.queue.download([...scene.items]);
    await scene.settled();
    for (const { init } of scene.requests) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
      expect(new Headers(init?.headers).has('Authorization')).toBe(false);
    }
  });

  it.each([false, true])(
    'a broken stream is continued where it broke (range ignored: %s)',
    async (ignoreRange) => {
      const scene = createLibrary({ cutAt: 2000, ignoreRange });
      void scene.queue.download([...scene.items]);
      await scene.settled();
      expect(scene.only().state).toEqual({ status: 'done' });
      expect(new Headers(scene.requests[1]?.init?.headers).get('Range')).toBe('bytes=2000-');
      expect((await savedZip(scene)).entries.get('a.txt')).toEqual(someBytes(5000, 5));
      expect(scene.drive.count('url')).toBe(3);
    },
  );

  it('a file that changed between two parts is an error, not a mixture', async () => {
    const scene = createLibrary({ cutAt: 2000 });
    void scene.queue.download([...scene.items]);
    await scene.environment.runUntil(() => scene.requests.length === 1);
    const stored = scene.drive.files[0];
    if (stored) stored.content = someBytes(5000, 42);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'verification-failed' } });
    expect(scene.environment.saved).toHaveLength(0);
  });

  it('an expired address is replaced by a fresh one', async () => {
    const scene = createLibrary({ failures: [401, 404, 503] });
    void scene.queue.download([...scene.items]);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done' });
  });

  it('a file that stays out of reach fails the zip with its reason', async () => {
    const scene = createLibrary({ failures: Array<number>(20).fill(403) });
    void scene.queue.download([...scene.items]);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'access-denied' } });
    expect(scene.environment.saved).toHaveLength(0);
  });

  it('names what a zip cannot hold', async () => {
    const scene = createLibrary();
    const notebook: DriveItem = {
      id: 'n',
      driveId: 'drive',
      name: 'Notes',
      parentReference: {},
      package: {},
    };
    void scene.queue.download([scene.items[1], notebook]);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done', skipped: ['Notes'] });
  });

  it('two items of one name both go in', async () => {
    const scene = createLibrary();
    void scene.queue.download([scene.items[0], { ...scene.items[1], name: 'A.txt' }]);
    await scene.settled();
    expect([...(await savedZip(scene)).entries.keys()]).toEqual(['a.txt', 'A 1.txt']);
  });

  it('a cancel stops the reading at once and saves nothing', async () => {
    const scene = createLibrary();
    const signals: (AbortSignal | null | undefined)[] = [];
    scene.environment.onRequest.fetch = (_input, init) => {
      signals.push(init?.signal);
      return Promise.resolve(new Response(new ReadableStream()));
    };
    void scene.queue.download([...scene.items]);
    await scene.environment.runUntil(() => signals.length === 1);
    scene.queue.cancelAll();
    await scene.environment.pass(120_000);
    expect(scene.only().state).toEqual({ status: 'cancelled' });
    expect(signals[0]?.aborted).toBe(true);
    expect(scene.environment.saved).toHaveLength(0);
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('a stream that stalls is continued', async () => {
    const scene = createLibrary();
    const fetch = scene.environment.onRequest.fetch;
    let first = true;
    scene.environment.onRequest.fetch = (input, init) => {
      const stalled = first;
      first = false;
      return stalled ? Promise.resolve(new Response(new ReadableStream())) : fetch(input, init);
    };
    void scene.queue.download([...scene.items]);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done' });
  });

  it('that needs a sign-in asks once for all and goes on, nothing discarded', async () => {
    const scene = createLibrary();
    scene.drive.refuse('url', 'sign-in-needed', 2);
    const answers: (() => void)[] = [];
    scene.drive.settings.authorizeRead = () => new Promise((resolve) => void answers.push(resolve));
    for (const item of scene.items) void scene.queue.download([item]);
    await scene.environment.pass(3_600_000);
    expect(scene.queue.summary()).toMatchObject({ waiting: 2, waitReason: 'sign-in' });
    expect(answers).toHaveLength(1);
    answers.forEach((answer) => answer());
    await scene.settled();
    expect(scene.environment.saved.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  });

  it('that needs a sign-in which the user closes fails with that reason; a retry asks again', async () => {
    const scene = createLibrary();
    scene.drive.refuse('url', 'sign-in-needed');
    scene.drive.settings.authorizeRead = () => Promise.reject(new OneDriveError('cancelled'));
    void scene.queue.download([scene.items[0]]);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'sign-in-needed' } });
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });
});
