import { describe, expect, it } from 'vitest';
import type { UploadableFile, UploadFilesOptions } from '../../../../src/host';
import { OneDriveError } from '../../../../src/lib';
import type { TransferQueue, TransferState, TransferTask } from '../../../../src/transfer';
import { uploadFiles } from '../../../../src/ui/one-drive-control/upload-files';
import { buildFile } from '../../../support/drive-items';
import { FakeHandle } from '../../transfer/support/fake-handle';
import { createFakeControlModel } from '../../../support/fake-control-model';

const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => new File([name], name));

/** A queue whose tasks end as the test says; what it was asked for is kept. */
function createScene() {
  const model = createFakeControlModel();
  const ended = new AbortController();
  const asked: { folder: string; paths: readonly string[]; handles: readonly unknown[]; options: unknown }[] =
    [];
  let settle: () => void = () => undefined;
  const set = (index: number, state: TransferState) =>
    model.tasks.set(model.tasks.get().map((task, at) => (at === index ? { ...task, state } : task)));
  const upload: TransferQueue['upload'] = async (sources, folder, options) => {
    const paths = sources.map(({ path }) => path.join('/'));
    const handles = sources.map((source) => (source.kind === 'file' ? source.handle : undefined));
    asked.push({ folder: `${folder.driveId}/${folder.id}`, paths, handles, options });
    const added = sources.map((source, index): TransferTask => ({
      id: `task ${index}`,
      kind: 'upload',
      content: 'file',
      name: source.kind === 'file' ? source.file.name : '',
      folder,
      size: 1,
      state: { status: 'waiting', reason: 'queue' },
    }));
    model.tasks.set(added);
    await new Promise<void>((resolve) => {
      settle = resolve;
    });
    return model.tasks.get();
  };
  const control = { ...model, transfers: { ...model.transfers, upload } };
  return {
    model,
    asked,
    set,
    settle: () => settle(),
    end: () => ended.abort(),
    run: (options: UploadFilesOptions = {}, given: readonly UploadableFile[] = files) =>
      uploadFiles(control, given, options, ended.signal),
  };
}

