import { describe, expect, it } from 'vitest';
import { SECRET } from './support/fake-drive';
import { expectArrived, interrupt, large, plain, small } from './support/interrupt';
import { createJournalScene, type JournalScene } from './support/journal-scene';
import { someBytes } from './support/memory-file';
import { ROOT } from './support/scene';

describe('a page that ends while a file of ten fragments is uploaded', () => {
  it('leaves it to the next one wherever it ends, and no byte that has arrived is sent again', async () => {
    let kept = 0;
    for (let end = 1, isOver = false; !isOver; end += 1) {
      const scene = createJournalScene();
      let events = 0;
      const first = scene.open((page) => {
        events += 1;
        if (events === end) page.kill();
      });
      scene.upload(first, [plain(large())]);
      await scene.environment.runUntil(() => events >= end || first.states()[0] === 'done');
      isOver = events < end;
      await scene.environment.pass(isOver ? 500 : 20);
      const { drive, entries } = scene;
      const [session] = drive.sessions;
      // Nothing was begun, or nothing is left to do.
      if (entries().length === 0) {
        expect([0, 1]).toContain(drive.files.length);
        expect(session?.open ?? false).toBe(false);
        continue;
      }
      kept += 1;
      const next = await scene.reopen();
      await scene.rest(next);
      expect([end, next.states()]).toEqual([end, ['done']]);
      const before = drive.log.findIndex(({ operation }) => operation === 'fragment');
      // A session whose answer no page has heard is nobody's: it ends by itself.
      for (const one of drive.sessions) if (before >= 0 && one.received === 0) one.open = false;
      await expectArrived(scene);
      expect(drive.count('fragment')).toBeLessThanOrEqual(11);
    }
    expect(kept).toBeGreaterThan(20);
  });

  it('goes on with a fresh session where the service knows the old one no more', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    for (const session of scene.drive.sessions) session.open = false;
    const page = await scene.reopen();
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    await expectArrived(scene);
  });

  it('makes no second file where all had arrived, and only the answer was lost with the page', async () => {
    for (const conflictBehavior of ['rename', 'replace'] as const) {
      const scene = createJournalScene();
      await interrupt(scene, plain(large()), { fragments: 10, conflictBehavior });
      expect(scene.drive.files).toHaveLength(1);
      const page = await scene.reopen();
      await scene.rest(page);
      expect(page.states()).toEqual(['done']);
      expect(scene.drive.files[0]?.version).toBe(1);
      await expectArrived(scene);
    }
  });

  it('asks again about a name that is taken, and needs no byte a second time', async () => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [plain(large())]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 3);
    const theirs = { driveId: 'drive', parentId: ROOT.id, name: 'large.bin' };
    scene.drive.store(theirs, someBytes(10), 'fail');
    await scene.rest(first);
    expect(first.states()).toEqual(['conflict']);
    first.kill();
    const page = await scene.reopen();
    await scene.rest(page);
    expect(page.states()).toEqual(['conflict']);
    page.queue.resolveConflict(page.queue.tasks.get()[0]?.id ?? '', 'replace');
    await scene.rest(page);
    expect(scene.drive.count('fragment')).toBe(10);
    await expectArrived(scene);
  });
});

describe('what lies in the browser', () => {
  it('shows no address of the service, neither while a session is open nor while it is ended', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    expect(scene.entries()).toHaveLength(1);
    const look = () => {
      for (const store of scene.origin.all().values())
        for (const value of store.values()) expect(textOf(value)).not.toContain(SECRET);
    };
    look();
    expect(scene.entries()[0]).toMatchObject({ session: { name: 'large.bin' } });
    const page = await scene.reopen();
    scene.environment.setOnline(false);
    scene.drive.settings.decide = () => ({ effect: 'unreachable' });
    page.queue.cancelAll();
    await scene.environment.pass(10);
    expect(scene.entries()).toHaveLength(1);
    look();
  });

  it('is nothing once it has arrived, was cancelled, or was dismissed', async () => {
    const scene = createJournalScene();
    const page = scene.open();
    scene.upload(page, [plain(small('spoilt')), plain(large()), plain(small('failed'))]);
    scene.drive.refuse('put', 'invalid-request', 1);
    scene.drive.refuse('put', 'unavailable', 50);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 2);
    page.queue.cancel(page.queue.tasks.get()[1]?.id ?? '');
    await scene.rest(page);
    await scene.environment.pass(1000);
    expect(page.states().toSorted()).toEqual(['cancelled', 'failed', 'failed']);
    // What failed can be tried once more, on another page as well.
    expect(scene.entries()).toHaveLength(1);
    page.queue.clearFinished();
    await scene.environment.pass(1000);
    expect(scene.entries()).toEqual([]);
    expect(scene.drive.openSessions()).toEqual([]);
  });

  it('remembers a cancelled session until the service has ended it, and nothing else of the file', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    const page = await scene.reopen();
    scene.drive.settings.decide = () => ({ effect: 'unreachable' });
    page.queue.cancelAll();
    await scene.environment.pass(10);
    page.kill();
    expect(JSON.stringify(scene.entries())).not.toContain('large.bin');
    expect(scene.drive.openSessions()).toHaveLength(1);
    scene.drive.settings.decide = () => undefined;
    // Whoever comes: it takes no token.
    const next = await scene.reopen(undefined, 'alex');
    await scene.environment.pass(1000);
    expect(next.states()).toEqual([]);
    expect(scene.drive.openSessions()).toEqual([]);
    expect(scene.entries()).toEqual([]);
  });

  it('goes when it is too old', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    await scene.environment.pass(15 * 24 * 3_600_000);
    const page = await scene.reopen();
    await scene.environment.pass(1000);
    expect(page.states()).toEqual([]);
    expect(scene.entries()).toEqual([]);
    expect(scene.drive.openSessions()).toEqual([]);
  });

  it('goes on nowhere but with its owner, and is wiped with them', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    const theirs = await scene.reopen(undefined, 'alex');
    expect(theirs.states()).toEqual([]);
    expect(scene.entries()).toHaveLength(1);
    void theirs.queue.kept.use((journal) => journal.wipe('megan'));
    await scene.environment.pass(1000);
    expect(scene.entries()).toEqual([]);
    expect(scene.drive.openSessions()).toEqual([]);
  });

  it('is left alone where somebody else has come while it was looked for', async () => {
    const scene = createJournalScene();
    await interrupt(scene, plain(large()));
    const page = scene.open((_page, event) => {
      // The last thing before they are taken over.
      if (event === 4) page.account.id = 'alex';
    });
    void page.queue.kept.use((journal) => journal.takeUp());
    await scene.environment.pass(1000);
    expect(page.states()).toEqual([]);
    const own = await scene.reopen();
    await scene.rest(own);
    expect(own.states()).toEqual(['done']);
    await expectArrived(scene);
  });
});

