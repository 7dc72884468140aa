import { describe, expect, it } from 'vitest';
import type { Fault } from './support/fake-drive';
import { memoryFile, sameBytes, someBytes } from './support/memory-file';
import { createScene, ROOT, source, UNIT } from './support/scene';

const TARGET = { driveId: 'drive', parentId: 'root', name: 'a.bin' };
const old = someBytes(77, 99);
const sizes = [
  ['small', 100],
  ['large', 2 * UNIT],
] as const;

function taken() {
  const scene = createScene();
  scene.drive.store(TARGET, old, 'fail');
  return scene;
}

describe.each(sizes)('a taken name, %s file', (_name, size) => {
  const content = someBytes(size);

  it('is a question with the item that holds it, and the other files go on', async () => {
    const scene = taken();
    void scene.upload(memoryFile('a.bin', content), memoryFile('b.bin', content));
    await scene.environment.runUntil(() => scene.queue.summary().done === 1);
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({
      status: 'conflict',
      error: { code: 'name-conflict' },
      existing: { name: 'a.bin', size: 77 },
    });
    expect(sameBytes(scene.drive.files[0]?.content, old)).toBe(true);
    await scene.environment.pass(5000);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('replaces on that answer', async () => {
    const scene = taken();
    const upload = scene.upload(memoryFile('a.bin', content));
    await scene.until('conflict');
    scene.queue.resolveConflict(scene.only().id, 'replace');
    await scene.settled();
    expect((await upload)[0]?.state.status).toBe('done');
    expect(scene.drive.files.map(({ name, version }) => [name, version])).toEqual([['a.bin', 2]]);
    expect(sameBytes(scene.drive.files[0]?.content, content)).toBe(true);
  });

  it('keeps both on that answer, under the next free name', async () => {
    const scene = taken();
    scene.drive.store({ ...TARGET, name: 'a 1.bin' }, old, 'fail');
    void scene.upload(memoryFile('a.bin', content));
    await scene.until('conflict');
    scene.queue.resolveConflict(scene.only().id, 'rename');
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', item: { name: 'a 2.bin' } });
    expect(scene.drive.files.map((file) => file.name)).toEqual(['a.bin', 'a 1.bin', 'a 2.bin']);
  });

  it('skips on that answer and changes nothing', async () => {
    const scene = taken();
    const upload = scene.upload(memoryFile('a.bin', content));
    await scene.until('conflict');
    scene.queue.resolveConflict(scene.only().id, 'skip');
    expect((await upload)[0]?.state).toEqual({ status: 'cancelled', skipped: true });
    expect(scene.drive.files).toHaveLength(1);
    expect(scene.drive.files[0]?.version).toBe(1);
  });

  it('makes no "name 2" out of a lost answer when both are kept', async () => {
    const scene = taken();
    scene.drive.fail('put', { effect: 'lost' });
    scene.drive.fail('fragment', { effect: 'lost' }, { effect: 'lost' });
    void scene.queue.upload([source(memoryFile('a.bin', content))], ROOT, { conflictBehavior: 'rename' });
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files.map((file) => file.name)).toEqual(['a.bin', 'a 1.bin']);
  });
});

describe('two files of one name and content', () => {
  it.each(['a.bin', 'A.bin'])(
    'are two, although the answers to both are lost: a.bin and %s',
    async (second) => {
      const scene = createScene();
      const unavailable: Fault = { effect: 'answer', status: 503 };
      scene.drive.fail('put', unavailable, unavailable, unavailable, unavailable);
      const files = ['a.bin', second].map((name) => source(memoryFile(name, someBytes(0))));
      void scene.queue.upload(files, ROOT, { conflictBehavior: 'rename' });
      await scene.settled();
      expect(scene.queue.summary().done).toBe(2);
      expect(scene.drive.files).toHaveLength(2);
    },
  );
});

describe('a name taken while the last bytes were on their way', () => {
  const content = someBytes(2 * UNIT);
  async function late() {
    const scene = createScene();
    void scene.upload(memoryFile('a.bin', content));
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    scene.drive.store(TARGET, old, 'fail');
    await scene.until('conflict');
    await scene.environment.pass(1000);
    return scene;
  }

  it.each([
    ['replace', ['a.bin']],
    ['rename', ['a.bin', 'a 1.bin']],
  ] as const)(
    'is a question; on the answer %s the kept bytes do, none is sent again',
    async (answer, names) => {
      const scene = await late();
      expect(scene.drive.openSessions()).toHaveLength(1);
      const sent = scene.drive.count('fragment');
      scene.queue.resolveConflict(scene.only().id, answer);
      await scene.settled();
      expect(scene.only().state).toMatchObject({ status: 'done', item: { name: names.at(-1) } });
      expect(scene.drive.files.map((file) => file.name)).toEqual(names);
      expect(sameBytes(scene.drive.files.at(-1)?.content, content)).toBe(true);
      expect(scene.drive.count('fragment')).toBe(sent);
      expect(scene.drive.openSessions()).toHaveLength(0);
    },
  );

  it.each<[string, Fault]>([
    ['is lost', { effect: 'lost' }],
    ['takes too long', { effect: 'stall' }],
  ])('is done where the answer to the commit %s', async (_name, fault) => {
    const scene = await late();
    const sent = scene.drive.count('fragment');
    scene.drive.fail('commit', fault);
    scene.queue.resolveConflict(scene.only().id, 'replace');
    await scene.settled();
    await scene.environment.pass(1000);
    expect(scene.only().state.status).toBe('done');
    expect(sameBytes(scene.drive.files[0]?.content, content)).toBe(true);
    expect(scene.drive.count('fragment')).toBe(sent);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('is sent again where the service has given up the kept bytes, and no session stays', async () => {
    const scene = await late();
    for (const session of scene.drive.sessions) session.open = false;
    scene.queue.resolveConflict(scene.only().id, 'replace');
    await scene.settled();
    await scene.environment.pass(1000);
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files.map((file) => file.name)).toEqual(['a.bin']);
    expect(sameBytes(scene.drive.files[0]?.content, content)).toBe(true);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('is asked about again where the chosen name is taken meanwhile, too', async () => {
    const scene = await late();
    scene.drive.refuse('commit', 'name-conflict');
    const sent = scene.drive.count('fragment');
    scene.queue.resolveConflict(scene.only().id, 'rename');
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', item: { name: 'a 2.bin' } });
    expect(scene.drive.count('fragment')).toBe(sent);
  });

  it.each(['skip', 'cancel', 'dispose'] as const)('frees the kept session on %s', async (end) => {
    const scene = await late();
    expect(scene.drive.openSessions()).toHaveLength(1);
    if (end === 'skip') scene.queue.resolveConflict(scene.only().id, 'skip');
    else if (end === 'cancel') scene.queue.cancelAll();
    else scene.queue.dispose();
    await scene.environment.pass(1000);
    expect(scene.drive.openSessions()).toHaveLength(0);
    expect(scene.drive.count('commit')).toBe(0);
  });

  it('is no question where the file that holds it is our own', async () => {
    const scene = createScene();
    let fragments = 0;
    scene.drive.settings.decide = (operation) => {
      if (operation !== 'fragment') return undefined;
      fragments += 1;
      return fragments === 2 ? { effect: 'answer-after', status: 409 } : undefined;
    };
    void scene.upload(memoryFile('a.bin', content));
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files).toHaveLength(1);
  });
});
