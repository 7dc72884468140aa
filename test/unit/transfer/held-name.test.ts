import { describe, expect, it } from 'vitest';
import { memoryFile, sameBytes, someBytes } from './support/memory-file';
import { createScene, ROOT, source, UNIT } from './support/scene';

const MINUTE = 60_000;
const TARGET = { driveId: 'drive', parentId: 'root', name: 'a.bin' };
const content = someBytes(2 * UNIT);

function held(conflictBehavior: 'ask' | 'fail' | 'replace' | 'rename' = 'ask') {
  const scene = createScene();
  scene.drive.settings.holdsNames = true;
  // The service makes the session; its answer is lost, and the call is made again.
  scene.drive.fail('session', { effect: 'lost' });
  void scene.queue.upload([source(memoryFile('a.bin', content))], ROOT, { conflictBehavior });
  return scene;
}

function expectArrived({ drive, only }: ReturnType<typeof createScene>, name = 'a.bin') {
  expect(only().state).toMatchObject({ status: 'done', item: { name } });
  expect(drive.files.map((file) => file.name)).toEqual([name]);
  expect(sameBytes(drive.files[0]?.content, content)).toBe(true);
}

describe('a name that a lost session holds', () => {
  it.each(['ask', 'fail', 'replace'] as const)(
    'is waited for, and nobody is asked (%s)',
    async (behavior) => {
      const scene = held(behavior);
      const start = scene.environment.now();
      await scene.settled();
      expectArrived(scene);
      const waits = scene.states.filter((state) => state.status === 'waiting' && state.reason === 'held');
      expect(waits[0]).toMatchObject({ until: expect.any(Number) });
      expect(scene.environment.now() - start).toBeLessThan(17 * MINUTE);
    },
  );

  it('is not waited for where both are kept: the next name will do', async () => {
    const scene = held('rename');
    await scene.settled();
    expectArrived(scene, 'a 1.bin');
    expect(scene.states.some((state) => state.status === 'waiting' && state.reason === 'held')).toBe(false);
  });

  it('is free as soon as its owner is done; what he has put there is not written over', async () => {
    const scene = held();
    await scene.until('waiting');
    await scene.environment.pass(MINUTE);
    const foreign = someBytes(10, 7);
    for (const session of scene.drive.sessions) session.open = false;
    scene.drive.store(TARGET, foreign, 'fail');
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({ existing: { name: 'a.bin', size: 10 } });
    expect(scene.drive.files.map((file) => file.content)).toEqual([foreign]);
  });

  it('that is never free is a question in the end', async () => {
    const scene = held();
    scene.drive.fail('session', ...Array.from({ length: 40 }, () => ({ effect: 'lost' }) as const));
    const keepOpen = () => {
      for (const session of scene.drive.sessions) session.used = scene.environment.now();
      scene.environment.after(MINUTE, keepOpen);
    };
    keepOpen();
    await scene.until('conflict');
    expect(scene.only().state).toMatchObject({ error: { code: 'name-conflict' } });
    scene.queue.dispose();
  });

  it('is given up at once by a cancel', async () => {
    const scene = held();
    await scene.environment.runUntil(() =>
      scene.states.some((s) => s.status === 'waiting' && s.reason === 'held'),
    );
    scene.queue.cancelAll();
    await scene.settled();
    expect(scene.only().state.status).toBe('cancelled');
    expect(scene.environment.pendingTimers()).toBe(0);
  });
});
