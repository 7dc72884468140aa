import { beforeEach, describe, expect, it, vi } from 'vitest';
import { holdFiles } from '../../../src/control/unfinished/hold-files';
import { dropTaken, keepActs, takeActs } from '../../../src/control/unfinished/kept-acts';
import type { PendingAct } from '../../../src/control/unfinished/pending-act';
import { createStore } from '../../../src/lib';
import type { TransferTask } from '../../../src/transfer';
import { QUEUED } from '../../../src/transfer/transfer-state';
import { createBrowserOrigin, type OriginPage } from '../../support/browser-origin';
import { createManualEnvironment } from '../../support/manual-environment';

const target = { driveId: 'drive', id: 'target', name: 'Target' };
const upload: PendingAct = {
  kind: 'upload',
  target,
  conflictBehavior: 'ask',
  sources: [{ kind: 'file', file: new File(['x'], 'a.txt'), path: [] }],
  names: ['a.txt'],
};
const creation: PendingAct = { kind: 'create-folder', parent: target, name: 'A', names: ['A'] };
const MINUTES = 30;

describe('files that came back from Microsoft: a File of Firefox is unreadable once its record is gone', () => {
  let scene: ReturnType<typeof setUp>;
  function setUp() {
    const base = createManualEnvironment();
    const origin = createBrowserOrigin();
    const open = () => origin.openPage(base);
    const keep = (acts: readonly PendingAct[]) =>
      keepActs(open().environment, 'x', {
        clientId: 'client',
        accountId: 'megan',
        acts,
        until: base.now() + MINUTES * 60_000,
      });
    /** What every page does at its start. */
    const start = (page: OriginPage) => {
      const gone = new AbortController();
      void dropTaken(page.environment, gone.signal);
      return gone;
    };
    const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
    return { base, open, keep, start, settle, origin, left: () => [...origin.records.keys()] };
  }
  beforeEach(() => {
    scene = setUp();
  });

  it('stay where they lie while the page reads them, for hours if need be, and nobody else gets them', async () => {
    const { base, open, keep, start, settle, left } = scene;
    await keep([upload]);
    const { acts } = await takeActs(open().environment, 'x');
    expect(acts).toMatchObject([{ kind: 'upload' }]);
    expect(await takeActs(open().environment, 'x')).toEqual({ acts: [] });
    await base.advance(5 * 3_600_000);
    const other = open();
    start(other);
    await keepActs(other.environment, 'y', { clientId: 'client', accountId: 'alex', acts: [], until: 0 });
    await settle();
    expect(left()).toContain('x');
  });

  it('go with the page, however it ends', async () => {
    const { open, keep, start, settle, left } = scene;
    await keep([upload]);
    const page = open();
    await takeActs(page.environment, 'x');
    start(open());
    await settle();
    expect(left()).toContain('x');
    page.kill();
    await vi.waitFor(() => expect(left()).toEqual([]));
  });

  it('go by their time where the browser knows no locks', async () => {
    const { base, open, keep, start, settle, left, origin } = scene;
    origin.take('locks');
    await keep([upload]);
    await takeActs(open().environment, 'x');
    start(open());
    await settle();
    expect(left()).toContain('x');
    await base.advance(MINUTES * 60_000);
    start(open());
    await vi.waitFor(() => expect(left()).toEqual([]));
  });

  it('leave nothing of acts that have none', async () => {
    const { open, keep, left } = scene;
    await keep([creation]);
    expect(await takeActs(open().environment, 'x')).toEqual({ acts: [creation] });
    expect(left()).toEqual([]);
  });

  const task = (status: 'queued' | 'cancelled' | 'done'): TransferTask => ({
    id: '1',
    kind: 'upload',
    content: 'file',
    name: 'a.txt',
    folder: target,
    size: 1,
    state: status === 'queued' ? QUEUED : { status },
  });
  const hold = async (acts: readonly PendingAct[]) => {
    await scene.keep(acts);
    const { release = () => undefined } = await takeActs(scene.open().environment, 'x');
    const [tasks, resumption] = [createStore<readonly TransferTask[]>([]), createStore<unknown>(undefined)];
    const ended = new AbortController();
    holdFiles({ transfers: { tasks, unfinished: () => [] }, resumption, ended } as never, acts, release);
    resumption.set({ status: 'running' });
    return { tasks, resumption, ended };
  };

  it('are released when the last of them has arrived, not while one can be sent once more', async () => {
    const { tasks, resumption } = await hold([upload]);
    for (const status of ['queued', 'cancelled'] as const) {
      tasks.set([task(status)]);
      resumption.set({ status: 'done' });
      await scene.settle();
      expect(scene.left()).toContain('x');
    }
    tasks.set([task('done')]);
    await vi.waitFor(() => expect(scene.left()).toEqual([]));
  });

  it('are released with the control', async () => {
    const { tasks, ended } = await hold([{ kind: 'save', files: { files: [] }, names: [] }]);
    tasks.set([task('done')]);
    await scene.settle();
    expect(scene.left()).toContain('x');
    ended.abort();
    await vi.waitFor(() => expect(scene.left()).toEqual([]));
  });
});
