import { describe, expect, it } from 'vitest';
import type { UploadAnswer, UploadSource } from '../../../src/transfer';
import { LARGE, TIMES } from './support/interrupt';
import { createJournalScene, type JournalScene, type Page } from './support/journal-scene';
import { someBytes } from './support/memory-file';
import { ROOT, UNIT } from './support/scene';

/** Three fragments. */
const BYTES = LARGE.subarray(0, 3 * UNIT - 7);

const named = (name: string, path: readonly string[] = []): UploadSource => ({
  kind: 'file',
  file: new File([BYTES], name, TIMES),
  path,
});

const isAsking = (page: Page) =>
  page.states().length > 0 && page.states().every((status) => ['misnamed', 'conflict'].includes(status));

function answer(page: Page, answer: UploadAnswer): void {
  page.queue.answerAll(page.queue.tasks.get().map(({ id }) => [id, answer]));
}

/** Where the file lies, by the names of its folders. */
function pathOf({ drive }: JournalScene): readonly string[] {
  const [file] = drive.files.filter(({ content }) => content.length === BYTES.length);
  if (!file) return [];
  const names = [file.name];
  for (let id = file.parentId; id !== ROOT.id;) {
    const folder = drive.folders.find((one) => one.id === id);
    if (!folder) throw new Error('No folder.');
    names.unshift(folder.name);
    id = folder.parentId;
  }
  return names;
}

describe('a name that was given as an answer, on the page after', () => {
  const cases: Readonly<Record<string, { source: UploadSource; given: string; isTaken?: true }>> = {
    'of a file that OneDrive would refuse': { source: named('a?.bin'), given: 'chosen.bin' },
    'of a file whose name was taken': { source: named('large.bin'), given: 'chosen.bin', isTaken: true },
    'of a folder that OneDrive would refuse': {
      source: named('large.bin', ['in?', 'deep']),
      given: 'chosen',
    },
  };
  it.each(Object.entries(cases))(
    '%s: it is the one that holds, wherever the page ends',
    async (_what, one) => {
      const { source, given, isTaken } = one;
      let ways = 0;
      for (let end = 1, isOver = false; !isOver; end += 1) {
        const scene = createJournalScene();
        const theirs = { driveId: 'drive', parentId: ROOT.id, name: 'large.bin' };
        if (isTaken) scene.drive.store(theirs, someBytes(10), 'fail');
        let [events, isAnswered] = [0, false];
        const first = scene.open((page) => {
          events += Number(isAnswered);
          if (events === end) page.kill();
        });
        scene.upload(first, [source]);
        await scene.environment.runUntil(() => isAsking(first));
        isAnswered = true;
        answer(first, { name: given });
        await scene.environment.runUntil(() => events >= end || first.states()[0] === 'done');
        isOver = events < end;
        await scene.environment.pass(isOver ? 500 : 20);
        if (scene.entries().length > 0) {
          ways += 1;
          const next = await scene.reopen();
          await scene.rest(next);
          // Of a page that ended before it was written down nobody knows the answer.
          if (end <= 2 && isAsking(next)) continue;
          expect([end, next.states()]).toEqual([end, ['done']]);
        }
        const expected = source.path.length > 0 ? [given, 'deep', 'large.bin'] : [given];
        expect([end, ...pathOf(scene)]).toEqual([end, ...expected]);
      }
      expect(ways).toBeGreaterThan(9);
    },
  );

  it('goes with the errand to Microsoft and back', async () => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [named('a?.bin', ['in?'])]);
    await scene.environment.runUntil(() => isAsking(first));
    answer(first, { name: 'in' });
    await scene.environment.runUntil(() => first.states()[0] === 'misnamed' && !folderAsks(first));
    answer(first, { name: 'chosen.bin' });
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 2);
    const [errand] = first.queue.unfinished();
    const ids = first.queue.tasks.get().map(({ id }) => id);
    void first.queue.kept.use((journal) => journal.handOver(ids, scene.environment.now() + 60_000));
    await scene.environment.pass(10);
    first.kill();
    const page = await scene.reopen();
    if (errand?.kind !== 'upload') throw new Error('No upload.');
    scene.upload(page, [errand.source], { conflictBehavior: errand.conflictBehavior }, errand.target);
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    expect(pathOf(scene)).toEqual(['in', 'chosen.bin']);
    expect(scene.drive.count('fragment')).toBeLessThanOrEqual(4);
  });

  const folderAsks = (page: Page) => {
    const state = page.queue.tasks.get()[0]?.state;
    return state?.status === 'misnamed' && state.folder !== undefined;
  };
});

describe('a name that nobody has answered about', () => {
  it('is asked about again', async () => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [named('a?.bin')]);
    await scene.environment.runUntil(() => isAsking(first));
    first.kill();
    const page = await scene.reopen();
    await scene.environment.runUntil(() => isAsking(page));
    expect(page.queue.tasks.get()[0]?.state).toMatchObject({ status: 'misnamed', proposal: 'a-.bin' });
    answer(page, { name: 'a-.bin' });
    await scene.rest(page);
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['a-.bin']);
  });
});
