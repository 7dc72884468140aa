import { describe, expect, it } from 'vitest';
import type { ConflictBehavior, UploadSource } from '../../../../src/transfer';
import { memoryFile, someBytes } from '../support/memory-file';
import { createScene, ROOT, source } from '../support/scene';

type Scene = ReturnType<typeof createScene>;
const file = (name: string, size = 10) => memoryFile(name, someBytes(size));
const inFolder = (path: string, name: string): UploadSource => ({
  kind: 'file',
  file: file(name),
  path: path.split('/'),
});

function hold(scene: Scene, parentId: string, ...names: string[]) {
  for (const name of names) scene.drive.store({ driveId: 'drive', parentId, name }, someBytes(5), 'fail');
}

function holdFolder(scene: Scene, id: string, name: string, parentId = 'root') {
  scene.drive.folders.push({ id, parentId, name });
}

const resting = (scene: Scene) =>
  scene.environment.runUntil(() => scene.queue.summary().waiting + scene.queue.summary().active === 0);
const requests = (scene: Scene) =>
  scene.drive.log.map(({ operation }) => operation).filter((operation) => operation !== 'drive');
const states = (scene: Scene) =>
  Object.fromEntries(scene.queue.tasks.get().map(({ name, state }) => [name, state.status]));

describe('taken names of an upload', () => {
  it('are all found before a byte is sent, and what is clean is sent meanwhile', async () => {
    const scene = createScene({ concurrency: 1 });
    hold(scene, 'root', 'b', 'd');
    void scene.upload(file('a'), file('b'), file('c'), file('d'));
    await scene.environment.runUntil(() => scene.drive.count('put') === 1);
    expect(states(scene)).toMatchObject({ b: 'conflict', d: 'conflict' });
    await resting(scene);
    expect(states(scene)).toEqual({ a: 'done', b: 'conflict', c: 'done', d: 'conflict' });
    expect(
      scene.drive.log.some(({ operation, detail }) => operation === 'put' && 'bd'.includes(detail)),
    ).toBe(false);
    expect(scene.queue.tasks.get()[1]?.state).toMatchObject({
      prompts: true,
      proposal: 'b 1',
      existing: { size: 5 },
    });
  });

  it('are compared as OneDrive does: neither case counts nor how an accent is composed', async () => {
    const scene = createScene();
    hold(scene, 'root', 'CAF\u00c9.txt');
    void scene.upload(file('cafe\u0301.TXT'));
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({
      existing: { name: 'CAF\u00c9.txt' },
      proposal: 'caf\u00e9 1.TXT',
    });
  });

  it('are proposed names that nothing has, not even another file of the upload', async () => {
    const scene = createScene();
    hold(scene, 'root', 'a.txt', 'a 1.txt');
    void scene.upload(file('a.txt'), file('a 2.txt'));
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({ proposal: 'a 3.txt' });
  });

  it.each<ConflictBehavior>(['fail', 'replace', 'rename'])(
    'are not asked about where the caller said %s',
    async (conflictBehavior) => {
      const scene = createScene();
      scene.drive.settings.known.clear();
      hold(scene, 'root', 'a');
      void scene.queue.upload([source(file('a')), source(file('b'))], ROOT, { conflictBehavior });
      await scene.settled();
      expect(scene.drive.count('list')).toBe(0);
      expect(scene.queue.summary().conflicts).toBe(0);
    },
  );

  it('raise no dialog where the caller asks', async () => {
    const scene = createScene();
    hold(scene, 'root', 'a');
    void scene.queue.upload([source(file('a'))], ROOT, { questions: 'caller' });
    await scene.until('conflict');
    expect(scene.only().state).not.toHaveProperty('prompts');
  });

  it('of which some were skipped or cancelled stop no other file', async () => {
    const scene = createScene({ concurrency: 1 });
    hold(scene, 'root', 'a', 'b');
    void scene.upload(file('a'), file('b'), file('c', 500_000), file('d'));
    await scene.until('sending');
    scene.queue.answerAll([[scene.only().id, 'skip']]);
    await scene.environment.pass(0);
    scene.queue.cancel(scene.queue.tasks.get()[1]?.id ?? '');
    await scene.settled();
    expect(states(scene)).toEqual({ a: 'cancelled', b: 'cancelled', c: 'done', d: 'done' });
  });

  it('are answered several at once', async () => {
    const scene = createScene();
    hold(scene, 'root', 'a', 'b', 'c', 'd.txt');
    void scene.upload(file('a'), file('b'), file('c'), file('d.txt'));
    await resting(scene);
    const answers = ['replace', 'rename', 'skip', { name: 'e.txt' }] as const;
    let told = 0;
    scene.queue.tasks.subscribe(() => (told += 1));
    scene.queue.answerAll(scene.queue.tasks.get().map(({ id }, index) => [id, answers[index] ?? 'skip']));
    await scene.environment.pass(0);
    expect(told).toBe(1);
    await scene.settled();
    expect(Object.fromEntries(scene.drive.files.map(({ name, version }) => [name, version]))).toEqual({
      a: 2,
      b: 1,
      c: 1,
      'd.txt': 1,
      'b 1': 1,
      'e.txt': 1,
    });
    expect(scene.queue.tasks.get().at(-1)?.name).toBe('e.txt');
  });

  it('that are given another name are looked at again', async () => {
    const scene = createScene();
    hold(scene, 'root', 'a', 'b');
    void scene.upload(file('a'));
    await scene.until('conflict');
    scene.queue.answerAll([[scene.only().id, { name: 'b' }]]);
    await scene.environment.pass(0);
    await scene.until('conflict');
    expect(scene.only()).toMatchObject({ name: 'b', state: { existing: { name: 'b' } } });
  });

  it('are asked about late where somebody else was quicker', async () => {
    const scene = createScene();
    void scene.upload(file('a'));
    await scene.environment.runUntil(() => scene.drive.count('put') === 1);
    hold(scene, 'root', 'a');
    await scene.until('conflict');
    expect(scene.only().state).not.toHaveProperty('prompts');
  });
});

