import { describe, expect, it } from 'vitest';
import type { DriveItem } from '../../../src/graph';
import { answerWith, createLibrary } from './support/library';
import { someBytes } from './support/memory-file';
import { memoryHandle } from './support/memory-handle';
import { readZip } from './support/read-zip';

const TO_FILE = { to: 'chosen-file' } as const;
const MEBIBYTE = 1024 * 1024;

function createSaving(options: Parameters<typeof createLibrary>[0] = {}) {
  const scene = createLibrary(options);
  const handle = memoryHandle('Trip.zip');
  scene.environment.chosenFile.current = handle;
  const save = () => void scene.queue.download([...scene.items, scene.folder], TO_FILE);
  const entries = () => readZip(handle.content ?? new Uint8Array());
  return { ...scene, handle, save, entries };
}

const ALL = ['Photos/', 'Photos/Empty/', 'Photos/c.jpg', 'a.txt', 'b.txt'];

describe('a zip that is saved where the user wants it', () => {
  it('holds every file and folder, and is there only when it is whole', async () => {
    const scene = createSaving();
    scene.save();
    await scene.settled();
    expect(scene.only().state).toEqual({ status: 'done', savedAs: 'Trip.zip' });
    expect([...scene.entries().keys()].toSorted()).toEqual(ALL);
    expect(scene.entries().get('a.txt')).toEqual(someBytes(5000, 5));
    expect(scene.environment.saved).toEqual([]);
    expect(scene.handle.ends).toEqual(['closed']);
  });

  it.each([
    [99 * MEBIBYTE, 'collected'],
    [100 * MEBIBYTE, 'streamed'],
  ] as const)('of %i bytes is %s unless told', async (size, way) => {
    const scene = createSaving();
    void scene.queue.download([{ ...scene.folder, size }]);
    await scene.settled();
    expect(scene.environment.saved).toHaveLength(way === 'collected' ? 1 : 0);
  });

  it('goes on after a pause with what it has, and asks for nothing meanwhile', async () => {
    const scene = createSaving();
    scene.save();
    await scene.environment.runUntil(() => scene.requests.length === 1);
    const { requests } = scene;
    scene.queue.pauseAll();
    await scene.environment.pass(1000);
    const asked = requests.length;
    await scene.environment.pass(3_600_000);
    expect(scene.only().state).toMatchObject({ status: 'paused', progress: { total: 6000 } });
    expect(requests).toHaveLength(asked);
    scene.queue.resumeAll();
    await scene.settled();
    expect([...scene.entries().keys()].toSorted()).toEqual(ALL);
    expect(requests).toHaveLength(3);
  });

  it('that failed of the connection goes on where it stood, with a retry', async () => {
    const scene = createSaving({ cutAt: 2000 });
    const fetch = scene.environment.onRequest.fetch;
    scene.environment.onRequest.fetch = (input, init) =>
      scene.requests.length > 0 ? Promise.reject(new TypeError('unreachable')) : fetch(input, init);
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'offline' } });
    scene.environment.onRequest.fetch = fetch;
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(new Headers(scene.requests[1]?.init?.headers).get('Range')).toBe('bytes=2000-');
    expect([...scene.entries().keys()].toSorted()).toEqual(ALL);
    expect(scene.entries().get('a.txt')).toEqual(someBytes(5000, 5));
  });

  it('that needs a sign-in which the user closes keeps its work for the retry', async () => {
    const scene = createSaving();
    scene.drive.refuse('url', 'sign-in-needed');
    const { authorizeRead } = scene.drive.settings;
    scene.drive.settings.authorizeRead = () => Promise.reject(new DOMException('', 'AbortError'));
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'sign-in-needed' } });
    scene.drive.settings.authorizeRead = authorizeRead;
    scene.queue.retryFailed();
    await scene.settled();
    expect([...scene.entries().keys()].toSorted()).toEqual(ALL);
  });

  it('does without what is gone or malware by the time it gets there, and says so', async () => {
    const scene = createSaving();
    const malware = scene.add('photos', 'virus.exe', 10);
    const fetch = scene.environment.onRequest.fetch;
    scene.environment.onRequest.fetch = (input, init) =>
      (input instanceof Request ? input.url : input.toString()).includes(malware.id)
        ? Promise.resolve(Response.json({ error: { code: 'malwareDetected' } }, { status: 403 }))
        : fetch(input, init);
    const gone: DriveItem = { ...scene.items[0], id: 'gone', name: 'gone.txt' };
    void scene.queue.download([gone, scene.folder, scene.items[1]], TO_FILE);
    await scene.settled();
    const skipped = ['gone.txt', 'Photos/virus.exe'];
    expect(scene.only().state).toEqual({ status: 'done', skipped, savedAs: 'Trip.zip' });
    expect([...scene.entries().keys()].toSorted()).toEqual(ALL.filter((name) => name !== 'a.txt'));
  });

  it('of which nothing is left fails with the reason: an empty zip helps nobody', async () => {
    const scene = createSaving();
    const gone = scene.items.map((item) => ({ ...item, id: `gone-${item.id}` }));
    void scene.queue.download(gone, TO_FILE);
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    expect(scene.handle.content).toBeUndefined();
  });

  it('checks each file, also one that came in one piece', async () => {
    const scene = createSaving();
    scene.environment.onRequest.fetch = async () => answerWith(someBytes(5000, 99), 5000, 200);
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'verification-failed' } });
    expect(scene.handle.content).toBeUndefined();
  });

  it('follows no shortcut in a circle', async () => {
    const scene = createSaving();
    const { listChildren } = scene.ports;
    const back: DriveItem = {
      id: 'shortcut',
      driveId: 'drive',
      name: 'Back',
      parentReference: {},
      remoteItem: { id: 'photos', driveId: 'drive', folder: {} },
    };
    scene.ports.listChildren = async function* (folder, signal) {
      yield* listChildren(folder, signal);
      if (folder.id === 'empty') yield back;
    };
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', skipped: ['Photos/Empty/Back'] });
  });

  it('has no names that lead out of it', async () => {
    const scene = createSaving();
    void scene.queue.download([{ ...scene.items[0], name: '../../a.txt' }, scene.items[1]], TO_FILE);
    await scene.settled();
    expect([...scene.entries().keys()]).toEqual(['.._.._a.txt', 'b.txt']);
  });

  it('keeps the time of each file and folder', async () => {
    const scene = createSaving();
    const lastModifiedDateTime = '2024-03-05T06:08:10Z';
    const timed = [...scene.items, scene.folder].map((item) => ({ ...item, lastModifiedDateTime }));
    void scene.queue.download(timed, TO_FILE);
    await scene.settled();
    const bytes = scene.handle.content ?? new Uint8Array();
    const view = new DataView(bytes.buffer);
    const local = new Date(lastModifiedDateTime);
    const date = ((local.getFullYear() - 1980) << 9) | ((local.getMonth() + 1) << 5) | local.getDate();
    const time = (local.getHours() << 11) | (local.getMinutes() << 5) | (local.getSeconds() >> 1);
    // The first entry begins with the zip.
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([time, date]);
  });

  it('for which there is no room fails with that reason', async () => {
    const scene = createSaving();
    scene.handle.room = 1000;
    scene.save();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'disk-full' } });
    expect(scene.handle.content).toBeUndefined();
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('leaves nothing behind after a cancel', async () => {
    const scene = createSaving();
    scene.environment.onRequest.fetch = () => Promise.resolve(new Response(new ReadableStream()));
    scene.save();
    await scene.environment.pass(1000);
    scene.queue.cancelAll();
    await scene.environment.pass(1000);
    expect(scene.handle.content).toBeUndefined();
    expect(scene.handle.isOpen()).toBe(false);
    expect(scene.environment.pendingTimers()).toBe(0);
  });
});
