import { describe, expect, it } from 'vitest';
import type { UploadSource } from '../../../src/transfer';
import { FakeHandle } from './support/fake-handle';
import { expectArrived, interrupt, LARGE, large, plain, small, TIMES } from './support/interrupt';
import { createJournalScene, type JournalScene, type Page } from './support/journal-scene';
import { someBytes } from './support/memory-file';
import { KIB, UNIT } from './support/scene';
import { VIRTUAL_START } from './support/virtual-environment';

describe('the file of an interrupted upload', () => {
  const noRoom = (scene: JournalScene) => scene.origin.setFreeSpace(0);

  it('is asked for, refused where it is another one, and known again by what it holds', async () => {
    const scene = createJournalScene();
    noRoom(scene);
    await interrupt(scene, plain(large()));
    const page = await scene.reopen();
    expect(page.states()).toEqual(['interrupted']);
    const [task] = page.queue.tasks.get();
    const changed = LARGE.slice();
    changed[changed.length - 1] = 1 + (changed.at(-1) ?? 0);
    const others = [
      new File([changed], 'large.bin', TIMES),
      new File([LARGE], 'large.bin', { lastModified: 5 }),
      small(),
    ];
    for (const other of others) {
      const refused = page.queue.provide([other], task?.id);
      await scene.environment.pass(1);
      expect(await refused).toEqual([other]);
      expect(page.queue.tasks.get()[0]?.state).toEqual({
        status: 'interrupted',
        needs: 'file',
        refused: 'other-file',
      });
    }
    expect(scene.drive.openSessions()).toHaveLength(1);
    void page.queue.provide([small(), new File([LARGE], 'renamed since.bin', TIMES)]);
    await scene.environment.pass(1);
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    expect(scene.drive.files[0]?.name).toBe('large.bin');
    expect(scene.drive.count('fragment')).toBeLessThanOrEqual(11);
    await expectArrived(scene);
  });

  it('chosen again with its handle it is not chosen once more on the page after', async () => {
    const scene = createJournalScene();
    noRoom(scene);
    await interrupt(scene, plain(large()));
    const second = await scene.reopen();
    const handle = new FakeHandle(large());
    const again = large();
    void second.queue.provide([again], undefined, new Map([[again, handle.asHandle]]));
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 5);
    second.kill();
    const third = await scene.reopen();
    await scene.rest(third);
    expect(third.states()).toEqual(['done']);
    await expectArrived(scene);
  });

  it('several chosen at once find their rows', async () => {
    const scene = createJournalScene();
    noRoom(scene);
    const files = ['a', 'b', 'c'].map((name, seed) => new File([someBytes(500 * KIB, seed)], name, TIMES));
    const first = scene.open();
    scene.upload(first, files.map(plain));
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 3);
    first.kill();
    const page = await scene.reopen();
    expect(page.states()).toEqual(['interrupted', 'interrupted', 'interrupted']);
    void page.queue.provide([...files].reverse());
    await scene.environment.pass(1);
    await scene.rest(page);
    expect(page.queue.tasks.get().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(page.states()).toEqual(['done', 'done', 'done']);
  });

  it('comes back through its handle by itself while that is allowed', async () => {
    const scene = createJournalScene();
    noRoom(scene);
    const handle = new FakeHandle(large());
    await interrupt(scene, { ...plain(large()), handle: handle.asHandle } as UploadSource);
    const page = await scene.reopen();
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    expect(handle.asked).toEqual([]);
    await expectArrived(scene);
  });

  it('is asked for through its handle from a click, and again where that is declined', async () => {
    const scene = createJournalScene();
    noRoom(scene);
    const handle = new FakeHandle(large(), 'prompt', 'denied');
    await interrupt(scene, { ...plain(large()), handle: handle.asHandle } as UploadSource);
    const page = await scene.reopen();
    const state = () => page.queue.tasks.get()[0]?.state;
    expect(state()).toEqual({ status: 'interrupted', needs: 'permission' });
    const id = page.queue.tasks.get()[0]?.id ?? '';
    page.queue.resume(id);
    await scene.environment.pass(1);
    expect(state()).toEqual({ status: 'interrupted', needs: 'permission', refused: 'declined' });
    handle.answer = 'granted';
    page.queue.resume(id);
    await scene.environment.pass(1);
    await scene.rest(page);
    expect(page.states()).toEqual(['done']);
    await expectArrived(scene);
  });

  it.each([
    ['changed since', new File([someBytes(10 * UNIT)], 'large.bin', TIMES)],
    ['gone', undefined],
  ])('is asked for where the one of the handle is %s', async (_what, now) => {
    const scene = createJournalScene();
    noRoom(scene);
    const handle = new FakeHandle(large(), 'prompt');
    await interrupt(scene, { ...plain(large()), handle: handle.asHandle } as UploadSource);
    handle.file = now;
    const page = await scene.reopen();
    page.queue.resume(page.queue.tasks.get()[0]?.id ?? '');
    await scene.environment.pass(1);
    expect(page.queue.tasks.get()[0]?.state).toEqual({
      status: 'interrupted',
      needs: 'file',
      refused: 'changed',
    });
    void page.queue.provide([large()]);
    await scene.environment.pass(1);
    await scene.rest(page);
    await expectArrived(scene);
  });
});

describe('what goes on by itself', () => {
  it('is what is kept with its bytes, or has come through its handle before', async () => {
    const scene = createJournalScene();
    const page = scene.open();
    const goes = (of: Page) => of.queue.tasks.get().map(({ id }) => of.queue.kept.goesOn(id));
    const big = new File([new Uint8Array(5 * 1024 * KIB)], 'big.bin', TIMES);
    const handle = new FakeHandle(big);
    scene.upload(page, [plain(large()), { ...plain(big), handle: handle.asHandle } as UploadSource]);
    await scene.environment.runUntil(() => scene.drive.count('fragment') >= 2);
    expect(goes(page)).toEqual([true, false]);
    page.kill();
    const next = await scene.reopen();
    expect(goes(next)).toEqual([true, true]);
  });

  it.each([
    ['a thousand small files are', 1000, VIRTUAL_START, 400],
    ['small files with their sessions, which keep their times, are', 100, TIMES.lastModified, 150],
  ])('%s kept in few transactions', async (_what, count, lastModified, most) => {
    const scene = createJournalScene();
    let accesses = 0;
    const page = scene.open((_page, _event, what) => {
      if (what === 'database') accesses += 1;
    });
    const files = Array.from(
      { length: count },
      (_none, index) => new File(['x'], `${index}.txt`, { lastModified }),
    );
    scene.upload(page, files.map(plain));
    await scene.rest(page);
    await scene.environment.pass(1000);
    expect(scene.drive.files).toHaveLength(count);
    expect(scene.entries()).toEqual([]);
    expect(accesses).toBeLessThan(most);
  });
});