describe('several pages', () => {
  it('never have the same upload, and one of them has it once its page is gone', async () => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [plain(large())]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 2);
    const others = [await scene.reopen(), await scene.reopen()];
    expect(others.map((page) => page.states())).toEqual([[], []]);
    first.freeze();
    await scene.environment.pass(60_000);
    // It sleeps, and will wake.
    expect(others.map((page) => page.states())).toEqual([[], []]);
    first.kill();
    await scene.environment.pass(60_000);
    expect(others.flatMap((page) => page.states())).toEqual(['done']);
    await expectArrived(scene);
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    ['no database', (scene: JournalScene) => scene.origin.take('database')],
    ['no locks', (scene: JournalScene) => scene.origin.take('locks')],
    ['no room at all', (scene: JournalScene) => scene.origin.refuse(() => true)],
    ['a database that never answers', (scene: JournalScene) => scene.origin.take('answers')],
  ])('%s: uploads all the same', async (_what, takeAway) => {
    const scene = createJournalScene();
    takeAway(scene);
    const page = scene.open();
    scene.upload(page, [plain(large()), plain(small())]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 2);
    expect(page.queue.tasks.get().map(({ id }) => page.queue.kept.goesOn(id))).toEqual([false, false]);
    await scene.rest(page);
    expect(page.states()).toEqual(['done', 'done']);
    expect(scene.entries()).toEqual([]);
  });

  it('keeps the rest where there is no room for bytes', async () => {
    const scene = createJournalScene();
    scene.origin.refuse((value) => value instanceof ArrayBuffer);
    await interrupt(scene, plain(large()));
    const page = await scene.reopen();
    expect(page.states()).toEqual(['interrupted']);
  });
});

describe('an upload that is handed over', () => {
  it('comes back by its errand, where it stood, and not by itself', async () => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [plain(large())]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 3);
    const [errand] = first.queue.unfinished();
    const [id = ''] = first.queue.tasks.get().map((task) => task.id);
    const until = scene.environment.now() + 60_000;
    void first.queue.kept.use((journal) => journal.handOver([id], until));
    await scene.environment.pass(10);
    first.kill();
    const page = await scene.reopen();
    expect(page.states()).toEqual([]);
    if (errand?.kind !== 'upload') throw new Error('No upload.');
    scene.upload(page, [errand.source], { conflictBehavior: errand.conflictBehavior }, errand.target);
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    expect(scene.drive.count('fragment')).toBeLessThanOrEqual(11);
    await expectArrived(scene);
  });

  it.each([
    ['nobody wants it any more', 0, 'drop'],
    ['nobody came for it', 60_001, 'none'],
  ] as const)('ends or comes by itself once %s', async (_what, later, act) => {
    const scene = createJournalScene();
    const first = scene.open();
    scene.upload(first, [plain(large())]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 3);
    const [id = ''] = first.queue.tasks.get().map((task) => task.id);
    void first.queue.kept.use((journal) => journal.handOver([id], scene.environment.now() + 60_000));
    await scene.environment.pass(10);
    first.kill();
    await scene.environment.pass(later);
    const page = await scene.reopen();
    if (act === 'drop') void page.queue.kept.use((journal) => journal.drop([id]));
    await scene.environment.pass(1000);
    expect(page.states()).toEqual(act === 'drop' ? [] : ['done']);
    expect(scene.drive.openSessions()).toEqual([]);
    expect(scene.entries()).toEqual([]);
  });
});

function textOf(value: unknown): string {
  if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
  if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join(' ');
}
