import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNameProblem, nameKey } from '../../../../src/graph';
import type { UploadSource } from '../../../../src/transfer';
import { memoryFile, someBytes } from '../support/memory-file';
import { createScene, ROOT, source } from '../support/scene';

type Scene = ReturnType<typeof createScene>;
const file = (name: string) => memoryFile(name, someBytes(10));
const inFolder = (path: string[], name: string): UploadSource => ({ kind: 'file', file: file(name), path });
const resting = (scene: Scene) =>
  scene.environment.runUntil(() => scene.queue.summary().waiting + scene.queue.summary().active === 0);

describe('a name that OneDrive would refuse', () => {
  it('is asked about before anything is sent, with one that will do; the others go on', async () => {
    const scene = createScene();
    scene.drive.store({ driveId: 'drive', parentId: 'root', name: 'a-b.txt' }, someBytes(5), 'fail');
    void scene.upload(file('a:b.txt'), file('a?b.txt'), file('fine.txt'));
    await resting(scene);
    expect(scene.queue.tasks.get().map(({ state }) => state)).toMatchObject([
      {
        status: 'misnamed',
        problem: { kind: 'characters', characters: [':'] },
        proposal: 'a-b 1.txt',
        prompts: true,
      },
      { status: 'misnamed', problem: { kind: 'characters', characters: ['?'] }, proposal: 'a-b 2.txt' },
      { status: 'done' },
    ]);
    scene.queue.answerAll(
      scene.queue.tasks
        .get()
        .flatMap(({ id, state }) =>
          state.status === 'misnamed' ? [[id, { name: state.proposal ?? '' }]] : [],
        ),
    );
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.drive.files.map(({ name }) => name).toSorted()).toEqual([
      'a-b 1.txt',
      'a-b 2.txt',
      'a-b.txt',
      'fine.txt',
    ]);
  });

  it('is sent as it is where somebody insists: the service is the judge', async () => {
    const scene = createScene();
    void scene.upload(file('con'));
    await scene.until('misnamed');
    scene.queue.answerAll([[scene.only().id, { name: 'con' }]]);
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['con']);
  });

  it('is skipped on that answer, and asked about again on retry', async () => {
    const scene = createScene();
    void scene.upload(file('con'));
    await scene.until('misnamed');
    scene.queue.resolveConflict(scene.only().id, 'replace');
    await scene.environment.pass(0);
    expect(scene.only().state.status).toBe('misnamed');
    scene.queue.resolveConflict(scene.only().id, 'skip');
    await scene.environment.pass(0);
    expect(scene.only().state).toEqual({ status: 'cancelled', skipped: true });
    scene.queue.retry(scene.only().id);
    await scene.until('misnamed');
  });

  it('of a folder is asked about once, for all that lie in it', async () => {
    const scene = createScene();
    const bad = ['ok', 'a*b'];
    void scene.queue.upload(
      [inFolder(bad, '1'), inFolder([...bad, 'deep'], '2'), inFolder(['ok'], '3')],
      ROOT,
    );
    await resting(scene);
    const asking = scene.queue.tasks.get().slice(0, 2);
    for (const { state } of asking)
      expect(state).toMatchObject({ status: 'misnamed', folder: { path: bad }, proposal: 'a-b' });
    scene.queue.answerAll([[asking[0]?.id ?? '', { name: 'better' }]]);
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.queue.summary().done).toBe(3);
    expect(scene.drive.folders.map(({ name }) => name).toSorted()).toEqual(['better', 'deep', 'ok']);
  });

  it('of an empty folder is shown as it became', async () => {
    const scene = createScene();
    void scene.queue.upload([{ kind: 'folder', path: ['nul'] }], ROOT);
    await scene.until('misnamed');
    scene.queue.resolveConflict(scene.only().id, 'rename');
    await scene.environment.pass(0);
    await scene.settled();
    expect(scene.only()).toMatchObject({ name: 'nul-1', state: { status: 'done' } });
    expect(scene.drive.folders.map(({ name }) => name)).toEqual(['nul-1']);
  });

  it.each([
    ['business', 'misnamed'],
    ['personal', 'done'],
  ] as const)('depends on the drive: a folder ~x on a %s one', async (driveType, status) => {
    const scene = createScene();
    scene.drive.settings.driveType = driveType;
    void scene.queue.upload([inFolder(['~x'], 'a')], ROOT);
    await resting(scene);
    expect(scene.only().state.status).toBe(status);
  });

  it('is advice: code that says what to do about taken names is asked nothing', async () => {
    const scene = createScene();
    void scene.queue.upload([source(file('con'))], ROOT, { conflictBehavior: 'replace' });
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });
});

describe('accents', () => {
  it('arrive composed, of files and of folders', async () => {
    const scene = createScene();
    void scene.queue.upload([inFolder(['e\u0301te\u0301'], 'cafe\u0301.txt')], ROOT);
    await scene.settled();
    expect(scene.drive.folders.map(({ name }) => name)).toEqual(['\u00e9t\u00e9']);
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['caf\u00e9.txt']);
  });
});

describe('whatever the files of an upload are called', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      'A',
      'e\u0301',
      '\u00e9',
      ':',
      '*',
      '~$',
      'con',
      '.',
      ' ',
      ' 1',
      '_vti_',
      '\ud800',
      'x'.repeat(140),
    ),
    fc.string({ maxLength: 3 }),
  );
  const name = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('') || 'a');
  it('each arrives under a name of its own that OneDrive takes, or is skipped, and nothing is replaced', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(name, { maxLength: 3 }),
        async (names, held) => {
          const scene = createScene();
          for (const one of held)
            if (!findNameProblem(one))
              scene.drive.store(
                { driveId: 'drive', parentId: 'root', name: one.normalize('NFC') },
                someBytes(5),
                'fail',
              );
          const before = scene.drive.files.length;
          void scene.upload(...names.map(file));
          for (let turn = 0; turn < 3; turn += 1) {
            // oxlint-disable-next-line no-await-in-loop -- an answer may raise the next question
            await resting(scene);
            const asking = scene.queue.tasks
              .get()
              .filter(({ state }) => ['conflict', 'misnamed'].includes(state.status));
            scene.queue.answerAll(asking.map(({ id }) => [id, 'rename']));
            await scene.environment.pass(0);
          }
          await scene.settled();
          const stored = scene.drive.files.map((one) => one.name);
          expect(stored).toHaveLength(before + names.length);
          expect(stored.filter((one) => findNameProblem(one))).toEqual([]);
          expect(new Set(stored.map(nameKey)).size).toBe(stored.length);
          expect(scene.drive.files.every(({ version }) => version === 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
