import { describe, expect, it } from 'vitest';
import { hashOf, HOST, SECRET } from './support/fake-drive';
import { answerWith, createLibrary } from './support/library';
import { sameBytes, someBytes } from './support/memory-file';
import { memoryHandle } from './support/memory-handle';

const TO_FILE = { to: 'chosen-file' } as const;
const MEBIBYTE = 1024 * 1024;

/** The user chooses this file for `a.txt`. */
function createSaving(options: Parameters<typeof createLibrary>[0] = {}) {
  const scene = createLibrary(options);
  const handle = memoryHandle('a.txt');
  scene.environment.chosenFile.current = handle;
  const [item] = scene.items;
  return { ...scene, handle, item, save: () => void scene.queue.download([item], TO_FILE) };
}

describe('a file that is saved where the user wants it', () => {
  it('is written there, proved, and told by its name', async () => {
    const scene = createSaving();
    scene.save();
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done', savedAs: 'a.txt' });
    expect(sameBytes(scene.handle.content, someBytes(5000, 5))).toBe(true);
    expect(scene.environment.saved).toEqual([]);
    expect(JSON.stringify(scene.states)).not.toContain(SECRET);
  });

  it('is asked for at once, within the click', () => {
    const scene = createSaving();
    let asked = 0;
    const environment = Object.assign(scene.environment, {
      chooseSaveFile: async () => {
        asked += 1;
        return 'declined';
      },
    });
    scene.save();
    expect(asked).toBe(1);
    expect(environment.saved).toEqual([]);
  });

  it('is no download any more where the user declines, and asks again with a retry', async () => {
    const scene = createSaving();
    scene.environment.chosenFile.current = 'declined';
    scene.save();
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'cancelled' });
    expect(scene.requests).toEqual([]);
    scene.environment.chosenFile.current = scene.handle;
    scene.queue.retry(scene.only().id);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', savedAs: 'a.txt' });
  });

  it('is the browser’s own download where no page may ask', async () => {
    const scene = createSaving();
    scene.environment.chosenFile.current = 'unavailable';
    scene.save();
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done' });
    expect(scene.environment.saved).toHaveLength(1);
  });

  it.each([
    [1023 * MEBIBYTE, undefined, 'browser'],
    [1024 * MEBIBYTE, undefined, 'file'],
    [1024 * MEBIBYTE, 'downloads', 'browser'],
    [10, 'chosen-file', 'file'],
  ] as const)('of %i bytes goes, asked for as %s, to the %s', async (size, to, place) => {
    const scene = createSaving();
    void scene.queue.download([{ ...scene.item, size }], { to });
    await scene.settled();
    expect(scene.environment.saved).toHaveLength(place === 'browser' ? 1 : 0);
  });

  it.each([false, true])(
    'goes on at the byte where it broke, from a fresh address (range ignored: %s)',
    async (ignoreRange) => {
      const scene = createSaving({ cutAt: 2000, ignoreRange });
      scene.save();
      await scene.settled();
      expect(scene.only().state.status).toBe('done');
      expect(new Headers(scene.requests[1]?.init?.headers).get('Range')).toBe('bytes=2000-');
      expect(sameBytes(scene.handle.content, someBytes(5000, 5))).toBe(true);
      expect(scene.drive.count('url')).toBe(2);
    },
  );

  it.each([401, 403, 404, 410, 500, 503])('gets a fresh address after %i', async (status) => {
    const scene = createSaving({ failures: [status] });
    scene.save();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.count('url')).toBe(2);
  });

  it('sends nothing while its host wants to be left alone', async () => {
    const scene = createSaving({ failures: [429], headers: { 'Retry-After': '90' } });
    scene.save();
    await scene.until('waiting');
    await scene.environment.pass(89_000);
    expect(scene.requests).toHaveLength(1);
    expect(scene.gate.opensAt(HOST)).toBeDefined();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });

  it('that changed meanwhile begins from the start: never a mixture of two', async () => {
    const scene = createSaving({ cutAt: 2000 });
    scene.save();
    await scene.environment.runUntil(() => scene.requests.length === 1);
    const [stored] = scene.drive.files;
    if (stored) Object.assign(stored, { content: someBytes(5000, 42), version: 2 });
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(new Headers(scene.requests[1]?.init?.headers).has('Range')).toBe(false);
    expect(sameBytes(scene.handle.content, someBytes(5000, 42))).toBe(true);
  });

  it('is not what the listing promised, but what the service has now', async () => {
    const scene = createSaving();
    const [stored] = scene.drive.files;
    if (stored) Object.assign(stored, { content: someBytes(100, 3), version: 2 });
    scene.save();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.handle.content?.length).toBe(100);
  });

  it('whose bytes are never those of its hash is not saved', async () => {
    const scene = createSaving();
    scene.environment.onRequest.fetch = async () => answerWith(someBytes(5000, 99), 5000, 200);
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'verification-failed' } });
    expect(scene.handle.isOpen()).toBe(false);
    expect(scene.handle.content).toBeUndefined();
  });

  it.each([0, 100])('that never has more than %i of its bytes is not saved', async (length) => {
    const scene = createSaving();
    scene.environment.onRequest.fetch = async (_input, init) =>
      new Headers(init?.headers).has('Range')
        ? new Response(null, { status: 416 })
        : answerWith(someBytes(length, 5), length, 200);
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'verification-failed' } });
    expect(scene.handle.content).toBeUndefined();
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('is not a page of somebody else', async () => {
    const scene = createSaving();
    const fetch = scene.environment.onRequest.fetch;
    let pages = 2;
    scene.environment.onRequest.fetch = async (input, init) =>
      (pages -= 1) < 0
        ? fetch(input, init)
        : new Response('<h1>Sign in to this network</h1>', { headers: { 'content-type': 'text/html' } });
    scene.save();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(sameBytes(scene.handle.content, someBytes(5000, 5))).toBe(true);
  });

  it('of an Office kind may differ from its hash: SharePoint writes into those', async () => {
    const scene = createSaving();
    const item = scene.add('root', 'plan.docx', 900);
    scene.environment.onRequest.fetch = async () => answerWith(someBytes(950, 1), 950, 200);
    void scene.queue.download([item], TO_FILE);
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done', savedAs: 'a.txt', unverified: true });
  });

  it('is whole after a pause, which asks the service for nothing', async () => {
    const scene = createSaving({ cutAt: 2000 });
    scene.save();
    await scene.until('waiting');
    scene.queue.pauseAll();
    expect(scene.only().state).toMatchObject({ status: 'paused', progress: { loaded: 2000 } });
    await scene.environment.pass(3_600_000);
    expect(scene.requests).toHaveLength(1);
    expect(scene.environment.pendingTimers()).toBe(0);
    scene.queue.resumeAll();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(new Headers(scene.requests[1]?.init?.headers).get('Range')).toBe('bytes=2000-');
    expect(sameBytes(scene.handle.content, someBytes(5000, 5))).toBe(true);
  });

  it('that failed of the connection goes on where it stood, with a retry', async () => {
    const scene = createSaving({ cutAt: 2000 });
    const fetch = scene.environment.onRequest.fetch;
    let isDown = false;
    scene.environment.onRequest.fetch = (input, init) => {
      if (isDown) return Promise.reject(new TypeError('unreachable'));
      isDown = true;
      return fetch(input, init);
    };
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'offline' } });
    expect(scene.handle.content).toBeDefined();
    scene.environment.onRequest.fetch = fetch;
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(new Headers(scene.requests.at(-1)?.init?.headers).get('Range')).toBe('bytes=2000-');
    expect(scene.handle.ends).toEqual(['closed']);
  });

  it.each(['cancel', 'dispose', 'clear'] as const)('leaves nothing behind after %s', async (end) => {
    const scene = createSaving({ cutAt: 2000, failures: [] });
    const fetch = scene.environment.onRequest.fetch;
    scene.environment.onRequest.fetch = (input, init) =>
      scene.requests.length > 0 ? Promise.reject(new TypeError('unreachable')) : fetch(input, init);
    scene.save();
    await scene.until('waiting');
    if (end === 'cancel') scene.queue.cancelAll();
    else if (end === 'dispose') scene.queue.dispose();
    else {
      await scene.settled();
      scene.queue.clearFinished();
    }
    await scene.environment.pass(1000);
    expect(scene.handle.isOpen()).toBe(false);
    expect(scene.handle.content).toBeUndefined();
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('for which there is no room fails with that reason, and asks for another place', async () => {
    const scene = createSaving();
    scene.handle.room = 1000;
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({
      status: 'failed',
      error: { code: 'disk-full', retry: 'ask' },
    });
    expect(scene.handle.content).toBeUndefined();
    const other = memoryHandle('b.txt');
    scene.environment.chosenFile.current = other;
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', savedAs: 'b.txt' });
    expect(sameBytes(other.content, someBytes(5000, 5))).toBe(true);
  });

  it('that may not be written there fails with that reason', async () => {
    const scene = createSaving();
    scene.handle.createWritable = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'save-refused' } });
  });

  it('that is gone fails with that reason, and so does malware', async () => {
    const scene = createSaving();
    scene.drive.files.length = 0;
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    expect(scene.handle.content).toBeUndefined();
  });

  it('stays on the disk, however large it is: nothing piles up in memory', async () => {
    const scene = createSaving();
    const [stored] = scene.drive.files;
    if (!stored) throw new Error('no file');
    const chunk = someBytes(MEBIBYTE);
    const chunks = 256;
    const hash = { quickXorHash: hashOf(new Uint8Array(Buffer.concat(Array(chunks).fill(chunk)))) };
    scene.drive.toItem = (file) => ({
      id: file.id,
      driveId: 'drive',
      name: file.name,
      parentReference: {},
      size: chunks * MEBIBYTE,
      file: { hashes: hash },
    });
    const flow = { sent: 0, written: 0, most: 0 };
    const handle = memoryHandle('large.bin', false);
    handle.onWrite = async (bytes) => {
      flow.written += bytes;
    };
    scene.environment.chosenFile.current = handle;
    scene.environment.onRequest.fetch = async () => {
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => {
          if (flow.sent === chunks) return controller.close();
          flow.sent += 1;
          flow.most = Math.max(flow.most, flow.sent * MEBIBYTE - flow.written);
          controller.enqueue(chunk);
        },
      });
      return new Response(body);
    };
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done' });
    expect(flow.written).toBe(chunks * MEBIBYTE);
    expect(flow.most).toBeLessThanOrEqual(8 * MEBIBYTE);
  });
});
