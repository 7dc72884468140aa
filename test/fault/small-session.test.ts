import { describe, expect, it } from 'vitest';
import { someBytes } from '../unit/transfer/support/memory-file';
import { emptyDrive } from './support/empty-drive';
import { after, challenge, cut, stall, status, times, type Effect } from './support/effects';
import { expectTruth } from './support/oracle';
import { answering, passing, putOther, SMALL, testRow, tokenCells, type Row } from './support/row';
import { openScene, type Scene } from './support/scene';

const emulator = emptyDrive();

const BATCH = { method: 'POST', path: 'batch' } as const;
const taken = { before: (scene: Scene) => putOther(scene, SMALL.name), ends: 'conflict' } as const;
const CHANGED = Date.UTC(2021, 2, 4, 5, 6, 7);

/** The first one looks whether the name is taken, the second one makes the session. */
describe('session create of a small file, together with others', () => {
  const row: Row = { name: 'small session create', file: SMALL, match: BATCH, nth: 2 };
  testRow(emulator, row, {
    ...passing(),
    ...tokenCells(),
    'F6 claims challenge': { effects: [challenge] },
    'F7 403': { effects: [status(403)], ends: { failed: 'access-denied' } },
    'F8 the name is taken: keep both': { ...taken, afterwards: answering('rename') },
    'F8 the name is taken: replace': { ...taken, afterwards: answering('replace') },
    'F10 200 without an answer for it': { effects: [status(200, {}, { responses: [] })] },
    'F10 200 without an answer for it, after it was made': {
      effects: [after(status(200, {}, { responses: [] }))],
    },
  });
});

describe('many small files with their times', () => {
  const files = Array.from(
    { length: 30 },
    (_none, index) =>
      new File([someBytes(500 + index, index + 1)], `${index}.bin`, { lastModified: CHANGED }),
  );
  // Of the first thirty it is seen that they need several requests; a fault meets a few as it meets many.
  const few = files.slice(0, 6);
  const upload = async (effects: readonly Effect[], some = few) => {
    const scene = await openScene(emulator());
    await scene.script(...effects.map((effect) => ({ match: BATCH, nth: 2, ...effect })));
    scene.upload(some);
    await scene.rest();
    return scene;
  };

  it('arrive with them, by less than two requests each', async () => {
    const scene = await upload([], files);
    const log = (await (await scene.steer('GET', 'log')).json()) as { path: string; origin: string }[];
    expect(log.filter(({ origin }) => origin === 'bytes')).toHaveLength(files.length);
    expect(log.filter(({ path }) => path.includes('createUploadSession'))).toEqual([]);
    expect(log.filter(({ path }) => path.includes('$batch')).length).toBeLessThanOrEqual(files.length);
    const answer = await scene.other('GET', 'root/children?$top=100&$select=name,fileSystemInfo');
    const { value } = (await answer.json()) as {
      value: { fileSystemInfo: { lastModifiedDateTime: string } }[];
    };
    expect(
      new Set(value.map(({ fileSystemInfo }) => Date.parse(fileSystemInfo.lastModifiedDateTime))),
    ).toEqual(new Set([CHANGED]));
    await expectTruth(scene);
  });

  it.each([
    ['F1 unreachable', cut],
    ['F3 stall', stall],
    ['F4 throttled', status(429, { 'retry-after': '7' })],
    ['F5 500', times(2, status(500))],
    ['F6 the token is refused', status(401)],
  ])('all arrive in spite of %s', async (_fault, effect) => {
    const scene = await upload([effect]);
    expect(scene.transfers.summary().done).toBe(few.length);
    await expectTruth(scene);
  });

  it('wait for the names that a lost answer keeps, and arrive', async () => {
    const some = files.slice(0, 3);
    const scene = await upload([after(cut)], some);
    expect(scene.transfers.summary().done).toBe(some.length);
    await expectTruth(scene);
  });

  it('leave no session behind where they are cancelled on their way', async () => {
    const scene = await openScene(emulator());
    scene.upload(files);
    await scene.environment.leapUntil(() => scene.transfers.summary().done > 0);
    scene.transfers.cancelAll();
    await scene.rest();
    await expectTruth(scene);
  });
});
