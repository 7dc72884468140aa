import { describe, expect, it } from 'vitest';
import { hashOf } from './support/fake-drive';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, KIB, ROOT, source } from './support/scene';

describe('a small file', () => {
  it.each([0, 1, 100, 64 * KIB])('of %i bytes goes in one request', async (size) => {
    const scene = createScene();
    const content = someBytes(size);
    const upload = scene.upload(memoryFile('a.bin', content));
    await scene.settled();
    const [task] = await upload;
    expect(task?.state).toMatchObject({ status: 'done', item: { name: 'a.bin', driveId: 'drive' } });
    expect(scene.drive.count('put')).toBe(1);
    expect(scene.drive.count('session')).toBe(0);
    expect(hashOf(scene.drive.files[0]?.content ?? new Uint8Array(1))).toBe(hashOf(content));
  });

  it('keeps its name exactly, spaces and dots and all', async () => {
    const scene = createScene();
    const name = '  Grüße (1) #%41 . ';
    const sources = [source(memoryFile(name, someBytes(10)))];
    void scene.queue.upload(sources, ROOT, { conflictBehavior: 'fail' });
    await scene.settled();
    expect(scene.drive.files[0]?.name).toBe(name);
  });

  it.each(['lost', 'stall', 'cut'] as const)(
    'whose answer is lost (%s) after it was applied is found, not sent again',
    async (effect) => {
      const scene = createScene();
      scene.drive.fail('put', { effect });
      void scene.upload(memoryFile('a.bin', someBytes(100)));
      await scene.settled();
      expect(scene.only().state.status).toBe('done');
      expect(scene.drive.count('put')).toBe(1);
      expect(scene.drive.files).toHaveLength(1);
    },
  );

  it('that was cancelled after the service had it is no question when it is begun again', async () => {
    const scene = createScene();
    const content = someBytes(100);
    void scene.upload(memoryFile('a.bin', content));
    await scene.environment.runUntil(() => scene.drive.count('put') === 1);
    scene.drive.store({ driveId: 'drive', parentId: 'root', name: 'a.bin' }, content, 'fail');
    scene.queue.cancelAll();
    await scene.environment.pass(1000);
    scene.queue.retry(scene.only().id);
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files).toHaveLength(1);
  });

  it('that never arrived is sent again after a look at the folder', async () => {
    const scene = createScene();
    scene.drive.fail('put', { effect: 'unreachable' }, { effect: 'answer', status: 503 });
    void scene.upload(memoryFile('a.bin', someBytes(100)));
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    const requests = scene.drive.log.map((entry) => entry.operation);
    expect(requests).toEqual(['drive', 'put', 'find', 'put', 'find', 'put']);
  });

  it('that arrives late is recognised when its name is taken by itself', async () => {
    const scene = createScene();
    const content = someBytes(100);
    scene.drive.fail('put', { effect: 'unreachable' });
    void scene.upload(memoryFile('a.bin', content));
    await scene.environment.runUntil(() => scene.drive.count('find') === 1);
    await scene.environment.runUntil(() => scene.drive.count('put') === 2);
    scene.drive.store({ driveId: 'drive', parentId: 'root', name: 'a.bin' }, content, 'fail');
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files).toHaveLength(1);
  });

  it('gives up after its budget with the reason, and nothing is left behind', async () => {
    const scene = createScene();
    scene.drive.settings.decide = (operation) =>
      operation === 'put' ? { effect: 'answer', status: 500 } : undefined;
    void scene.upload(memoryFile('a.bin', someBytes(100)));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'unavailable' } });
    expect(scene.drive.count('put')).toBe(7);
    expect(scene.environment.onlineListeners()).toBe(0);
  });

  it('waits as long as the service says when it is throttled', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'throttled', 2, { retryAfter: 30_000 });
    const start = scene.environment.now();
    void scene.upload(memoryFile('a.bin', someBytes(100)));
    await scene.until('waiting');
    await scene.environment.pass(1000);
    expect(scene.only().state).toMatchObject({ status: 'waiting', reason: 'throttled' });
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.environment.now() - start).toBeGreaterThan(60_000);
  });

  it.each(['quota-exceeded', 'access-denied', 'locked', 'invalid-name'] as const)(
    'that the service refuses (%s) fails with that reason at once',
    async (code) => {
      const scene = createScene();
      scene.drive.refuse('put', code);
      void scene.upload(memoryFile('a.bin', someBytes(100)));
      await scene.settled();
      expect(scene.only().state).toMatchObject({ status: 'failed', error: { code } });
      expect(scene.drive.count('put')).toBe(1);
    },
  );

  it('that differs on the server fails as verification-failed, after some looks', async () => {
    const scene = createScene();
    scene.drive.settings.rewrite = true;
    void scene.upload(memoryFile('a.bin', someBytes(100)));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'verification-failed' } });
    expect(scene.drive.count('put')).toBe(1);
  });

  it('whose hash the service does not tell is done and unverified', async () => {
    const scene = createScene();
    scene.drive.settings.hashes = false;
    void scene.upload(memoryFile('a.bin', someBytes(100)));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', unverified: true });
  });
});
