import { describe, expect, it } from 'vitest';
import type { UploadProgress } from '../../../src/transfer';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, ROOT, source, UNIT } from './support/scene';

const big = (name = 'big.bin', units = 3) => memoryFile(name, someBytes(units * UNIT));
const small = (name: string) => memoryFile(name, someBytes(50));

describe('an upload that code begins', () => {
  it('resolves with what the service made of each file', async () => {
    const scene = createScene();
    const upload = scene.upload(small('a'), small('b'));
    await scene.settled();
    expect((await upload).map(({ state }) => state.status === 'done' && state.item?.name)).toEqual([
      'a',
      'b',
    ]);
  });

  it('is cancelled by its signal, and nothing else is', async () => {
    const scene = createScene({ concurrency: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    const [first, second] = [small('first'), big('second')];
    const mine = scene.queue.upload([source(first), source(second), source(small('third'))], ROOT, {
      signal,
    });
    const other = scene.upload(small('other'));
    await scene.until('done');
    controller.abort();
    const states = (await mine).map(({ name, state }) => [name, state.status]);
    expect(states).toEqual([
      ['first', 'done'],
      ['second', 'cancelled'],
      ['third', 'cancelled'],
    ]);
    await scene.settled();
    expect((await other)[0]?.state.status).toBe('done');
  });

  it('takes nothing where its signal is aborted already', async () => {
    const scene = createScene();
    const signal = AbortSignal.abort();
    expect(await scene.queue.upload([source(small('a'))], ROOT, { signal })).toEqual([]);
    expect(scene.queue.tasks.get()).toEqual([]);
  });

  it('has nothing to do with its signal once it has settled: a retry goes on', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'access-denied');
    const controller = new AbortController();
    const { signal } = controller;
    const upload = scene.queue.upload([source(small('a'))], ROOT, { signal });
    await scene.settled();
    await upload;
    scene.queue.retryFailed();
    controller.abort();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });

  it('waits for the answer where a name is taken and the user is asked', async () => {
    const scene = createScene();
    void scene.upload(small('a'));
    await scene.settled();
    let settled = false;
    const upload = scene.queue.upload([source(small('a'))], ROOT, { conflictBehavior: 'ask' });
    void upload.then(() => (settled = true));
    await scene.until('conflict');
    expect(settled).toBe(false);
    const [, asking] = scene.queue.tasks.get();
    scene.queue.resolveConflict(asking?.id ?? '', 'rename');
    await scene.settled();
    expect((await upload)[0]?.state).toMatchObject({ status: 'done', item: { name: 'a 1' } });
  });

  it.each([
    ['small', small('a')],
    ['large', big('a', 2)],
  ])('fails there where it is told to, %s file', async (_name, file) => {
    const scene = createScene();
    void scene.upload(small('a'));
    await scene.settled();
    const upload = scene.queue.upload([source(file)], ROOT, { conflictBehavior: 'fail' });
    await scene.settled();
    expect((await upload)[0]?.state).toMatchObject({ status: 'failed', error: { code: 'name-conflict' } });
    expect(scene.drive.files).toHaveLength(1);
    await scene.environment.pass(5000);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('takes no word that Graph would not know, which replaces the file then', async () => {
    const scene = createScene();
    const options: object = { conflictBehavior: 'Rename' };
    const upload = scene.queue.upload([source(small('a'))], ROOT, options);
    await expect(upload).rejects.toThrow('conflictBehavior');
    expect(scene.queue.tasks.get()).toEqual([]);
    expect(scene.drive.files).toEqual([]);
  });
});

describe('whoever follows uploads', () => {
  it('hears of each file with its item and its folder', async () => {
    const scene = createScene();
    const file = small('a');
    const told: unknown[] = [];
    scene.queue.onUploaded((item, folder, sent) => told.push([item.name, folder.name, sent === file]));
    void scene.upload(file);
    await scene.settled();
    expect(told).toEqual([['a', 'My files', true]]);
  });

  it('hears how far a file is, not at every byte, and of its end before its item', async () => {
    const scene = createScene();
    const file = big('long.bin', 40);
    const told: (UploadProgress & { readonly at: number })[] = [];
    const order: string[] = [];
    scene.queue.onProgress((progress) => {
      told.push({ ...progress, at: scene.environment.now() });
      order.push(progress.loaded === progress.total ? 'all' : 'part');
    });
    scene.queue.onUploaded(() => order.push('uploaded'));
    void scene.upload(file);
    await scene.settled();
    const amounts = told.map(({ loaded }) => loaded);
    expect(amounts.length).toBeGreaterThan(3);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(told.every((progress) => progress.file === file && progress.total === file.size)).toBe(true);
    const pauses = told
      .slice(0, -1)
      .map(({ at }, index) => (index === 0 ? 100 : at - (told[index - 1]?.at ?? 0)));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100);
    expect(order.filter((word) => word !== 'part')).toEqual(['all', 'uploaded']);
    expect(order.at(-1)).toBe('uploaded');
  });

  it('hears of an empty file and of one that goes in one request, too', async () => {
    const scene = createScene();
    const told: string[] = [];
    scene.queue.onProgress(({ file, loaded, total }) => told.push(`${file.name} ${loaded}/${total}`));
    void scene.upload(memoryFile('empty', new Uint8Array(0)));
    await scene.settled();
    void scene.upload(small('small'));
    await scene.settled();
    expect(told.filter((text) => text.startsWith('empty'))).toEqual(['empty 0/0']);
    expect(told.filter((text) => text === 'small 50/50')).toHaveLength(1);
    expect(told.at(-1)).toBe('small 50/50');
  });

  it('hears nothing more after having left', async () => {
    const scene = createScene();
    let told = 0;
    const leave = scene.queue.onProgress(() => (told += 1));
    leave();
    void scene.upload(small('a'));
    await scene.settled();
    expect(told).toBe(0);
  });
});