const done = (name: string): TransferState => ({ status: 'done', item: buildFile({ name }) });
const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('upload()', () => {
  it('resolves with what the files have become, in their order', async () => {
    const scene = createScene();
    const sent = scene.run();
    await tick();
    for (const index of [2, 0, 1]) scene.set(index, done(files[index]?.name ?? ''));
    scene.settle();
    await expect(sent).resolves.toMatchObject([{ name: 'a.txt' }, { name: 'b.txt' }, { name: 'c.txt' }]);
    expect(scene.asked).toMatchObject([{ folder: 'drive/root' }]);
  });

  it('keeps handles with their files, and sends nothing where there is no file behind one any more', async () => {
    const scene = createScene();
    const handle = new FakeHandle(new File(['h'], 'h.txt'));
    const [plain] = files;
    if (!plain) throw new Error('No file.');
    const sent = scene.run({}, [plain, handle.asHandle]);
    await tick();
    scene.set(0, done('a.txt'));
    scene.set(1, done('h.txt'));
    scene.settle();
    await expect(sent).resolves.toMatchObject([{ name: 'a.txt' }, { name: 'h.txt' }]);
    expect(scene.asked).toMatchObject([{ handles: [undefined, handle] }]);
    handle.file = undefined;
    await expect(scene.run({}, [plain, handle.asHandle])).rejects.toMatchObject({ code: 'source-changed' });
    expect(scene.asked).toHaveLength(1);
  });

  it('keeps the folders that files of a chosen folder lay in', async () => {
    const scene = createScene();
    const inside = new File(['x'], 'x.txt');
    Object.defineProperty(inside, 'webkitRelativePath', { value: 'Trip/Photos/x.txt' });
    const sent = scene.run({}, [inside, ...files.slice(0, 1)]);
    await tick();
    scene.set(0, done('x.txt'));
    scene.set(1, done('a.txt'));
    scene.settle();
    await sent;
    expect(scene.asked).toMatchObject([{ paths: ['Trip/Photos', ''] }]);
  });

  it('rejects with the first failure when all has settled, and says what became of each', async () => {
    const scene = createScene();
    const sent = scene.run();
    await tick();
    scene.set(0, { status: 'cancelled' });
    scene.set(1, done('b.txt'));
    scene.set(2, { status: 'failed', error: new OneDriveError('quota-exceeded', { status: 507 }) });
    scene.settle();
    await expect(sent).rejects.toMatchObject({
      code: 'quota-exceeded',
      status: 507,
      uploaded: [{ name: 'b.txt' }],
      failed: [
        { file: files[0], error: { code: 'cancelled' } },
        { file: files[2], error: { code: 'quota-exceeded' } },
      ],
    });
  });

  it('hands on what the host wants where a name is taken', async () => {
    const scene = createScene();
    const sent = scene.run({ conflictBehavior: 'fail' }, files.slice(0, 1));
    await tick();
    scene.set(0, { status: 'failed', error: new OneDriveError('name-conflict') });
    scene.settle();
    await expect(sent).rejects.toMatchObject({ code: 'name-conflict' });
    expect(scene.asked).toMatchObject([{ options: { conflictBehavior: 'fail' } }]);
  });

  it.each(['Rename', 'skip', 'ask', '', null, 7])(
    'sends nothing where it is told %j for it',
    async (word) => {
      const scene = createScene();
      const options = { conflictBehavior: word, folder: 'Documents' };
      const sent: Promise<unknown> = Reflect.apply(scene.run, undefined, [options]);
      await expect(sent).rejects.toThrow(TypeError);
      expect(scene.asked).toEqual([]);
      expect(scene.model.calls).toEqual([]);
    },
  );

  it('leaves the question of a taken name to the user unless told', async () => {
    const scene = createScene();
    const sent = scene.run();
    await tick();
    const conflict: TransferState = { status: 'conflict', error: new OneDriveError('name-conflict') };
    scene.set(0, conflict);
    expect(scene.model.tasks.get()[0]?.state).toEqual(conflict);
    for (const index of [0, 1, 2]) scene.set(index, done('x'));
    scene.settle();
    await expect(sent).resolves.toHaveLength(3);
  });

  it('says cancelled where its signal ended it, whatever else went wrong', async () => {
    const scene = createScene();
    const stop = new AbortController();
    const sent = scene.run({ signal: stop.signal });
    await tick();
    scene.set(0, { status: 'failed', error: new OneDriveError('locked') });
    stop.abort();
    scene.set(1, { status: 'cancelled' });
    scene.set(2, done('c.txt'));
    scene.settle();
    await expect(sent).rejects.toMatchObject({ code: 'cancelled', uploaded: [{ name: 'c.txt' }] });
  });

  it('finds its folder by names or by reference', async () => {
    const scene = createScene();
    for (const folder of ['Documents/Inbox', { driveId: 'drive', id: 'Inbox' }]) {
      const sent = scene.run({ folder }, files.slice(0, 1));
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await tick();
      scene.set(0, done('a.txt'));
      scene.settle();
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await sent;
    }
    expect(scene.model.calls).toEqual(['locate:Documents/Inbox', 'locate:Inbox']);
    expect(scene.asked.map(({ folder }) => folder)).toEqual(['drive/Inbox', 'drive/Inbox']);
  });

  it('waits while it is not known who is signed in, and wants somebody to be', async () => {
    const scene = createScene();
    scene.model.connection.set({ state: 'starting' });
    const sent = scene.run();
    await tick();
    expect(scene.asked).toEqual([]);
    scene.model.connection.set({ state: 'signed-out' });
    await expect(sent).rejects.toMatchObject({ code: 'sign-in-needed' });
  });

  it('settles where the control goes before it could begin', async () => {
    const scene = createScene();
    scene.model.connection.set({ state: 'starting' });
    const sent = scene.run();
    scene.end();
    await expect(sent).rejects.toMatchObject({ code: 'cancelled' });
  });
});
