import { describe, expect, it } from 'vitest';
import { memoryFile, someBytes } from '../support/memory-file';
import { createScene, KIB, ROOT, source } from '../support/scene';

/** A file that only says how large it is: nothing of it may be read. */
function fileOf(name: string, size: number): File {
  return Object.defineProperty(new File([], name), 'size', { value: size });
}

const kib = (name: string, size: number) => memoryFile(name, someBytes(size * KIB));

describe('a file that is too large for the service', () => {
  it('fails at once, before anything is asked, and the others go on', async () => {
    const scene = createScene();
    void scene.upload(fileOf('huge.vhdx', 250 * 1024 ** 3 + 1), kib('a', 1));
    await scene.environment.pass(0);
    expect(scene.only().state).toMatchObject({
      status: 'failed',
      error: { code: 'file-too-large', retry: 'never' },
    });
    await scene.settled();
    expect(scene.queue.summary()).toMatchObject({ done: 1, failed: 1 });
  });

  it('is not one of exactly 250 GB, for which there is only no room', async () => {
    const scene = createScene();
    scene.drive.settings.remaining = 1024 ** 3;
    void scene.upload(fileOf('large.vhdx', 250 * 1024 ** 3));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ error: { code: 'quota-exceeded' }, missing: 249 * 1024 ** 3 });
  });
});

describe('room on the drive', () => {
  it('is kept for as many as fit; the others fail before a byte is sent, and say how much is missing', async () => {
    const scene = createScene();
    scene.drive.settings.remaining = 100 * KIB;
    void scene.upload(kib('large', 90), kib('middle', 60), kib('small', 30));
    await scene.settled();
    const states = scene.queue.tasks
      .get()
      .map(({ name, state }) => [name, state.status === 'failed' && state.missing]);
    expect(states).toEqual([
      ['large', 80 * KIB],
      ['middle', false],
      ['small', false],
    ]);
    expect(scene.drive.files.map(({ name }) => name).toSorted()).toEqual(['middle', 'small']);
    expect(scene.drive.count('session')).toBe(0);
  });

  it('is also what other uploads still need', async () => {
    const scene = createScene({ concurrency: 1 });
    scene.drive.settings.remaining = 100 * KIB;
    void scene.upload(kib('first', 60));
    await scene.environment.pass(0);
    scene.queue.pauseAll();
    void scene.upload(kib('second', 60));
    await scene.environment.runUntil(() => scene.queue.summary().failed === 1);
    expect(scene.queue.tasks.get()[1]?.state).toMatchObject({ missing: 20 * KIB });
  });

  it('is asked for again on retry', async () => {
    const scene = createScene();
    scene.drive.settings.remaining = 0;
    void scene.upload(kib('a', 1), memoryFile('empty', someBytes(0)));
    await scene.settled();
    expect(scene.queue.summary()).toMatchObject({ done: 1, failed: 1 });
    scene.drive.settings.remaining = 1 * KIB;
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.queue.summary()).toMatchObject({ done: 2, failed: 0 });
  });

  it.each([
    ['is refused', { effect: 'answer', status: 403 }],
    ['never comes', { effect: 'stall' }],
    ['is lost', { effect: 'unreachable' }],
  ] as const)('stops nothing where the answer %s', async (_name, fault) => {
    const scene = createScene();
    scene.drive.fail('drive', fault);
    void scene.upload(kib('a', 1));
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });

  it('is one question for an upload, however many files it has', async () => {
    const scene = createScene();
    const files = Array.from({ length: 1000 }, (_, index) => memoryFile(`${index}.txt`, someBytes(10)));
    void scene.upload(...files);
    await scene.environment.runUntil(() => scene.queue.summary().done === 1000, { limit: 100_000 });
    expect(
      scene.drive.log.filter(({ operation }) => operation !== 'put').map(({ operation }) => operation),
    ).toEqual(['drive']);
  });

  it('is not asked about a second time where an upload goes on', async () => {
    const scene = createScene();
    void scene.queue.upload([source(kib('a', 900))], ROOT);
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    scene.queue.pauseAll();
    scene.queue.resumeAll();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.count('drive')).toBe(1);
  });
});
