import { describe, expect, it } from 'vitest';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, ROOT, source, UNIT } from './support/scene';

const MODIFIED = 1_700_000_000_123;
const TARGET = { driveId: 'drive', parentId: 'root', name: 'plan.docx' };
const THEIRS = someBytes(3000, 99);

/** Its bytes have left, and nobody has heard. */
const untilOffline = ({ environment, only }: ReturnType<typeof createScene>) =>
  environment.runUntil(() => {
    const { state } = only();
    return state.status === 'waiting' && state.reason === 'offline';
  });

/** What the service may rewrite is never equal to what was sent, whoever has written it. */
describe.each([100, 3 * UNIT])('an Office file of %i bytes', (size) => {
  const plan = (lastModified?: number) => memoryFile('plan.docx', someBytes(size), lastModified);
  const FRESH = undefined;
  const loseLastAnswer = ({ drive }: ReturnType<typeof createScene>) => {
    drive.settings.decide = (operation) => {
      const isLast = operation === 'fragment' && drive.count('fragment') === Math.ceil(size / UNIT);
      return isLast || operation === 'put' ? { effect: 'lost' } : undefined;
    };
  };

  it.each([FRESH, MODIFIED])('that the service rewrote is done and says so (changed: %s)', async (time) => {
    const scene = createScene();
    scene.drive.settings.rewrite = true;
    void scene.upload(plan(time));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', changedByServer: true });
    const sent = scene.drive.count('put') + scene.drive.count('fragment');
    expect(sent).toBe(Math.ceil(size / UNIT));
  });

  it('that a rewrite and a lost answer hit together is found by its time', async () => {
    const scene = createScene();
    scene.drive.settings.rewrite = true;
    loseLastAnswer(scene);
    void scene.upload(plan(MODIFIED));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', changedByServer: true });
    expect(scene.drive.count('fragment')).toBe(Math.ceil(size / UNIT));
    expect(scene.drive.files).toHaveLength(1);
  });

  it.each([FRESH, MODIFIED])(
    'is never taken for what somebody else has written meanwhile (changed: %s)',
    async (time) => {
      const scene = createScene();
      for (const operation of ['put', 'fragment'] as const)
        scene.drive.fail(operation, { effect: 'unreachable' });
      void scene.upload(plan(time));
      await untilOffline(scene);
      scene.drive.store(TARGET, THEIRS, 'fail');
      await scene.until('conflict');
      scene.queue.resolveConflict(scene.only().id, 'rename');
      await scene.settled();
      expect(scene.only().state).toMatchObject({ status: 'done', item: { name: 'plan 1.docx' } });
      const sizes = scene.drive.files.map(({ name, content }) => [name, content.length]);
      expect(sizes).toEqual([
        ['plan.docx', THEIRS.length],
        ['plan 1.docx', size],
      ]);
    },
  );

  it.each([FRESH, MODIFIED])(
    'that replaces one is sent again where somebody else has replaced that first (changed: %s)',
    async (time) => {
      const scene = createScene();
      scene.drive.store(TARGET, someBytes(2000), 'fail');
      for (const operation of ['put', 'fragment'] as const)
        scene.drive.fail(operation, { effect: 'unreachable' });
      void scene.queue.upload([source(plan(time))], ROOT, { conflictBehavior: 'replace' });
      await untilOffline(scene);
      scene.drive.store(TARGET, THEIRS, 'replace');
      for (const session of scene.drive.openSessions()) session.open = false;
      await scene.settled();
      expect(scene.only().state).toMatchObject({ status: 'done' });
      expect(scene.drive.files.map(({ content }) => content.length)).toEqual([size]);
    },
  );
});

it('an Office file that was just changed has no time to be known by: after a lost answer its name is a question', async () => {
  const scene = createScene();
  scene.drive.settings.rewrite = true;
  scene.drive.fail('put', { effect: 'lost' });
  void scene.upload(memoryFile('plan.docx', someBytes(100)));
  await scene.until('conflict');
  expect(scene.drive.files).toHaveLength(1);
});