describe('what a folder holds already', () => {
  const scene = () => {
    const made = createScene();
    made.drive.settings.known.clear();
    return made;
  };

  it('is one look for one file', async () => {
    const { queue, drive, ...rest } = scene();
    hold({ queue, drive, ...rest }, 'root', 'a');
    void rest.upload(file('a'));
    await rest.until('conflict');
    expect(requests({ queue, drive, ...rest })).toEqual(['find']);
  });

  it('is one listing for many files', async () => {
    const one = scene();
    hold(one, 'root', 'a 3');
    void one.upload(...Array.from({ length: 100 }, (_, index) => file(`a ${index}`)));
    await resting(one);
    expect(one.drive.count('list')).toBe(1);
    expect(one.drive.count('find')).toBe(0);
    expect(one.queue.summary()).toMatchObject({ done: 99, conflicts: 1 });
  });

  it('is looked up by name where the folder has many more items than come to it', async () => {
    const one = scene();
    one.drive.settings.pageSize = 10;
    hold(one, 'root', ...Array.from({ length: 100 }, (_, index) => `old ${index}`));
    void one.upload(file('new'), file('old 3'), file('old 70'));
    await resting(one);
    expect(one.drive.count('list')).toBe(1);
    // What the page has shown is known.
    expect(one.drive.log.filter(({ operation }) => operation === 'find').map(({ detail }) => detail)).toEqual(
      ['new', 'old 70'],
    );
    expect(states(one)).toEqual({ new: 'done', 'old 3': 'conflict', 'old 70': 'conflict' });
  });

  it('stays unknown where it may not be listed: the service is asked by sending', async () => {
    const one = scene();
    hold(one, 'root', 'a');
    one.drive.refuse('list', 'access-denied');
    void one.upload(file('a'), file('b'));
    await resting(one);
    expect(states(one)).toEqual({ a: 'conflict', b: 'done' });
  });

  it('is waited for without a network, and every row says so', async () => {
    const one = scene();
    one.drive.fail('list', { effect: 'unreachable' });
    void one.upload(file('a'), file('b'));
    await one.environment.runUntil(() => one.queue.summary().waitReason === 'offline');
    expect(one.queue.tasks.get().map(({ state }) => 'reason' in state && state.reason)).toEqual([
      'offline',
      'offline',
    ]);
    await one.settled();
    expect(one.queue.summary().done).toBe(2);
  });

  it('is no longer asked for when all are cancelled', async () => {
    const one = scene();
    one.drive.settings.pageSize = 1;
    hold(one, 'root', ...Array.from({ length: 100 }, (_, index) => `old ${index}`));
    void one.upload(...Array.from({ length: 50 }, (_, index) => file(`${index}`)));
    await one.environment.runUntil(() => one.drive.count('list') === 2);
    one.queue.cancelAll();
    await one.environment.pass(10_000);
    expect(one.drive.count('list')).toBeLessThan(4);
    expect(one.environment.pendingTimers()).toBe(0);
  });
});

describe('folders of an upload', () => {
  it('become one with those that are there: only files are asked about', async () => {
    const scene = createScene();
    holdFolder(scene, 'docs', 'Docs');
    hold(scene, 'docs', 'a');
    void scene.queue.upload(
      [inFolder('docs', 'a'), inFolder('docs', 'b'), { kind: 'folder', path: ['docs', 'new'] }],
      ROOT,
    );
    await resting(scene);
    expect(states(scene)).toEqual({ a: 'conflict', b: 'done', new: 'done' });
    expect(scene.drive.folders.map(({ name }) => name)).toEqual(['Docs', 'new']);
  });

  it('that the upload makes are not looked into, however many they are', async () => {
    const scene = createScene();
    const sources = Array.from({ length: 500 }, (_, index) =>
      inFolder(`top/${index % 50}/deep`, `${index}.txt`),
    );
    void scene.queue.upload(sources, ROOT);
    await scene.environment.runUntil(() => scene.queue.summary().done === 500, { limit: 100_000 });
    expect([scene.drive.count('list'), scene.drive.count('find'), scene.drive.count('drive')]).toEqual([
      0, 0, 1,
    ]);
  });

  it('where a file has the name ask once for all that lie in them', async () => {
    const scene = createScene();
    hold(scene, 'root', 'docs');
    void scene.queue.upload([inFolder('docs', 'a'), inFolder('docs/deep', 'b'), source(file('c'))], ROOT);
    await resting(scene);
    const [first, second] = scene.queue.tasks.get();
    expect(first?.state).toMatchObject({
      status: 'conflict',
      folder: { path: ['docs'] },
      proposal: 'docs 1',
    });
    expect(second?.state).toMatchObject({
      folder: first?.state.status === 'conflict' ? first.state.folder : {},
    });
    scene.queue.resolveConflict(second?.id ?? '', 'replace');
    await scene.environment.pass(0);
    expect(states(scene)).toEqual({ a: 'conflict', b: 'conflict', c: 'done' });
    scene.queue.resolveConflict(second?.id ?? '', 'rename');
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.drive.folders.map(({ name }) => name)).toEqual(['docs 1', 'deep']);
    expect(scene.queue.summary().done).toBe(3);
  });

  it('that are skipped are skipped with all that lie in them', async () => {
    const scene = createScene();
    hold(scene, 'root', 'docs');
    void scene.queue.upload([inFolder('docs', 'a'), inFolder('docs', 'b')], ROOT);
    await resting(scene);
    scene.queue.resolveConflict(scene.only().id, 'skip');
    await scene.environment.pass(0);
    expect(scene.queue.tasks.get().map(({ state }) => state)).toEqual([
      { status: 'cancelled', skipped: true },
      { status: 'cancelled', skipped: true },
    ]);
  });

  it('a file onto a folder is a question, too', async () => {
    const scene = createScene();
    holdFolder(scene, 'docs', 'docs');
    void scene.upload(file('docs'));
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({ existing: { folder: {} }, proposal: 'docs 1' });
    scene.queue.resolveConflict(scene.only().id, 'rename');
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['docs 1']);
  });
});
